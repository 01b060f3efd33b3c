import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "better-sqlite3";
import type { ProblemKind } from "../../preload/types.ts";

/** Positions of rows whose problems are counted before other work gets its turn: milliseconds. */
const STEP_ROWS = 10_000;

/** The kinds of problems that show: errors first, then the most frequent. */
export async function problemKinds(
  db: Database,
  stagingId: number,
  rows: number,
): Promise<readonly ProblemKind[]> {
  const count = db.prepare(
    `SELECT code, field, column, severity, count(DISTINCT row_index) AS rows FROM staged_problems
     WHERE staging_id = ? AND row_index >= ? AND row_index < ? AND hidden = 0
     GROUP BY code, field, column, severity`,
  );
  const kinds = new Map<string, ProblemKind>();
  for (let from = 0; from < rows; from += STEP_ROWS) {
    if (from > 0) await nextTurn();
    for (const kind of count.all(stagingId, from, from + STEP_ROWS) as ProblemKind[]) {
      const name = JSON.stringify([kind.code, kind.field, kind.column, kind.severity]);
      const before = kinds.get(name)?.rows ?? 0;
      kinds.set(name, { ...kind, rows: before + kind.rows });
    }
  }
  return [...kinds.values()].sort(
    (a, b) => Number(b.severity === "error") - Number(a.severity === "error") || b.rows - a.rows,
  );
}
