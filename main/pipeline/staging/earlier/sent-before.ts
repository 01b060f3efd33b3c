import type { FieldName } from "../../../../preload/fields.ts";
import type { ImportOptions, Notice } from "../../../../preload/types.ts";
import { localTime } from "../../../common/local-time.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createRowIdentity } from "../../batches/row-identity.ts";
import { notice } from "../../validation/messages.ts";
import { lastSent } from "./last-sent.ts";

/** "Import only what changed since last time": which rows the last import sent just so. */
export interface SentBefore {
  /** Counts the rows that it says yes to. */
  isUnchanged(values: readonly string[]): boolean;
  /** How many rows are left out, and since when; or that there is nothing to compare with. */
  notice(): Notice;
}

/** Null where the options do not ask for it. */
export function createSentBefore(
  db: Database,
  vault: Vault,
  options: Pick<ImportOptions, "onlyChanged" | "connectionId">,
  fields: readonly FieldName[],
): SentBefore | null {
  if (options.onlyChanged !== true || options.connectionId === null) return null;
  const last = lastSent(db, vault, options.connectionId, fields);
  const identify = createRowIdentity(fields);
  const amount = fields.indexOf("auto_add");
  let count = 0;
  return {
    isUnchanged(values) {
      // An amount is added every time that it is sent: the same again is no repeat.
      if (last === null || (amount >= 0 && (values[amount] ?? "").trim() !== "")) return false;
      const unchanged = last.rows.has(identify(values));
      if (unchanged) count += 1;
      return unchanged;
    },
    notice() {
      if (last === null) return notice("no-import-before", "warning");
      const params = { count, name: last.fileName, time: localTime(last.startedAt) };
      return notice("rows-unchanged", "warning", null, params);
    },
  };
}
