import type { ListColumn } from "../../../../preload/types.ts";
import { isDigit } from "../../../common/letters.ts";
import { formOf as formOfText } from "../form-of.ts";

/** What marks the values of a column, where something does. */
type ColumnType = "digits" | "mail" | null;

export const ANY_DIGIT = /\d/;

/** Without a regular expression: every row is asked. */
export function hasDigit(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) if (isDigit(cell.charCodeAt(at))) return true;
  return false;
}

const NUMBER = /^[.,'’ %$€£-]*\d[\d.,'’ %$€£-]*$/u;

/** A column's samples, less those that the row itself may be. */
export function othersOf(column: ListColumn | undefined, value: string): readonly string[] {
  return column?.samples.filter((sample) => sample !== value) ?? [];
}

/** `89501` and `10115` are alike, and so are `ann@x.com` and `ben@y.org`. */
export function formOf(cell: string): string {
  return formOfText(cell.trim());
}

/** `ShopSoft v3.2 - licensed to Lake Store`; scripts without blanks say as much behind a colon. */
function hasWords(value: string): boolean {
  return /\p{L}{3}/u.test(value) && /\s|\p{Lo}{2}[:：]/u.test(value.trim());
}

/** A word of small letters: a code has capitals or figures. */
export const WORD = /^\p{L}?\p{Ll}{2,20}[.:]?$/u;

/**
 * Whether a value has words where all others of its column are numbers or codes without any. One
 * that begins as they do is a customer whose line was not divided.
 */
export function isTextAmongCodes(column: ListColumn | undefined, value: string): boolean {
  const others = othersOf(column, value);
  if (!hasWords(value) || others.length === 0) return false;
  if (others.filter(hasWords).length * 2 > others.length - 1) return false;
  const beginning = formOf(value.trim().split(/\s/, 1)[0] ?? "");
  // A word among codes is another note, or a total.
  return others.every((other) => formOf(other) !== beginning || WORD.test(other.trim()));
}

/** What a column holds, by its first rows, where those show more than its samples do. */
function typeOf(column: ListColumn): ColumnType {
  return column.holds ?? mostOf(column.samples, column.header);
}

/** What at least half of a column's values hold; its header on another page is none of them. */
export function mostOf(values: readonly string[], header: string): ColumnType {
  const samples = values.filter((each) => each.trim() !== header);
  if (samples.length === 0) return null;
  const half = (found: number) => found > 0 && found * 2 >= samples.length;
  if (half(samples.filter((each) => each.includes("@")).length)) return "mail";
  return half(samples.filter((each) => ANY_DIGIT.test(each)).length) ? "digits" : null;
}

export interface TypedColumns {
  readonly typed: readonly ColumnType[];
  /** Whether a cell has what marks its column; no where nothing does. */
  fits(at: number, cell: string): boolean;
  /** Whether a cell can be no value of its column: a word among numbers, a number among words. */
  contradicts(at: number, cell: string): boolean;
}

export function typeColumns(columns: readonly ListColumn[]): TypedColumns {
  const typed = columns.map(typeOf);
  const fits = (at: number, cell: string) => {
    switch (typed[at]) {
      case "digits":
        return hasDigit(cell);
      case "mail":
        return cell.includes("@");
      default:
        return false;
    }
  };
  return {
    typed,
    fits,
    contradicts(at, cell) {
      if (typed[at] !== null) return !fits(at, cell);
      const others = othersOf(columns[at], cell);
      const areWords = others.length > 0 && !others.some((each) => /[\d@]/u.test(each));
      return areWords && NUMBER.test(cell.trim());
    },
  };
}
