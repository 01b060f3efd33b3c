import type { HandlersFor } from "../../common/calls.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Connections } from "./connections.ts";
import { saveListToFill } from "./list-to-fill.ts";
import type { PracticeAccount } from "./practice-account.ts";
import type { PracticeRunner } from "./practice-runner.ts";

/** The calls about connections, and about the practice server that one of them leads to. */
export function connectionsCalls({
  connections,
  practice,
  practiceAccount,
  host,
  db,
  requireConsentToWeakKeyStore,
}: {
  readonly connections: Connections;
  readonly practice: PracticeRunner;
  readonly practiceAccount: PracticeAccount;
  readonly host: Pick<Host, "emit" | "saveFile">;
  readonly db: Database;
  /** @throws AppError where a key would be kept with weak protection and nobody agreed to it */
  readonly requireConsentToWeakKeyStore: (agreed: boolean) => void;
}): HandlersFor<"connections" | "practice"> {
  return {
    "connections.list": () => connections.list(),
    "connections.save": ({ acceptWeakKeyStore, ...input }) => {
      if (input.apiKey !== null) requireConsentToWeakKeyStore(acceptWeakKeyStore === true);
      return connections.save(input);
    },
    "connections.remove": ({ id }) => {
      connections.remove(id);
      return null;
    },
    "connections.test": ({ id }) => connections.test(id),
    "connections.campaignNames": ({ id }) => connections.campaignNames(id),
    "connections.campaigns": ({ id }) => connections.campaigns(id),
    "connections.proposed": () => ({ id: connections.proposed() }),
    "connections.saveListToFill": async ({ id }) => {
      const { name } = connections.get(id);
      const customFields = await connections.customFields(id);
      return await saveListToFill(db, host.saveFile, { name, customFields });
    },
    "connections.customFields": ({ id }) => connections.customFields(id),
    "practice.status": () => practice.status(),
    "practice.start": async () => {
      await practice.start();
      host.emit({ kind: "connections" });
      return practice.status();
    },
    "practice.customers": (range) => practiceAccount.page(range),
    "practice.empty": async () => ({ removed: await practiceAccount.empty() }),
  };
}
