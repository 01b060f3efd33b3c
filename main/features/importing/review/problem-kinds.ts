import { setImmediate as nextTurn } from "node:timers/promises";
import type { ProblemKind } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { toProblem } from "../../../pipeline/validation/messages.ts";
import { tileOf } from "../../../records/drafts/status.ts";

/** Positions of rows whose problems are counted before other work gets its turn: milliseconds. */
const STEP_ROWS = 10_000;

interface KindRecord extends Pick<ProblemKind, "code" | "field" | "column" | "severity" | "rows"> {
  /** The parameters of one of the rows, as JSON. */
  readonly params: string;
}

/**
 * The kinds of problems that show, in rows that have not gone out and are not left out: errors
 * first, then the most frequent.
 */
export async function problemKinds(
  db: Database,
  stagingId: number,
  status: Uint8Array,
): Promise<readonly ProblemKind[]> {
  const count = db.prepare(
    `SELECT code, field, column, severity, min(params) AS params,
       count(DISTINCT row_index) AS rows FROM staged_problems
     WHERE staging_id = ? AND row_index >= ? AND row_index < ? AND hidden = 0
       AND row_index NOT IN (SELECT value FROM json_each(?))
     GROUP BY code, field, column, severity`,
  );
  const kinds = new Map<string, KindRecord>();
  for (let from = 0; from < status.length; from += STEP_ROWS) {
    if (from > 0) await nextTurn();
    const to = Math.min(status.length, from + STEP_ROWS);
    const over = JSON.stringify(overRows(status, from, to));
    for (const kind of count.all(stagingId, from, to, over) as KindRecord[]) {
      const name = JSON.stringify([kind.code, kind.field, kind.column, kind.severity]);
      const before = kinds.get(name);
      kinds.set(name, { ...kind, ...before, rows: (before?.rows ?? 0) + kind.rows });
    }
  }
  return [...kinds.values()]
    .sort(
      (a, b) => Number(b.severity === "error") - Number(a.severity === "error") || b.rows - a.rows,
    )
    .map(({ rows: count_, params, ...kind }) => {
      const { row: _, ...shown } = toProblem({ ...kind, row: 0, params: JSON.parse(params) });
      return { ...shown, rows: count_ };
    });
}

/** Positions of rows whose problems concern nobody any more. */
function overRows(status: Uint8Array, from: number, to: number): readonly number[] {
  const over: number[] = [];
  for (let index = from; index < to; index += 1) {
    const tile = tileOf(status[index] ?? 0);
    if (tile === "sent" || tile === "leftOut") over.push(index);
  }
  return over;
}
