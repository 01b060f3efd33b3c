import { MAX_SHEETS } from "../../../common/tables/limits.ts";
import { tooLarge } from "../fault.ts";
import { ContentScanner } from "./content-scanner.ts";
import { NumberStyles } from "./number-styles.ts";

export interface OdsSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Up to the last used row and column. */
  rows: number;
  columns: number;
  /** Hidden or filtered rows with values. */
  hiddenRows: number;
  hiddenColumns: number;
}

export interface OdsOutline {
  readonly sheets: readonly OdsSheet[];
  readonly styles: NumberStyles;
  readonly date1904: boolean;
}

/** Columns that repeat further than this are the rest of the sheet, not of the list. */
const MAX_HIDDEN_COLUMNS = 1_000;

class OutlineScanner extends ContentScanner {
  readonly sheets: OdsSheet[] = [];
  readonly styles: NumberStyles;
  date1904 = false;
  readonly #hiddenStyles = new Set<string>();
  #style = "";
  #depth = 0;
  #row = { at: 0, column: 0, hidden: false, repeated: 1, used: false };

  constructor(styles: NumberStyles) {
    super();
    this.styles = styles;
  }

  protected begin(element: string, attribute: (name: string) => string | undefined): boolean {
    const sheet = this.#depth === 1 ? this.sheets.at(-1) : undefined;
    switch (element) {
      case "table:table":
        if (this.#depth++ === 0) this.#openSheet(attribute);
        return false;
      case "table:table-column": {
        const repeated = repetition(attribute("table:number-columns-repeated"));
        const counts = isHidden(attribute) && repeated <= MAX_HIDDEN_COLUMNS;
        if (sheet !== undefined && counts) sheet.hiddenColumns += repeated;
        return false;
      }
      case "table:table-row":
        this.#row.at += this.#row.repeated;
        this.#row.column = 0;
        this.#row.hidden = isHidden(attribute);
        this.#row.repeated = repetition(attribute("table:number-rows-repeated"));
        this.#row.used = false;
        return false;
      case "table:table-cell":
      case "table:covered-table-cell": {
        this.#row.column += repetition(attribute("table:number-columns-repeated"));
        if (element !== "table:table-cell" || attribute("office:value-type") === undefined)
          return false;
        this.#row.used = true;
        if (sheet !== undefined) sheet.columns = Math.max(sheet.columns, this.#row.column);
        return false;
      }
      case "table:null-date":
        this.date1904 = attribute("table:date-value")?.startsWith("1904") === true;
        return false;
      case "style:style":
        this.#style = attribute("style:name") ?? "";
        break;
      case "style:table-properties":
        if (attribute("table:display") === "false") this.#hiddenStyles.add(this.#style);
        return false;
      default:
        break;
    }
    return this.#depth === 0 && this.styles.begin(element, attribute);
  }

  #openSheet(attribute: (name: string) => string | undefined): void {
    this.#row = { at: 0, column: 0, hidden: false, repeated: 0, used: false };
    const hidden = this.#hiddenStyles.has(attribute("table:style-name") ?? "");
    const name = attribute("table:name") ?? `Sheet${this.sheets.length + 1}`;
    if (this.sheets.length >= MAX_SHEETS) throw tooLarge("sheets");
    this.sheets.push({ name, hidden, rows: 0, columns: 0, hiddenRows: 0, hiddenColumns: 0 });
  }

  protected finish(element: string): void {
    if (element === "table:table") this.#depth--;
    const sheet = this.sheets.at(-1);
    if (element === "table:table-row" && this.#row.used && sheet !== undefined) {
      sheet.rows = this.#row.at + this.#row.repeated;
      if (this.#row.hidden) sheet.hiddenRows += this.#row.repeated;
    }
    if (this.#depth === 0) this.styles.finish(element);
  }

  protected letters(text: string): void {
    this.styles.text(text);
  }

  protected goesOn(): boolean {
    return false;
  }
}

/** Sheets and number styles; `styles` are those of another part of the file. */
export async function readOutline(
  pieces: AsyncIterable<Buffer>,
  styles = new NumberStyles(),
): Promise<OdsOutline> {
  const scanner = new OutlineScanner(styles);
  for await (const piece of pieces) scanner.push(piece);
  scanner.end();
  return scanner;
}

/** A `number-...-repeated`; 1 where there is none. */
export function repetition(value: string | undefined): number {
  const times = Number(value ?? 1);
  return Number.isInteger(times) && times > 0 ? times : 1;
}

function isHidden(attribute: (name: string) => string | undefined): boolean {
  const visibility = attribute("table:visibility");
  return visibility === "collapse" || visibility === "filter";
}
