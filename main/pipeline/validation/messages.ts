import type { FieldName } from "../../../preload/fields.ts";
import type { Notice, Problem, Severity } from "../../../preload/types.ts";
import type { RowProblem } from "../../common/rows.ts";
import { t } from "../../common/text.ts";

/** A row's problem with its sentence. */
export function toProblem(problem: RowProblem): Problem {
  return { ...problem, message: t(`problems:${problem.code}`, problem.params) };
}

/** A notice about the whole list with its sentence. */
export function notice(
  code: string,
  severity: Severity,
  field: FieldName | null = null,
  params: Readonly<Record<string, string | number>> = {},
): Notice {
  return { code, severity, field, params, message: t(`problems:${code}`, params) };
}
