import type { FieldName } from "../../../preload/fields.ts";

/** Row heights in pixels, the same as the tokens --grid-row and --grid-row-tall at 16 px a rem. */
export const ROW = 32;
export const TALL_ROW = 52;
/** Rows stay low where tall ones would be too many to scroll through anyway. */
const TALL_AT_MOST = 100_000;

const FIRST = 8.5;
/** The width of the column that holds the row's number. */
export const FIRST_WIDTH = `${FIRST}rem`;
const USUAL = 10;
const WIDTHS: Readonly<Partial<Record<FieldName, number>>> = {
  code: 11,
  card_number: 11,
  email: 16,
  street1: 14,
  street2: 12,
  postal_code: 8,
  country: 8,
  custom_date: 9,
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

/** The grid's column widths as a CSS value; columns share what is left over. */
export function columnWidths(fields: readonly FieldName[]): string {
  return [FIRST_WIDTH, ...fields.map((field) => `minmax(${widthOf(field)}rem, 1fr)`)].join(" ");
}

/** The least width of the whole grid as a CSS value. */
export function gridWidth(fields: readonly FieldName[]): string {
  return `${fields.reduce((sum, field) => sum + widthOf(field), FIRST)}rem`;
}

/** Enough for most sentences. */
const ROOMY = 18;

/** The room of a sentence below a cell, as a CSS value, and the side to which it reaches. */
export interface Room {
  readonly width: string;
  readonly to: "right" | "left";
}

/**
 * How wide the sentence below a cell may grow: up to the next cell that has one of its own; in the
 * last columns, where that is little, to the left.
 */
export function roomBelow(
  fields: readonly FieldName[],
  from: number,
  hasProblem: (index: number) => boolean,
): Room {
  const reach = (step: 1 | -1): number => {
    let room = 0;
    for (let index = from; index >= 0 && index < fields.length; index += step) {
      const field = fields[index];
      if (field === undefined || (index !== from && hasProblem(index))) break;
      room += widthOf(field);
    }
    return room;
  };
  const right = reach(1);
  const left = right < ROOMY ? reach(-1) : 0;
  return left > right ? { width: `${left}rem`, to: "left" } : { width: `${right}rem`, to: "right" };
}

export function isMono(field: FieldName): boolean {
  return MONO.has(field);
}

export function isTall(filter: string, total: number): boolean {
  return (filter === "errors" || filter === "warnings") && total <= TALL_AT_MOST;
}
