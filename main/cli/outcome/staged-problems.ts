import type { FieldName } from "../../../preload/fields.ts";
import type { Severity } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { toProblem } from "../../pipeline/validation/messages.ts";
import { MAX_PROBLEMS, type OutcomeProblem, outcomeProblem } from "./outcome.ts";

interface ProblemRecord {
  readonly row: number;
  readonly column: string | null;
  readonly field: FieldName | null;
  readonly code: string;
  readonly severity: Severity;
  readonly params: string;
}

/** The problems of a check that a command lists: errors before warnings, each in list order. */
export function stagedProblems(
  db: Database,
  stagingId: number,
  sheet: string,
): readonly OutcomeProblem[] {
  const read = db.prepare(
    `SELECT row_number AS row, column, field, code, severity, params FROM staged_problems
     WHERE staging_id = ? AND severity = ? AND hidden = 0 ORDER BY row_index, seq LIMIT ?`,
  );
  const errors = read.all(stagingId, "error", MAX_PROBLEMS) as ProblemRecord[];
  const warnings = read.all(stagingId, "warning", MAX_PROBLEMS - errors.length) as ProblemRecord[];
  return [...errors, ...warnings].map((record) =>
    outcomeProblem(toProblem({ ...record, params: JSON.parse(record.params) }), sheet),
  );
}
