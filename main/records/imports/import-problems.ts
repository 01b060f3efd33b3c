import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

/** A problem as it is kept with an import. */
export interface ProblemRecord {
  readonly row: number;
  readonly column: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly severity: "error" | "warning";
  /** JSON. */
  readonly params: string;
}

export function countProblems(db: Database, importId: number): number {
  return (
    column<[importId: number], number>(
      db,
      "SELECT count(*) FROM import_problems WHERE import_id = ?",
    ).get(importId) ?? 0
  );
}

/** One page of them, in list order. */
export function readProblems(
  db: Database,
  importId: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly ProblemRecord[] {
  return statement<[importId: number, limit: number, offset: number], ProblemRecord>(
    db,
    `SELECT row_number AS row, column, field, code, severity, params FROM import_problems
     WHERE import_id = ? ORDER BY seq LIMIT ? OFFSET ?`,
  ).all(importId, limit, offset);
}

/** The numbers of the rows that could not be sent as they were, ascending. */
export function readErrorRows(db: Database, importId: number): readonly number[] {
  return column<[importId: number], number>(
    db,
    `SELECT DISTINCT row_number FROM import_problems
     WHERE import_id = ? AND severity = 'error' ORDER BY row_number`,
  ).all(importId);
}

/** All problems of some rows, in list order. */
export function readProblemsOfRows(
  db: Database,
  importId: number,
  rows: readonly number[],
): readonly ProblemRecord[] {
  if (rows.length === 0) return [];
  return statement<[importId: number, rows: string], ProblemRecord>(
    db,
    `SELECT row_number AS row, column, field, code, severity, params FROM import_problems
     WHERE import_id = ? AND row_number IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  ).all(importId, JSON.stringify(rows));
}

/** Which of a checked list's problems are copied, and behind how many others. */
export interface ProblemStep {
  readonly stagingId: number;
  readonly importId: number;
  readonly base: number;
  /** Positions in the list; the second is not included. */
  readonly from: number;
  readonly to: number;
}

/** Copies problems that show from a checked list; answers how many. */
export function createProblemCopier(db: Database): (step: ProblemStep) => number {
  const copy = statement<ProblemStep>(
    db,
    `INSERT INTO import_problems
       (import_id, seq, row_number, column, field, code, severity, params)
     SELECT :importId, :base + row_number() OVER (ORDER BY row_index, seq),
       row_number, column, field, code, severity, params
     FROM staged_problems
     WHERE staging_id = :stagingId AND row_index >= :from AND row_index < :to AND hidden = 0
     ORDER BY row_index, seq`,
  );
  return (step) => copy.run(step).changes;
}
