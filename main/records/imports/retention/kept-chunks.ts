import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";

/** A sealed piece of rows that lies beside batches. */
export interface KeptChunk {
  readonly owner: number;
  readonly chunk: number;
  /** Field names as a JSON array; "" where they are sealed with the rows. */
  readonly fields: string;
  readonly sealed: Buffer;
  readonly address: string;
  readonly account: string;
}

/** Goes through such pieces one after the other. */
export interface KeptChunks {
  /** The first one after another, by owner and number; -1 and -1 to begin. */
  next(owner: number, chunk: number): KeptChunk | undefined;
  write(sealed: Buffer, owner: number, chunk: number): void;
}

/** Rows that imports left out, by import. */
export function createLeftChunks(db: Database): KeptChunks {
  return createChunks(
    db,
    `SELECT import_id AS owner, chunk,
       (SELECT json_group_array(value ->> '$.field') FROM json_each(mapping)) AS fields,
       sealed_rows AS sealed, address, account_id AS account FROM import_leftovers
     JOIN imports ON imports.id = import_id WHERE (import_id, chunk) > (?, ?)
     ORDER BY import_id, chunk LIMIT 1`,
    "UPDATE import_leftovers SET sealed_rows = ? WHERE import_id = ? AND chunk = ?",
  );
}

/** Rows of batches as they were before a correction; their replies go where they are written. */
export function createEarlierChunks(db: Database): KeptChunks {
  return createChunks(
    db,
    `SELECT batch_earlier.rowid AS owner, attempt AS chunk, '' AS fields,
       sealed_rows AS sealed, address, account_id AS account FROM batch_earlier
     JOIN batches ON batches.id = batch_id JOIN imports ON imports.id = import_id
     WHERE batch_earlier.rowid > ?
     AND ? IS NOT NULL ORDER BY batch_earlier.rowid LIMIT 1`,
    `UPDATE batch_earlier SET sealed_rows = ?, sealed_reply = NULL
     WHERE rowid = ? AND attempt = ?`,
  );
}

/** The batch that former rows belong to, and by which account the index names its customers. */
export function batchOfEarlier(
  db: Database,
  owner: number,
): { readonly batchId: number; readonly account: string } | undefined {
  return statement<[owner: number], { batchId: number; account: string }>(
    db,
    `SELECT batch_id AS batchId, ifnull(indexed_as, account_id) AS account FROM batch_earlier
     JOIN batches ON batches.id = batch_id JOIN imports ON imports.id = import_id
     WHERE batch_earlier.rowid = ?`,
  ).get(owner);
}

function createChunks(db: Database, list: string, update: string): KeptChunks {
  const next = statement<[owner: number, chunk: number], KeptChunk>(db, list);
  const write = statement<[sealed: Buffer, owner: number, chunk: number]>(db, update);
  return {
    next: (owner, chunk) => next.get(owner, chunk),
    write: (sealed, owner, chunk) => void write.run(sealed, owner, chunk),
  };
}
