import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

/** What names a connection. */
export interface ConnectionLinks {
  readonly id: number;
  readonly imports: readonly number[];
  readonly batches: readonly number[];
}

export function readLinks(db: Database, id: number): ConnectionLinks {
  const imports = column<[id: number], number>(
    db,
    "SELECT id FROM imports WHERE connection_id = ?",
  );
  const batches = column<[id: number], number>(
    db,
    "SELECT id FROM batches WHERE connection_id = ?",
  );
  return { id, imports: imports.all(id), batches: batches.all(id) };
}

/** Names the connection again; taking it away again is left to the database. */
export function relink(db: Database, { id, imports, batches }: ConnectionLinks): void {
  statement<[id: number, ids: string]>(
    db,
    `UPDATE imports SET connection_id = ?
     WHERE connection_id IS NULL AND id IN (SELECT value FROM json_each(?))`,
  ).run(id, JSON.stringify(imports));
  statement<[id: number, ids: string]>(
    db,
    `UPDATE batches SET connection_id = ?
     WHERE connection_id IS NULL AND id IN (SELECT value FROM json_each(?))`,
  ).run(id, JSON.stringify(batches));
}
