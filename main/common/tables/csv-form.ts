/** How a spreadsheet program of a country writes and reads a text file. */
export interface CsvForm {
  readonly separator: "," | ";";
  readonly decimalMark: "." | ",";
}

/** Where decimals have a point and lists semicolons all the same. */
const SEMICOLON_REGIONS: ReadonlySet<string> = new Set(["CH", "LI"]);

/**
 * The form that Excel expects where these formats are set: semicolons wherever the comma is the
 * decimal mark. A file of the other form opens there with every row in a single column.
 * @param formats a BCP 47 tag
 */
export function csvForm(formats: string): CsvForm {
  const parts = new Intl.NumberFormat(formats).formatToParts(1.5);
  const mark = parts.find(({ type }) => type === "decimal")?.value;
  const isSemicolon = mark !== "." || SEMICOLON_REGIONS.has(new Intl.Locale(formats).region ?? "");
  return { separator: isSemicolon ? ";" : ",", decimalMark: mark === "," ? "," : "." };
}
