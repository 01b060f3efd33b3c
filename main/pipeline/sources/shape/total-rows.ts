import type { ListColumn } from "../../../../preload/types.ts";
import { isBlankCell } from "../data-rows.ts";
import { formOf, hasDigit, othersOf, type TypedColumns, WORD } from "./forms.ts";
import {
  beginsAsTotal,
  isOnlyTotal,
  isTotalOf,
  isTrailer,
  plainLabel,
} from "./no-customer-words.ts";
import { isPartOfSum, isTax, isTaxWithRate } from "./sum-parts.ts";

/** An amount or a count, with a currency or the thing counted. */
const AMOUNT = /^[^\d@]{0,5}\d[\d.,'’\s]*[^\d@]{0,12}$/u;
/** A number of so many digits that has the form of its column is a phone number or a code. */
const LONG_NUMBER = 7;

type Total = "row-is-total" | "row-like-total" | "row-is-note";

/** Judges whether a row sums up those above it: a word for it, and nothing but amounts beside. */
export function createTotalJudge(
  columns: readonly ListColumn[],
  { typed, fits, contradicts }: TypedColumns,
): (cells: readonly string[], filled: readonly number[], isBelowTotal: boolean) => Total | null {
  function isAmount(at: number, cell: string): boolean {
    if (!hasDigit(cell)) return false;
    const value = cell.trim();
    if (!AMOUNT.test(value) || beginsAsTotal(plainLabel(value))) return false;
    if (value.replaceAll(/\D/g, "").length < LONG_NUMBER) return true;
    return !isLikeOthers(at, value);
  }

  function isLikeOthers(at: number, cell: string): boolean {
    return othersOf(columns[at], cell).some((each) => formOf(each) === formOf(cell));
  }

  /** A word where all others have numbers, with nothing but amounts beside it: `Max`, `Zusammen`. */
  function isWordAlone(
    label: number,
    cells: readonly string[],
    filled: readonly number[],
    isBelowTotal: boolean,
  ): boolean {
    const cell = cells[label] ?? "";
    const samples = othersOf(columns[label], cell);
    if (typed[label] !== "digits" || samples.length < 2) return false;
    // `MAX` may be a code, but not below `TOTAL`.
    if (!WORD.test(cell.trim()) && !(isBelowTotal && /^\p{Lu}{3,12}$/u.test(cell.trim())))
      return false;
    if (filled.some((at) => at !== label && contradicts(at, cells[at] ?? ""))) return false;
    return samples.filter((each) => fits(label, each)).length * 2 >= samples.length;
  }

  /**
   * A tax or a discount between sums, with amounts beside it at most.
   * @param hasNoKey a rate makes it no key of a customer either
   */
  function isBetweenSums(
    words: string,
    cell: string,
    {
      others,
      hasNoKey,
      isBelowTotal,
    }: { others: number; hasNoKey: boolean; isBelowTotal: boolean },
  ): boolean {
    if (isTaxWithRate(words)) return true;
    if (!hasNoKey && !words.endsWith("%")) return false;
    if (isFormula(cell)) return true;
    if (others === 0) return false;
    if (isPartOfSum(words)) return true;
    return isTax(words) && (isBelowTotal || (isCapitals(cell) && !columnOfCapitals(cell)));
  }

  /** `VAT` among names that are not written so. */
  function columnOfCapitals(cell: string): boolean {
    return columns.some(({ samples }) => samples.some((each) => each !== cell && isCapitals(each)));
  }

  return (cells, filled, isBelowTotal) => {
    let label = -1;
    let others = 0;
    // Nearly always there are two words: then what they say needs no look.
    for (const at of filled) {
      if (isAmount(at, cells[at] ?? "")) others += 1;
      else if (label < 0) label = at;
      else return null;
    }
    const [first = 0] = filled;
    if (label < 0) {
      label = first;
      others -= 1;
    }
    const cell = cells[label] ?? "";
    const words = plainLabel(cell);
    const contradicts = typed[label] !== null && !fits(label, cell);
    if (isTrailer(words)) return contradicts && label === first ? "row-is-note" : null;
    const lacksKey = typed.some((type, at) => type !== null && isBlankCell(cells[at] ?? ""));
    const hasNoKey = lacksKey || contradicts;
    if (isBetweenSums(words, cell, { others, hasNoKey, isBelowTotal })) return "row-is-total";
    if (!beginsAsTotal(words))
      return others > 0 && isWordAlone(label, cells, filled, isBelowTotal) ? "row-is-total" : null;
    // Codes that begin so all have the same form.
    const isSum = fits(label, cell) && isTotalOf(words) && !isLikeOthers(label, cell);
    if (contradicts || (lacksKey && (others > 0 || isOnlyTotal(words) || isSum)))
      return "row-is-total";
    if (!isOnlyTotal(words) || others === 0) return null;
    // `Total | 2 | 21` where others have numbers of five digits.
    const key = filled.find((at) => at !== label && typed[at] !== null);
    const isCount = key !== undefined && !isLikeOthers(key, cells[key] ?? "");
    return isCount && label === first ? "row-is-total" : "row-like-total";
  };
}

/** `=SUM(D2:D9)`, where a program wrote the formula and not its result. */
function isFormula(cell: string): boolean {
  return /^=\p{Lu}{2,}\(.*\)$/u.test(cell.trim());
}

function isCapitals(cell: string): boolean {
  return /\p{Lu}{2}/u.test(cell) && !/\p{Ll}/u.test(cell);
}
