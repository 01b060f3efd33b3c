import type { BatchState } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";

/** What became of a batch, and what its import waits for. */
export interface BatchOutcome {
  readonly importId: number;
  readonly connectionId: number | null;
  readonly state: BatchState;
  readonly hold: "paused" | "rejected" | null;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
}

export function batchOutcomes(db: Database, ids: readonly number[]): readonly BatchOutcome[] {
  return statement<[ids: string], BatchOutcome>(
    db,
    `SELECT import_id AS importId, batches.connection_id AS connectionId, batches.state,
       imports.hold, row_count AS rows, ifnull(created_count, 0) AS created,
       ifnull(updated_count, 0) AS updated
     FROM batches JOIN imports ON imports.id = import_id
     WHERE batches.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
}

/** How many batches there are in each state. */
export function countByState(
  db: Database,
): readonly { readonly name: BatchState; readonly count: number }[] {
  return statement<[], { name: BatchState; count: number }>(
    db,
    "SELECT state AS name, count(*) AS count FROM batches GROUP BY state",
  ).all();
}
