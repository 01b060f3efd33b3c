import { setImmediate as nextTurn } from "node:timers/promises";
import type { ProblemKind, Tile } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { toProblem } from "../../../pipeline/validation/messages.ts";
import { tileOf } from "../../../records/drafts/status.ts";

/** Positions of rows whose problems are counted before other work gets its turn: milliseconds. */
const STEP_ROWS = 10_000;

interface KindRecord
  extends Pick<ProblemKind, "code" | "field" | "column" | "severity" | "rows" | "elsewhere"> {
  /** The parameters of one of the rows, as JSON. */
  readonly params: string;
}

/**
 * The kinds of problems that show, in rows that have not gone out and are not left out: errors
 * first, then the most frequent. Each is counted in the rows of its own tile: a warning of a row
 * that has an error, too, is counted apart.
 */
export async function problemKinds(
  db: Database,
  stagingId: number,
  status: Uint8Array,
): Promise<readonly ProblemKind[]> {
  const count = db.prepare(
    `SELECT code, field, column, severity, min(params) AS params,
       count(DISTINCT row_index) FILTER (WHERE NOT of_errors) AS rows,
       count(DISTINCT row_index) FILTER (WHERE of_errors) AS elsewhere
     FROM (SELECT *, severity = 'warning' AND row_index IN (SELECT value FROM json_each(?))
       AS of_errors FROM staged_problems)
     WHERE staging_id = ? AND row_index >= ? AND row_index < ? AND hidden = 0
       AND row_index NOT IN (SELECT value FROM json_each(?))
     GROUP BY code, field, column, severity`,
  );
  const kinds = new Map<string, KindRecord>();
  for (let from = 0; from < status.length; from += STEP_ROWS) {
    if (from > 0) await nextTurn();
    const to = Math.min(status.length, from + STEP_ROWS);
    const inTiles = (...tiles: readonly Tile[]) => rowsInTiles(status, from, to, tiles);
    const errors = JSON.stringify(inTiles("errors"));
    const over = JSON.stringify(inTiles("sent", "leftOut"));
    for (const kind of count.all(errors, stagingId, from, to, over) as KindRecord[]) {
      const name = JSON.stringify([kind.code, kind.field, kind.column, kind.severity]);
      const before = kinds.get(name);
      kinds.set(name, {
        ...{ ...kind, ...before },
        rows: (before?.rows ?? 0) + kind.rows,
        elsewhere: (before?.elsewhere ?? 0) + kind.elsewhere,
      });
    }
  }
  return [...kinds.values()]
    .sort(
      (a, b) => Number(b.severity === "error") - Number(a.severity === "error") || b.rows - a.rows,
    )
    .map(({ rows, elsewhere, params, ...kind }) => {
      const { row: _, ...shown } = toProblem({ ...kind, row: 0, params: JSON.parse(params) });
      return { ...shown, rows, elsewhere };
    });
}

/** Positions of the rows that stand in any of these tiles. */
function rowsInTiles(
  status: Uint8Array,
  from: number,
  to: number,
  tiles: readonly Tile[],
): readonly number[] {
  const found: number[] = [];
  for (let index = from; index < to; index += 1) {
    if (tiles.includes(tileOf(status[index] ?? 0))) found.push(index);
  }
  return found;
}
