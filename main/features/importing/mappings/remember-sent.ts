import type { Database } from "../../../common/sqlite/database.ts";
import { createUndoLog } from "../../../records/undo-log/log.ts";
import { readImage } from "../../../records/undo-log/row-image.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { headerFingerprint } from "./fingerprint.ts";
import { type Remembered, rememberMapping } from "./remembered.ts";

/**
 * Remembers the mapping of a list that goes out, inside the transaction of its import. Where it is
 * another one than before, that can be taken back.
 */
export function rememberSent(db: Database, vault: Vault, about: Omit<Remembered, "named">): void {
  const former = db
    .prepare("SELECT id FROM mappings WHERE fingerprint = ? AND connection_id IS ?")
    .pluck()
    .get(headerFingerprint(about.columns), about.connectionId) as number | undefined;
  const before = former === undefined ? null : readImage(db, "mappings", former);
  const key = rememberMapping(db, { ...about, named: false });
  const after = readImage(db, "mappings", key);
  if (before?.mapping === after?.mapping && before?.headers === after?.headers) return;
  createUndoLog(db, vault).record({
    label: "mapping-kept",
    params: { name: String(after?.name ?? about.name) },
    entries: [{ kind: "row", payload: { table: "mappings", key, before, after } }],
  });
}
