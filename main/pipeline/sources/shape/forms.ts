import type { ListColumn } from "../../../../preload/types.ts";

/** What marks the values of a column, where something does. */
type ColumnType = "digits" | "mail" | null;

export const ANY_DIGIT = /\d/;

/** A column's samples, less those that the row itself may be. */
export function othersOf(column: ListColumn | undefined, value: string): readonly string[] {
  return column?.samples.filter((sample) => sample !== value) ?? [];
}

/** `89501` and `10115` are alike, and so are `ann@x.com` and `ben@y.org`. */
export function formOf(cell: string): string {
  return cell
    .trim()
    .slice(0, 40)
    .replace(/\d/gu, "9")
    .replace(/\p{L}+/gu, "a");
}

/** `ShopSoft v3.2 - licensed to Lake Store`. */
function hasWords(value: string): boolean {
  return /\p{L}{3}/u.test(value) && /\s/.test(value.trim());
}

/**
 * Whether a value has words where all others of its column are numbers or codes without any. One
 * that begins as they do is a customer whose line was not divided.
 */
export function isTextAmongCodes(column: ListColumn | undefined, value: string): boolean {
  const others = othersOf(column, value);
  if (!hasWords(value) || others.length === 0 || others.some(hasWords)) return false;
  const beginning = formOf(value.trim().split(/\s/, 1)[0] ?? "");
  return others.every((other) => formOf(other) !== beginning);
}

/** What at least half of a column's samples hold; its header on another page is none of them. */
function typeOf({ header, samples: all }: ListColumn): ColumnType {
  const samples = all.filter((each) => each.trim() !== header);
  if (samples.length === 0) return null;
  const half = (found: number) => found > 0 && found * 2 >= samples.length;
  if (half(samples.filter((each) => each.includes("@")).length)) return "mail";
  return half(samples.filter((each) => ANY_DIGIT.test(each)).length) ? "digits" : null;
}

export interface TypedColumns {
  readonly typed: readonly ColumnType[];
  /** Whether a cell has what marks its column; no where nothing does. */
  fits(at: number, cell: string): boolean;
}

export function typeColumns(columns: readonly ListColumn[]): TypedColumns {
  const typed = columns.map(typeOf);
  return {
    typed,
    fits(at, cell) {
      switch (typed[at]) {
        case "digits":
          return ANY_DIGIT.test(cell);
        case "mail":
          return cell.includes("@");
        default:
          return false;
      }
    },
  };
}
