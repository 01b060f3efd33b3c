import type { FieldName } from "../../../preload/fields.ts";
import type { Severity } from "../../../preload/types.ts";
import type { RowProblem } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { RAGGED_ROWS } from "../../pipeline/sources/shape/row-judge.ts";
import { toProblem } from "../../pipeline/validation/messages.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { MAX_PROBLEMS, type OutcomeProblem, outcomeProblem } from "./outcome.ts";
import { type StagedList, wouldSend } from "./would-send.ts";

interface ProblemRecord {
  /** Its 0-based place in the list. */
  readonly at: number;
  readonly row: number;
  readonly column: string | null;
  readonly field: FieldName | null;
  readonly code: string;
  readonly severity: Severity;
  readonly params: string;
}

/**
 * The problems of a check that a command lists: errors before warnings, each in list order. Rows
 * whose values stand in the wrong columns tell what they would send.
 */
export function stagedProblems(
  db: Database,
  vault: Vault,
  list: StagedList,
): readonly OutcomeProblem[] {
  const read = db.prepare(
    `SELECT row_index AS at, row_number AS row, column, field, code, severity, params FROM staged_problems
     WHERE staging_id = ? AND severity = ? AND hidden = 0 ORDER BY row_index, seq LIMIT ?`,
  );
  const { stagingId } = list;
  const errors = read.all(stagingId, "error", MAX_PROBLEMS) as ProblemRecord[];
  const warnings = read.all(stagingId, "warning", MAX_PROBLEMS - errors.length) as ProblemRecord[];
  const told = [...errors, ...warnings].map(({ at, ...record }) => {
    const params = JSON.parse(record.params) as RowProblem["params"];
    return { at, problem: { ...record, params } };
  });
  const ragged = told.filter(({ problem }) => RAGGED_ROWS.has(problem.code));
  const shifts = ragged.map(({ at, problem }) => [at, shiftOf(problem)] as const);
  const sends = wouldSend(db, vault, list, new Map(shifts));
  return told.map(({ at, problem }) => {
    const outcome = outcomeProblem(toProblem(problem), list.reading.sheet);
    const values = RAGGED_ROWS.has(problem.code) ? sends.get(at) : undefined;
    return values === undefined ? outcome : { ...outcome, wouldSend: values };
  });
}

/** By how many columns values may stand beside their own. */
function shiftOf({ params: { values, expected } }: RowProblem): number {
  return Math.max(1, Math.abs(Number(values) - Number(expected)));
}
