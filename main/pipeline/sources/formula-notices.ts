import type { SourceNotice } from "./source.ts";

/** Formulas of a sheet whose results the file does not hold. */
export function formulaNotices(count: number): SourceNotice[] {
  return count > 0 ? [{ code: "formulas-without-results", params: { count } }] : [];
}
