import { setImmediate as nextTurn } from "node:timers/promises";
import type { RowView } from "../../../../../preload/types.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import type { ListOfRows } from "./row-thread.ts";
import type { RowMask } from "./thread-messages.ts";

/** Positions of rows that are asked about before other work gets its turn: milliseconds. */
const STEP_ROWS = 10_000;

/** The rows that have a kind of problem which shows. */
export async function rowsWithProblem(
  db: Database,
  { stagingId, rows }: ListOfRows,
  { code, field, column, severity }: NonNullable<RowView["problem"]>,
): Promise<RowMask> {
  const find = db
    .prepare(
      `SELECT DISTINCT row_index FROM staged_problems WHERE staging_id = ? AND row_index >= ?
         AND row_index < ? AND code = ? AND field IS ? AND column IS ? AND severity = ?
         AND hidden = 0`,
    )
    .pluck();
  const mask = new Uint8Array(rows);
  for (let from = 0; from < rows; from += STEP_ROWS) {
    if (from > 0) await nextTurn();
    const found = find.all(stagingId, from, from + STEP_ROWS, code, field, column, severity);
    for (const index of found as number[]) mask[index] = 1;
  }
  return mask;
}
