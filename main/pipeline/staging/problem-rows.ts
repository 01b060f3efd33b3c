import type { FieldName } from "../../../preload/fields.ts";
import type { Problem, Severity } from "../../../preload/types.ts";
import type { RowProblem } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { ERROR, WARNING } from "../../records/drafts/status.ts";
import { NO_CUSTOMERS } from "../sources/shape/row-judge.ts";
import { toProblem } from "../validation/messages.ts";
import { createRowSet, type RowSet } from "../validation/row-set.ts";

/** Places of problems within a row: found when reading, by the row's rules, by its repeats. */
export const READ_SEQ = 0;
export const RULE_SEQ = 500;
export const REPEAT_SEQ = 1_000;

/** A problem of a row as it is kept: its place within the row, and where it was found. */
export interface StagedProblem extends RowProblem {
  readonly seq: number;
  readonly origin: "read" | "check";
  readonly hidden: boolean;
}

interface ProblemRecord {
  readonly row_index: number;
  readonly row_number: number;
  readonly column: string | null;
  readonly field: FieldName | null;
  readonly code: string;
  readonly severity: Severity;
  readonly params: string;
}

const COLUMNS = "row_index, row_number, column, field, code, severity, params";

/** Inserts problems; to be called inside a transaction. */
export function createProblemWriter(
  db: Database,
  stagingId: number,
): (index: number, problem: StagedProblem) => void {
  const insert = db.prepare(
    `INSERT INTO staged_problems (staging_id, row_index, seq, row_number, column, field, code,
       severity, params, origin, hidden)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (index, problem) =>
    void insert.run(
      stagingId,
      index,
      problem.seq,
      problem.row,
      problem.column,
      problem.field,
      problem.code,
      problem.severity,
      JSON.stringify(problem.params),
      problem.origin,
      Number(problem.hidden),
    );
}

/** The error and warning bits of some problems. */
export function statusOf(problems: readonly RowProblem[]): number {
  let status = 0;
  for (const { severity } of problems) status |= severity === "error" ? ERROR : WARNING;
  return status;
}

/** Problems that show (or those that a correction hides too), of the rows at these positions. */
export function problemsOfRows(
  db: Database,
  stagingId: number,
  indexes: readonly number[],
  hiddenToo = false,
): ReadonlyMap<number, readonly RowProblem[]> {
  const records = db
    .prepare(
      `SELECT ${COLUMNS} FROM staged_problems
       WHERE staging_id = ? AND hidden <= ? AND row_index IN (SELECT value FROM json_each(?))
       ORDER BY row_index, seq`,
    )
    .all(stagingId, Number(hiddenToo), JSON.stringify(indexes)) as ProblemRecord[];
  const byRow = new Map<number, RowProblem[]>();
  for (const record of records) {
    const list = byRow.get(record.row_index);
    if (list === undefined) byRow.set(record.row_index, [fromRecord(record)]);
    else list.push(fromRecord(record));
  }
  return byRow;
}

/** Errors found in code and card number cells as read: such keys repeat nothing. */
export function damagedKeys(
  db: Database,
  stagingId: number,
): ReadonlyMap<number, readonly RowProblem[]> {
  const indexes = db
    .prepare(
      `SELECT DISTINCT row_index FROM staged_problems
       WHERE staging_id = ? AND origin = 'read' AND severity = 'error'
         AND field IN ('code', 'card_number')`,
    )
    .pluck()
    .all(stagingId) as number[];
  return problemsOfRows(db, stagingId, indexes, true);
}

/** Whether any row is told that it repeats another. */
export function hasRepeats(db: Database, stagingId: number): boolean {
  const told = db
    .prepare("SELECT 1 FROM staged_problems WHERE staging_id = ? AND seq >= ? LIMIT 1")
    .get(stagingId, REPEAT_SEQ);
  return told !== undefined;
}

/** What was found in a row's cells as they were read, whether it shows or not. */
export function readProblems(
  db: Database,
  stagingId: number,
  index: number,
): readonly RowProblem[] {
  const records = db
    .prepare(
      `SELECT ${COLUMNS} FROM staged_problems
       WHERE staging_id = ? AND row_index = ? AND origin = 'read' ORDER BY seq`,
    )
    .all(stagingId, index) as ProblemRecord[];
  return records.map(fromRecord);
}

/**
 * A row that was left out as no customer has been put back: what its cells and values show counts
 * now. Other rows stay as they are.
 * @returns the bits that its status gets
 */
export function showProblems(db: Database, stagingId: number, index: number): number {
  const shown = problemsOfRows(db, stagingId, [index]).get(index) ?? [];
  if (!shown.some(({ code }) => NO_CUSTOMERS.has(code))) return 0;
  db.prepare(
    `UPDATE staged_problems SET hidden = 0 WHERE staging_id = :stagingId AND row_index = :index
       AND hidden = 1 AND (origin = 'check' OR NOT EXISTS (SELECT 1 FROM staged_edits AS edits
         WHERE edits.staging_id = :stagingId AND edits.row_index = :index
           AND edits.field = staged_problems.field))`,
  ).run({ stagingId, index });
  return statusOf(problemsOfRows(db, stagingId, [index]).get(index) ?? []);
}

/** How many problems show; looks at every one of them. */
export function countProblems(db: Database, stagingId: number): number {
  return db
    .prepare("SELECT count(*) FROM staged_problems WHERE staging_id = ? AND hidden = 0")
    .pluck()
    .get(stagingId) as number;
}

/** A page of all problems that show, in list order. */
export function problemPage(
  db: Database,
  stagingId: number,
  page: { readonly offset: number; readonly limit: number },
): readonly Problem[] {
  const records = db
    .prepare(
      `SELECT ${COLUMNS} FROM staged_problems WHERE staging_id = ? AND hidden = 0
       ORDER BY row_index, seq LIMIT ? OFFSET ?`,
    )
    .all(stagingId, page.limit, page.offset) as ProblemRecord[];
  return records.map((record) => toProblem(fromRecord(record)));
}

function fromRecord(record: ProblemRecord): RowProblem {
  return {
    row: record.row_number,
    column: record.column,
    field: record.field,
    code: record.code,
    severity: record.severity,
    params: JSON.parse(record.params),
  };
}

/** Rows that are left out as no customers of the list, or none that a person wants. */
export function rowsOfNoCustomers(db: Database, stagingId: number): RowSet {
  const rows = createRowSet();
  const find = db
    .prepare(
      `SELECT row_index FROM staged_problems WHERE staging_id = ? AND origin = 'read'
         AND code IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  for (const index of find.iterate(stagingId, JSON.stringify([...NO_CUSTOMERS]))) {
    rows.add(index as number);
  }
  return rows;
}

/** Rows of which other rules decide: they share a key with another row, or are no customers. */
export function rowsOfRules(db: Database, stagingId: number): ReadonlySet<number> {
  return new Set(
    db
      .prepare(
        `SELECT DISTINCT row_index FROM staged_problems
         WHERE staging_id = ? AND (code LIKE 'repeated-%' OR code LIKE 'row-is-%'
           OR code IN ('row-of-other-table', 'row-not-wanted'))`,
      )
      .pluck()
      .all(stagingId) as number[],
  );
}
