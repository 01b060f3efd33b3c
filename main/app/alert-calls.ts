import type { Alert } from "../../preload/types.ts";
import type { Database } from "../common/sqlite/database.ts";
import {
  confirmRetention,
  retentionQuestion,
} from "../features/privacy/retention/keep-retention.ts";
import { type AlertCode, dropAlert, readAlerts } from "../records/alerts.ts";

/** What the window tells and asks by itself, apart from what a person is doing. */
export interface AlertCalls {
  list(): readonly Alert[];
  /** @param yes to the question; what is only told is closed either way */
  answer(about: { readonly code: Alert["code"]; readonly yes: boolean }): Promise<readonly Alert[]>;
}

export function createAlertCalls(db: Database, dataDir: string): AlertCalls {
  /** A person who has said no is asked again at the next start. */
  let asksRetention = true;

  function list(): readonly Alert[] {
    const question = asksRetention ? retentionQuestion(db) : null;
    return [
      ...readAlerts(db).map((code): Alert => toAlert(code, dataDir)),
      ...(question === null ? [] : [{ code: "retention" as const, ...question }]),
    ];
  }

  return {
    list,
    async answer({ code, yes }) {
      if (code !== "retention") dropAlert(db, code);
      else if (yes) await confirmRetention(db);
      else asksRetention = false;
      return list();
    },
  };
}

function toAlert(code: AlertCode, dataDir: string): Alert {
  return code === "folder-open" ? { code, path: dataDir } : { code };
}
