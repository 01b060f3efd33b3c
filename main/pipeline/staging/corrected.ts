import type { Mapping } from "../../../preload/types.ts";
import type { RowProblem } from "../../common/rows.ts";
import { RAGGED_ROWS } from "../sources/shape/row-judge.ts";

/** Whether what was found in a row as it was read is over where a person typed these values. */
export function isOver(
  { code, field }: Pick<RowProblem, "code" | "field">,
  mapping: Mapping,
  corrections: ReadonlyMap<string, string> | undefined,
): boolean {
  if (corrections === undefined) return false;
  return field === null
    ? RAGGED_ROWS.has(code) && endsRagged(mapping, corrections)
    : corrections.has(field);
}

/**
 * That a row's values stand in the wrong columns is over when the last of them was corrected:
 * wherever the row was broken, that one is wrong, and people correct from left to right.
 */
export function endsRagged(mapping: Mapping, corrections: ReadonlyMap<string, string>): boolean {
  const last = lastField(mapping);
  return last !== null && corrections.has(last);
}

/** The field that the last mapped column goes to. */
function lastField(mapping: Mapping): string | null {
  let last = -1;
  let field: string | null = null;
  for (const entry of mapping) {
    const column = Math.max(-1, ...entry.columns);
    if (column > last) {
      last = column;
      field = entry.field;
    }
  }
  return field;
}
