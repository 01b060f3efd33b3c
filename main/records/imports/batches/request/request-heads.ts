import type { Compatibility } from "../../../../../preload/types.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { column, statement } from "../../../../common/sqlite/statement.ts";
import type { ResolvedConnection } from "../../../connections/resolved.ts";

/** What a request was sent with beside its rows; no secret. */
export interface RequestHead {
  /** Origin and path; `PRACTICE_ADDRESS` for the practice server. */
  readonly address: string;
  readonly userId: string;
  readonly accountId: string;
  readonly compatibility: Compatibility;
}

/** Keeps with a batch what its requests are sent with; inside the transaction that claims it. */
export function createHeadKeeper(
  db: Database,
): (batchId: number, connection: ResolvedConnection) => void {
  const find = column<[content: string], number>(
    db,
    "SELECT id FROM request_heads WHERE content = ?",
  );
  const insert = statement<[content: string]>(db, "INSERT INTO request_heads (content) VALUES (?)");
  const keep = statement<[headId: number | bigint, batchId: number]>(
    db,
    "UPDATE batches SET head_id = ? WHERE id = ?",
  );
  return (batchId, { server: { address }, userId, accountId, settings: { compatibility } }) => {
    const head: RequestHead = { address, userId, accountId, compatibility };
    const content = JSON.stringify(head);
    const known = find.get(content);
    keep.run(known ?? insert.run(content).lastInsertRowid, batchId);
  };
}

/** Null where nothing was sent yet, or by a version that did not keep it. */
export function readHead(db: Database, batchId: number): RequestHead | null {
  const content = column<[batchId: number], string>(
    db,
    "SELECT content FROM request_heads WHERE id = (SELECT head_id FROM batches WHERE id = ?)",
  ).get(batchId);
  return content === undefined ? null : (JSON.parse(content) as RequestHead);
}
