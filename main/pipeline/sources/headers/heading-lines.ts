import { isBlankCell } from "../data-rows.ts";
import { isTemplateWord } from "../shape/no-customer-words.ts";
import type { SourceRow } from "../source.ts";
import { holdsHeaderWord, isTranslation, isValueLike } from "./header-row.ts";

/** Rows below the headers that show what the columns hold. */
const LOOK_ROWS = 30;
const MAX_HEADING = 60;
/** Words of a cell in a heading that goes on in the next line: `Card` over `Number`. */
const PART_WORDS = 1.4;
/** More words of a cell in the second line say what belongs into the column. */
const MOST_WORDS_BELOW = 2.5;
/** `Número de`, `Name of`: the rest of it stands below. */
const HANGING = /\p{L}\s+(?:of|the|de|du|des|del|della|di|do|da|der|van|von|och|og)\s*$/iu;
const HYPHEN = /\p{Ll}-\s*$/u;

/** Where the headers stand that a row begins which looks like them. */
export type HeadingLines =
  | { readonly kind: "one" }
  /** The row is the first of two lines of each heading. */
  | { readonly kind: "two"; readonly cells: readonly string[] }
  /** The next row says the same in another language; its words are the headers. */
  | { readonly kind: "twice"; readonly cells: readonly string[] }
  /** The row names groups of columns; the headers are in the next one. */
  | { readonly kind: "titles" };

/**
 * Whether the row below the proposed headers is a part of them: words of headers in all columns in
 * which the rows further down hold values.
 */
export function headingLines(rows: readonly SourceRow[], headerRow: number): HeadingLines {
  const upper = rows.find(({ number }) => number === headerRow)?.cells ?? [];
  const lower = rows.find(({ number }) => number === headerRow + 1)?.cells ?? [];
  const below = rows.filter(({ number }) => number > headerRow + 1).slice(0, LOOK_ROWS);
  if (!isHeading(lower, typedColumns(below))) return { kind: "one" };
  const width = Math.max(upper.length, lower.length);
  if (areTranslations(upper, lower)) {
    const cells = Array.from({ length: width }, (_, at) => lower[at]?.trim() || (upper[at] ?? ""));
    return { kind: "twice", cells };
  }
  const above = filled(upper);
  const under = filled(lower);
  const isGrouped = distinct(above) < above.length || above.length * 4 < under.length * 3;
  if (isGrouped && distinct(under) === under.length) return { kind: "titles" };
  const isOpen = upper.some((cell, at) => HANGING.test(cell) && !isBlankCell(lower[at] ?? ""));
  if (!isOpen && wordsIn(above) > above.length * PART_WORDS) return { kind: "one" };
  if (wordsIn(under) > under.length * MOST_WORDS_BELOW) return { kind: "one" };
  return {
    kind: "two",
    cells: Array.from({ length: width }, (_, at) => joined(upper[at] ?? "", lower[at] ?? "")),
  };
}

/** Most headers that differ say the same in other words. */
function areTranslations(upper: readonly string[], lower: readonly string[]): boolean {
  const pairs = lower.flatMap((under, at) => {
    const above = upper[at]?.trim().toLowerCase() ?? "";
    return above === "" || isBlankCell(under) || above === under.trim().toLowerCase()
      ? []
      : [isTranslation(above, under)];
  });
  const translated = pairs.filter((is) => is).length;
  return translated >= 2 && translated * 2 > pairs.length;
}

function joined(upper: string, lower: string): string {
  const [first, second] = [upper.trim(), lower.trim()];
  if (first === "" || second === "" || first === second) return first || second;
  // `Kunden-` over `nummer` is one word, and so is `E-Mail-` over `Adresse`.
  if (!HYPHEN.test(first)) return `${first} ${second}`;
  return (/^\p{Ll}/u.test(second) ? first.slice(0, -1) : first) + second;
}

/**
 * Whether the proposed headers are the second line of the row above: words that are cut by hyphens go
 * on in them, or several are alike (`Name`, `Name`) and every column has one of its own above.
 */
export function goesOnFromAbove(rows: readonly SourceRow[], headerRow: number): boolean {
  const upper = rows.find(({ number }) => number === headerRow - 1)?.cells ?? [];
  const lower = rows.find(({ number }) => number === headerRow)?.cells ?? [];
  const words = filled(upper);
  const cut = upper.filter((cell, at) => HYPHEN.test(cell) && /^\p{Ll}/u.test(lower[at] ?? ""));
  if (cut.length >= 2 && cut.length * 2 >= words.length) return true;
  const under = filled(lower);
  const areAlike = distinct(under) < under.length && distinct(words) === words.length;
  const areShort = words.every(
    (cell) => cell.trim().split(/\s+/u).length <= 2 && !isValueLike(cell),
  );
  const hasOwn = lower.every((cell, at) => isBlankCell(cell) || !isBlankCell(upper[at] ?? ""));
  return areAlike && areShort && hasOwn;
}

/** Columns in which most rows hold digits or an e-mail address. */
function typedColumns(rows: readonly SourceRow[]): readonly number[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const cells = rows.map(({ cells: all }) => all[at] ?? "").filter((cell) => !isBlankCell(cell));
    const values = cells.filter((cell) => /[\d@]/u.test(cell)).length;
    return values > 0 && values * 5 >= cells.length * 4;
  });
}

function isHeading(cells: readonly string[], typed: readonly number[]): boolean {
  const words = filled(cells);
  if (words.length < 2 || words.some((cell) => /[\d@]/u.test(cell) || cell.length > MAX_HEADING)) {
    return false;
  }
  const named = typed.filter((at) => !isBlankCell(cells[at] ?? "")).length;
  if (named === 0 || named * 2 < typed.length) return false;
  if (words.every(isTemplateWord)) return false;
  return words.filter(holdsHeaderWord).length * 2 >= words.length;
}

function filled(cells: readonly string[]): readonly string[] {
  return cells.filter((cell) => !isBlankCell(cell));
}

function wordsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.trim().split(/\s+/u).length, 0);
}

function distinct(cells: readonly string[]): number {
  return new Set(cells.map((cell) => cell.trim().toLowerCase())).size;
}
