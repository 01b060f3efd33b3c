import type { Database } from "better-sqlite3";
import type { FieldName } from "../../preload/fields.ts";
import type { ImportOptions, Mapping, Notice } from "../../preload/types.ts";
import { createRowIdentity } from "../batches/row-identity.ts";
import { readPayload } from "../history/sealed-parts.ts";
import { localTime } from "../local-time.ts";
import { notice } from "../validation/messages.ts";
import type { Vault } from "../vault/vault.ts";

/** Imports of a connection that are looked at for one with the same fields. */
const LOOKED_AT = 50;

/** "Import only what changed since last time": which rows the last import sent just so. */
export interface SentBefore {
  /** Counts the rows that it says yes to. */
  isUnchanged(values: readonly string[]): boolean;
  /** How many rows are left out, and since when; or that there is nothing to compare with. */
  notice(): Notice;
}

interface LastImport {
  readonly id: number;
  readonly fileName: string;
  readonly startedAt: number;
}

/** Null where the options do not ask for it. */
export function createSentBefore(
  db: Database,
  vault: Vault,
  options: ImportOptions,
  fields: readonly FieldName[],
): SentBefore | null {
  if (options.onlyChanged !== true || options.connectionId === null) return null;
  const last = lastImport(db, options.connectionId, fields);
  const hashes = last === null ? null : rowHashes(db, vault, last.id);
  const identify = createRowIdentity(fields);
  const amount = fields.indexOf("auto_add");
  let count = 0;
  return {
    isUnchanged(values) {
      // An amount is added every time that it is sent: the same again is no repeat.
      if (hashes === null || (amount >= 0 && (values[amount] ?? "").trim() !== "")) return false;
      const unchanged = hashes.has(vault.rowHash(identify(values)));
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

/**
 * The last import of the connection that the platform accepted whole, of the same fields, whose
 * rows are kept and that nobody has taken back. "ignore" may have changed nothing.
 */
function lastImport(
  db: Database,
  connectionId: number,
  fields: readonly FieldName[],
): LastImport | null {
  const rows = db
    .prepare(
      `SELECT id, file_name AS fileName, started_at AS startedAt, mapping FROM imports
       WHERE phase = 'queued' AND connection_id = ? AND state = 'accepted' AND rows_kept = 1
         AND undoes_import_id IS NULL AND options ->> '$.duplicates' <> 'ignore'
         AND NOT EXISTS (SELECT 1 FROM imports AS later WHERE later.undoes_import_id = imports.id)
         AND NOT EXISTS (SELECT 1 FROM undo_marks JOIN batches ON batches.id = batch_id
           WHERE batches.import_id = imports.id)
       ORDER BY started_at DESC, imports.id DESC LIMIT ${LOOKED_AT}`,
    )
    .all(connectionId) as (LastImport & { readonly mapping: string })[];
  const wanted = named(fields);
  const found = rows.find(
    ({ mapping }) => named((JSON.parse(mapping) as Mapping).map(({ field }) => field)) === wanted,
  );
  return found ?? null;
}

function named(fields: readonly FieldName[]): string {
  return [...fields].sort().join();
}

function rowHashes(db: Database, vault: Vault, importId: number): ReadonlySet<string> {
  const ids = db
    .prepare("SELECT id FROM batches WHERE import_id = ? ORDER BY position")
    .pluck()
    .all(importId) as number[];
  const hashes = new Set<string>();
  for (const id of ids) {
    for (const { hash } of readPayload(db, vault, id)?.rows ?? []) hashes.add(hash);
  }
  return hashes;
}
