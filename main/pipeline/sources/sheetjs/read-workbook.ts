import { readFile } from "node:fs/promises";
import iconv from "iconv-lite";
import { read, set_cptable, type WorkBook, type WorkSheet } from "xlsx";
import * as codePages from "xlsx/dist/cpexcel.full.mjs";
import type { MergedRange } from "../cells/covered-cells.ts";
import { FileFault } from "../fault.ts";
import { formulaNotices } from "../formula-notices.ts";
import { hiddenNotices } from "../hidden-notices.ts";
import type { SourceNotice } from "../source.ts";
import { repacked } from "../zip/repack.ts";
import { emptyResults } from "./empty-results.ts";
import { withClosedCells, withoutInlineTags } from "./html-cells.ts";
import { withHtmlLetters } from "./html-letters.ts";
import { NO_RESULT, withMarkedFormulas } from "./marked-formulas.ts";
import { MAX_UNPACKED_BYTES } from "./memory.ts";
import type { WorkbookFile } from "./messages.ts";
import { cellsOf, mergedRanges, SheetCells } from "./sheet-cells.ts";

set_cptable(codePages);

interface ReadWorkbook {
  readonly workbook: WorkBook;
  /** Formulas of a .xls file that was never calculated. */
  readonly formulas: number;
}

/** Reads the whole file. */
export async function readWorkbook({
  path,
  format,
  encoding,
}: WorkbookFile): Promise<ReadWorkbook> {
  const isZip = format === "xlsb";
  const bytes = isZip ? await repacked(path, MAX_UNPACKED_BYTES) : await readFile(path);
  const options = {
    dense: true,
    // Serial numbers stay numbers: no date object, no time zone.
    cellDates: false,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
    cellStyles: true,
    // Text of an HTML table stays text: no number is made of "0012".
    raw: true,
    UTC: true,
  } as const;
  let workbook: WorkBook;
  try {
    workbook =
      encoding === null
        ? read(bytes, { ...options, type: "buffer" })
        : read(textOf(bytes, encoding), { ...options, type: "string" });
  } catch (error) {
    throw readFault(error);
  }
  for (const name of workbook.SheetNames) {
    // A sheet too long for a string is left out without a word.
    if (workbook.Sheets[name] === undefined) {
      throw new FileFault("file-too-large", "a sheet could not be held");
    }
  }
  const isOld = format === "xls" && encoding === null;
  return { workbook, formulas: isOld ? emptyResults(bytes) : 0 };
}

/** Of Excel's XML of 2003. */
const XML_NAMESPACE = /urn:schemas-microsoft-com:office:spreadsheet/;

/** SheetJS knows five of the names that HTML has for letters, and wants well-formed tables. */
function textOf(bytes: Buffer, encoding: string): string {
  const text = iconv.decode(bytes, encoding);
  if (XML_NAMESPACE.test(text.slice(0, 16_384))) return withMarkedFormulas(text);
  return withHtmlLetters(withoutInlineTags(withClosedCells(text)));
}

function readFault(error: unknown): FileFault {
  const message = error instanceof Error ? error.message : String(error);
  if (/password|encrypt/i.test(message)) return new FileFault("file-encrypted", "password", error);
  if (/string length|array length|allocation/i.test(message)) {
    return new FileFault("file-too-large", "too large for this format", error);
  }
  // SheetJS's messages may quote cells: only the kind of error goes on.
  return new FileFault("file-damaged", error instanceof Error ? error.name : "unknown", error);
}

export function isHidden(workbook: WorkBook, index: number): boolean {
  return (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
}

export function isDate1904(workbook: WorkBook): boolean {
  return workbook.Workbook?.WBProps?.date1904 === true;
}

/**
 * Used rows and columns, and what of them is hidden.
 * @param uncalculated formulas of the workbook without results, which its cells do not tell
 */
export function measure(
  sheet: WorkSheet,
  uncalculated: number,
): {
  rows: number;
  columns: number;
  notices: SourceNotice[];
  merged: MergedRange[];
} {
  let rows = 0;
  let columns = 0;
  let hiddenRows = 0;
  let formulas = uncalculated;
  for (const [index, cells] of cellsOf(sheet)) {
    const last = SheetCells.lastUsed(cells);
    if (last < 0) continue;
    rows = index + 1;
    columns = Math.max(columns, last + 1);
    formulas += cells.filter((cell) => cell?.v === NO_RESULT).length;
    if (sheet["!rows"]?.[index]?.hidden === true) hiddenRows++;
  }
  const hiddenColumns = (sheet["!cols"] ?? [])
    .slice(0, columns)
    .filter((column) => column?.hidden === true).length;
  const notices = [...hiddenNotices(hiddenRows, hiddenColumns), ...formulaNotices(formulas)];
  const merged = mergedRanges(sheet).filter(({ firstRow, lastRow }) => lastRow > firstRow);
  return { rows, columns, notices, merged };
}
