/**
 * What spreadsheet programs begin a formula with; the wide forms too, which East Asian ones take
 * for the same.
 */
const FORMULA = "=+\\-@\\t\\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b";
/**
 * Where a cell may begin in a program whose lists have another separator than the file: there the
 * file's quotation marks count for nothing, and those inside a value open and close a cell.
 */
const CELL_START = '([,;\\t\\r\\n]"*)';

// What begins a cell may be a formula's beginning as well: it is looked at and not taken.
const FORMULA_START = new RegExp(`^[${FORMULA}]`);
const UNGUARDED_START = new RegExp(`^'*[${FORMULA}]`);
const UNGUARDED = new RegExp(`${CELL_START}(?='*[${FORMULA}])`, "g");
const GUARDED_START = new RegExp(`^'+[${FORMULA}]`);
const APOSTROPHES = new RegExp(`${CELL_START}(?='+[${FORMULA}])`, "g");
const GUARDED = new RegExp(`${CELL_START}'(?='*[${FORMULA}])`, "g");

/** Whether a spreadsheet program would take a value for a formula. */
export function startsFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/**
 * A value for a text file that people open in a spreadsheet program: an apostrophe stands before
 * whatever would be run as a formula. `withoutGuards` takes exactly those off again.
 */
export function guarded(text: string): string {
  const start = UNGUARDED_START.test(text) ? "'" : "";
  return start + text.replace(UNGUARDED, "$1'");
}

/**
 * A value for a workbook, whose cells are texts: only apostrophes of the value's own, which
 * `withoutGuards` would take for guards, get one more.
 */
export function withOwnApostrophes(text: string): string {
  if (!text.includes("'")) return text;
  const start = GUARDED_START.test(text) ? "'" : "";
  return start + text.replace(APOSTROPHES, "$1'");
}

/** A value of an export of this program as it was before it was exported. */
export function withoutGuards(text: string): string {
  if (!text.includes("'")) return text;
  const rest = GUARDED_START.test(text) ? text.slice(1) : text;
  return rest.replace(GUARDED, "$1");
}
