import type { FieldName } from "../../../preload/fields.ts";
import { countryName } from "../../../preload/lists/countries.ts";
import type { Notice, Problem, Severity } from "../../../preload/types.ts";
import type { RowProblem } from "../../common/rows.ts";
import { currentLanguage, t } from "../../common/text.ts";

/** A row's problem with its sentence. */
export function toProblem(problem: RowProblem): Problem {
  const { country } = problem.params;
  const params =
    typeof country === "string"
      ? { ...problem.params, country: countryName(country, currentLanguage()) }
      : problem.params;
  return { ...problem, message: t(`problems:${problem.code}`, params) };
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
