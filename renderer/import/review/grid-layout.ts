import type { FieldName } from "../../../preload/fields.ts";

/** Row heights in pixels, the same as the tokens --grid-row and --grid-row-tall at 16 px a rem. */
export const ROW = 32;
export const TALL_ROW = 52;
/** Rows stay low where tall ones would be too many to scroll through anyway. */
const TALL_AT_MOST = 100_000;

const FIRST = "7.5rem";
const WIDTHS: Readonly<Partial<Record<FieldName, string>>> = {
  code: "11rem",
  card_number: "11rem",
  email: "16rem",
  street1: "14rem",
  street2: "12rem",
  postal_code: "8rem",
  country: "8rem",
  custom_date: "9rem",
  auto_add: "8rem",
};

const MONO: ReadonlySet<FieldName> = new Set<FieldName>([
  "code",
  "card_number",
  "custom_date",
  "postal_code",
  "phone",
  "auto_add",
]);

/** The grid's column widths as a CSS value; wider where the problem stands under the cell. */
export function columnWidths(fields: readonly FieldName[], tall: boolean): string {
  const widths = fields.map((field) => {
    const width = WIDTHS[field] ?? "10rem";
    return tall ? `minmax(max(${width}, 13rem), 1fr)` : `minmax(${width}, 1fr)`;
  });
  return [FIRST, ...widths].join(" ");
}

export function isMono(field: FieldName): boolean {
  return MONO.has(field);
}

export function isTall(filter: string, total: number): boolean {
  return (filter === "errors" || filter === "warnings") && total <= TALL_AT_MOST;
}
