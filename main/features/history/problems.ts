import { type FieldName, isFieldName } from "../../../preload/fields.ts";
import type { Page, Problem } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { toProblem } from "../../pipeline/validation/messages.ts";
import { readSetup } from "../../records/imports/import-record.ts";

interface ProblemRecord {
  readonly row_number: number;
  readonly column: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly params: string;
}

/** One page of the problems that the check of an import found, in list order. */
export function listProblems(
  db: Database,
  importId: number,
  page: { readonly offset: number; readonly limit: number },
): Page<Problem> {
  readSetup(db, importId);
  const total = db
    .prepare("SELECT count(*) FROM import_problems WHERE import_id = ?")
    .pluck()
    .get(importId) as number;
  const records = db
    .prepare(
      `SELECT row_number, column, field, code, severity, params FROM import_problems
       WHERE import_id = ? ORDER BY seq LIMIT ? OFFSET ?`,
    )
    .all(importId, page.limit, page.offset) as ProblemRecord[];
  return { items: records.map(fromRecord), total };
}

function fromRecord(record: ProblemRecord): Problem {
  return toProblem({
    row: record.row_number,
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
