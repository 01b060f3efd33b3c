import type { FieldName } from "../../preload/fields.ts";
import type { Database } from "../database/open.ts";
import { openStored, type StoredRow, sealStored } from "../delivery/payload.ts";
import type { Vault } from "../vault/vault.ts";
import type { Person } from "./person.ts";

type LeftRow = readonly [row: number, values: readonly string[]];

interface Chunk {
  readonly owner: number;
  readonly chunk: number;
  readonly fields: string;
  readonly sealed: Buffer;
}

/**
 * Takes a person out of lists being prepared and of rows that imports left out. A row of a list
 * being prepared stays as an empty one, which is never sent, so that positions stay what they are.
 * @returns rows of lists being prepared
 */
export function forgetInLists(
  db: Database,
  vault: Vault,
  person: Person,
  confirm: boolean,
): number {
  const staged = forgetIn(db, person, confirm, {
    list: `SELECT staging_id AS owner, chunk, fields, sealed_rows AS sealed FROM staged_chunks
      JOIN stagings ON stagings.id = staging_id WHERE (staging_id, chunk) > (?, ?)
      ORDER BY staging_id, chunk LIMIT 1`,
    // No longer a batch as it is, and nothing leads to the person any more.
    write: `UPDATE staged_chunks SET sealed_rows = ?, delimiter = NULL, value_hashes = x''
      WHERE staging_id = ? AND chunk = ?`,
    open: (sealed) => openStored(vault, sealed).rows,
    seal: (fields, rows) => sealStored(vault, { fields, rows }),
    emptied: (db, { owner, chunk }, places) => leaveOut(db, owner, chunk, places),
  });
  forgetIn(db, person, confirm, {
    list: `SELECT import_id AS owner, chunk,
        (SELECT json_group_array(value ->> '$.field') FROM json_each(mapping)) AS fields,
        sealed_rows AS sealed FROM import_leftovers
      JOIN imports ON imports.id = import_id WHERE (import_id, chunk) > (?, ?)
      ORDER BY import_id, chunk LIMIT 1`,
    write: "UPDATE import_leftovers SET sealed_rows = ? WHERE import_id = ? AND chunk = ?",
    open: (sealed) =>
      vault.openJson<readonly LeftRow[]>(sealed).map(([row, texts]) => [row, "", texts]),
    seal: (_, rows) => vault.sealJson(rows.map(([row, , texts]) => [row, texts])),
    emptied: () => undefined,
  });
  forgetIn(db, person, confirm, {
    list: `SELECT batch_earlier.rowid AS owner, attempt AS chunk, '' AS fields,
        sealed_rows AS sealed FROM batch_earlier WHERE batch_earlier.rowid > ?
      AND ? IS NOT NULL ORDER BY batch_earlier.rowid LIMIT 1`,
    write: `UPDATE batch_earlier SET sealed_rows = ?, sealed_reply = NULL
      WHERE rowid = ? AND attempt = ?`,
    fields: (sealed) => openStored(vault, sealed).fields,
    open: (sealed) => openStored(vault, sealed).rows,
    seal: (fields, rows) => sealStored(vault, { fields, rows }),
    emptied: () => undefined,
  });
  return staged;
}

interface Place {
  /** Where the fields stand with the rows. */
  readonly fields?: (sealed: Buffer) => readonly FieldName[];
  readonly list: string;
  readonly write: string;
  readonly open: (sealed: Buffer) => readonly StoredRow[];
  readonly seal: (fields: readonly FieldName[], rows: readonly StoredRow[]) => Buffer;
  readonly emptied: (db: Database, chunk: Chunk, places: readonly number[]) => void;
}

function forgetIn(db: Database, person: Person, confirm: boolean, where: Place): number {
  const next = db.prepare(where.list);
  const write = db.prepare(where.write);
  let owner = -1;
  let chunk = -1;
  let rows = 0;
  for (;;) {
    const record = next.get(owner, chunk) as Chunk | undefined;
    if (record === undefined) return rows;
    ({ owner, chunk } = record);
    const fields =
      where.fields?.(record.sealed) ?? (JSON.parse(record.fields) as readonly FieldName[]);
    const found = where.open(record.sealed);
    const hits = found.flatMap(([, , row], at) =>
      fields.some((field, place) => person.owns(field, row[place] ?? "")) ? [at] : [],
    );
    rows += hits.length;
    if (!confirm || hits.length === 0) continue;
    const gone = new Set(hits);
    const kept = found.map(
      (row, at): StoredRow => (gone.has(at) ? [row[0], "", row[2].map(() => "")] : row),
    );
    const work = db.transaction(() => {
      write.run(where.seal(fields, kept), record.owner, record.chunk);
      where.emptied(db, record, hits);
    });
    work.immediate();
  }
}

/** Bit 0 of a row's status byte says that it has an error and is not sent. */
function leaveOut(db: Database, staging: number, chunk: number, places: readonly number[]): void {
  const record = db
    .prepare(
      "SELECT first_index AS first, status FROM staged_chunks WHERE staging_id = ? AND chunk = ?",
    )
    .get(staging, chunk) as { readonly first: number; readonly status: Buffer };
  for (const place of places) {
    record.status[place] = (record.status[place] ?? 0) | 1;
    db.prepare("DELETE FROM staged_edits WHERE staging_id = ? AND row_index = ?").run(
      staging,
      record.first + place,
    );
  }
  db.prepare("UPDATE staged_chunks SET status = ? WHERE staging_id = ? AND chunk = ?").run(
    record.status,
    staging,
    chunk,
  );
}
