import type { FieldName } from "../../../preload/fields.ts";
import { sheetsIn } from "../../../preload/lists/list-row.ts";

/** Row heights in pixels, the same as the tokens --grid-row and --grid-row-tall at 16 px a rem. */
export const ROW = 32;
export const TALL_ROW = 52;
/** Where fewer tall rows would fit than this, low ones are used, to show more of the list. */
export const LEAST_TALL = 6;
/** Rows stay low where tall ones would be too many to scroll through anyway. */
const TALL_AT_MOST = 100_000;

/** The width in rem of the column that holds the row's number, and its sheet where there are several. */
function firstWidth(sheet: string): number {
  return sheetsIn(sheet).length > 1 ? 14 : 8.5;
}

const USUAL = 9;
const WIDTHS: Readonly<Partial<Record<FieldName, number>>> = {
  code: 10,
  card_number: 10,
  email: 15,
  phone: 10,
  street1: 13,
  street2: 12,
  postal_code: 8,
  country: 8,
  auto_add: 8,
};

const MONO: ReadonlySet<FieldName> = new Set<FieldName>([
  "code",
  "card_number",
  "custom_date",
  "postal_code",
  "phone",
  "auto_add",
]);

function widthOf(field: FieldName): number {
  return WIDTHS[field] ?? USUAL;
}

/** Widths of the grid, as CSS variables. */
export type GridColumns = Readonly<
  Record<"--inner" | "--bar" | "--extra" | "--columns" | "--width" | "--first", string>
>;

/** @param inner the grid's room, in pixels */
export function gridColumns(
  fields: readonly FieldName[],
  sheet: string,
  { width: inner, bar }: { readonly width: number; readonly bar: number },
): GridColumns {
  const first = firstWidth(sheet);
  const width = `${leastWidth(fields) + first}rem`;
  return {
    "--inner": `${inner}px`,
    "--bar": `${bar}px`,
    // What each column gets of the width that is left over.
    "--extra": `max(0px, (${inner}px - ${width}) / ${Math.max(1, fields.length)})`,
    "--columns": [`${first}rem`, ...fields.map((field) => widthOfAll([field]))].join(" "),
    "--width": width,
    "--first": `${first}rem`,
  };
}

function leastWidth(fields: readonly FieldName[]): number {
  return fields.reduce((sum, field) => sum + widthOf(field), 0);
}

/** The width of these columns together, as a CSS value. */
function widthOfAll(fields: readonly FieldName[]): string {
  return `calc(${leastWidth(fields)}rem + ${fields.length} * var(--extra))`;
}

/** Enough for most sentences. */
const ROOMY = 18;

/** The room of a sentence before and after its own cell, as CSS values. */
export interface Room {
  readonly before: string;
  readonly after: string;
}

/**
 * How far the sentence below a cell may reach: to the cells on both sides that have one of their
 * own. The columns between two such cells belong to the left one, unless the right one has little
 * room of its own.
 */
export function roomBelow(
  fields: readonly FieldName[],
  from: number,
  hasProblem: (index: number) => boolean,
): Room {
  const inNeed = (index: number) =>
    leastWidth(fields.slice(index, nextProblem(fields.length, index, hasProblem))) < ROOMY;
  let last = from - 1;
  while (last >= 0 && !hasProblem(last)) last -= 1;
  const takesBefore = last < 0 || inNeed(from);
  const next = nextProblem(fields.length, from, hasProblem);
  const givesAfter = next < fields.length && inNeed(next);
  return {
    before: widthOfAll(takesBefore ? fields.slice(last + 1, from) : []),
    after: widthOfAll(givesAfter ? [] : fields.slice(from + 1, next)),
  };
}

function nextProblem(end: number, from: number, hasProblem: (index: number) => boolean): number {
  let next = from + 1;
  while (next < end && !hasProblem(next)) next += 1;
  return next;
}

export function isMono(field: FieldName): boolean {
  return MONO.has(field);
}

export function isTall(filter: string, total: number): boolean {
  return (filter === "errors" || filter === "warnings") && total <= TALL_AT_MOST;
}
