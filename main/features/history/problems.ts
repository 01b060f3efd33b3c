import { type FieldName, isFieldName } from "../../../preload/fields.ts";
import type { Page, Problem } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { toProblem } from "../../pipeline/validation/messages.ts";
import {
  countProblems,
  type ProblemRecord,
  readProblems,
} from "../../records/imports/import-problems.ts";
import { readSetup } from "../../records/imports/import-record.ts";

/** One page of the problems that the check of an import found, in list order. */
export function listProblems(
  db: Database,
  importId: number,
  page: { readonly offset: number; readonly limit: number },
): Page<Problem> {
  readSetup(db, importId);
  const records = readProblems(db, importId, page);
  return { items: records.map(toListProblem), total: countProblems(db, importId) };
}

/** A problem of an import as people are told it. */
export function toListProblem(record: ProblemRecord): Problem {
  return toProblem({
    row: record.row,
    column: record.column,
    field: fieldOf(record.field),
    code: record.code,
    severity: record.severity,
    params: JSON.parse(record.params),
  });
}

function fieldOf(text: string | null): FieldName | null {
  return text !== null && isFieldName(text) ? text : null;
}
