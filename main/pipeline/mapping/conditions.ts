import type { AmountFormat, Condition, ListColumn, Mapping } from "../../../preload/types.ts";
import type { SourceRow } from "../sources/source.ts";
import { readAmount } from "./amounts.ts";
import { trimOuter } from "./clean.ts";
import { isIsoShape } from "./plain-text.ts";

/** Whether a row meets all conditions, by its cells as the list has them. */
export type ConditionTest = (row: SourceRow) => boolean;

type CellTest = (cell: string) => boolean;

/** null where there is none. A column that the list does not have decides nothing: setup.ts tells it. */
export function createConditionTest(
  conditions: readonly Condition[],
  columns: readonly Pick<ListColumn, "index" | "header">[],
  mapping: Mapping,
): ConditionTest | null {
  const tests = conditions.flatMap((condition) => {
    const column = columns.find(({ header }) => header === condition.column);
    if (column === undefined) return [];
    const format = mapping.find(
      ({ field, columns: used }) => field === "auto_add" && used.includes(column.index),
    )?.amountFormat;
    return [{ index: column.index, meets: cellTest(condition, format) }];
  });
  if (tests.length === 0) return null;
  return ({ cells }) => tests.every(({ index, meets }) => meets(trimOuter(cells[index] ?? "")));
}

function cellTest({ kind, value }: Condition, format: AmountFormat | undefined): CellTest {
  const wanted = plain(value);
  switch (kind) {
    case "is":
      return (cell) => plain(cell) === wanted;
    case "is-not":
      return (cell) => plain(cell) !== wanted;
    case "contains":
      return (cell) => plain(cell).includes(wanted);
    case "is-empty":
      return (cell) => cell === "";
    case "is-not-empty":
      return (cell) => cell !== "";
    case "above":
      return compared(value, format, (cell, limit) => cell > limit);
    case "below":
      return compared(value, format, (cell, limit) => cell < limit);
  }
}

/** Capitals and blanks are no difference that a person sees. */
function plain(text: string): string {
  return trimOuter(text).replace(/\s+/g, " ").normalize("NFC").toLowerCase();
}

/**
 * A cell without a number is neither above nor below one. Where 1.250 may be one of two numbers, both
 * have to be; dates are compared as YYYY-MM-DD.
 */
function compared(
  value: string,
  format: AmountFormat | undefined,
  holds: (cell: number | string, limit: number | string) => boolean,
): CellTest {
  const wanted = trimOuter(value);
  if (isIsoShape(wanted))
    return (cell) => isIsoShape(cell.slice(0, 10)) && holds(cell.slice(0, 10), wanted);
  const [limit] = numbersIn(wanted, format ?? "point");
  if (limit === undefined) return () => false;
  return (cell) => {
    const numbers = numbersIn(cell, format);
    return numbers.length > 0 && numbers.every((each) => holds(each, limit));
  };
}

/** Whether something can be above or below a value. */
export function isLimit(value: string): boolean {
  return isIsoShape(trimOuter(value)) || numbersIn(trimOuter(value), "point").length > 0;
}

/** The numbers that a text may be; none where it is none. */
function numbersIn(text: string, format: AmountFormat | undefined): readonly number[] {
  if (readAmount(text, format).kind === "negative") {
    return numbersIn(text.replace(/[-−–()]/g, "").trim(), format).map((each) => -each);
  }
  const formats = format === undefined ? (["point", "comma"] as const) : [format];
  return formats.flatMap((each) => {
    const reading = readAmount(text, each);
    return reading.kind === "amount" ? [Number(reading.value)] : [];
  });
}
