import type { FileReading, FirstRow } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { ReadingChoice } from "../../records/drafts/staging-types.ts";
import { chooseSheet, FIRST_ROWS } from "./choose-sheet.ts";
import { isBlank } from "./data-rows.ts";
import { asFinding } from "./finding.ts";
import { findHeaders } from "./headers/find-headers.ts";
import { headerNotices } from "./headers/header-notices.ts";
import { listColumns } from "./headers/headers.ts";
import { repeatedHeaders } from "./headers/repeated-headers.ts";
import { sheetNotices } from "./joined/alike-sheets.ts";
import { createMisreadRows } from "./misread/misread-rows.ts";
import { findWrongLetters, wrongLetterNotices } from "./misread/wrong-letters.ts";
import { openSource } from "./open.ts";
import { fieldsInRows } from "./shape/fields-in-rows.ts";
import { createRowJudge, type JudgedList } from "./shape/row-judge.ts";
import { createRowTally, type RowTally } from "./shape/row-tally.ts";
import type { CellMark, ListSource, SourceNotice, SourceOptions, SourceRow } from "./source.ts";
import { sourceOptions } from "./source-options.ts";

/** A header row further down than the first look is looked for up to this row. */
const MAX_HEADER_ROW = 10_000;

/**
 * The quick look at any list file: sheets, header row, first rows, columns. Reads no more of the
 * file than that needs.
 * @throws AppError of errors.json
 */
export async function readFirst(
  path: string,
  choice: Partial<ReadingChoice> & Pick<SourceOptions, "password"> = {},
): Promise<FileReading> {
  const source = await openSource(path, sourceOptions(choice));
  try {
    return await look(source, choice);
  } finally {
    await source.close();
  }
}

export async function look(
  source: ListSource,
  choice: Partial<ReadingChoice>,
): Promise<FileReading> {
  return inWords(await lookWordless(source, choice));
}

/** What a look has seen, in no language. */
export interface WordlessReading extends Omit<FileReading, "notices"> {
  readonly notices: readonly SourceNotice[];
}

export function inWords({ notices, ...reading }: WordlessReading): FileReading {
  return { ...reading, notices: notices.map((each) => asFinding(each, reading.sheet)) };
}

/** As `look`, for a thread that knows of no language. */
export async function lookWordless(
  source: ListSource,
  choice: Partial<ReadingChoice>,
): Promise<WordlessReading> {
  const limit = Math.max(FIRST_ROWS, Math.min(choice.headerRow ?? 0, MAX_HEADER_ROW) + FIRST_ROWS);
  const { sheet, rows, ended, passedOver } = await chooseSheet(
    source,
    choice.sheet,
    limit,
    choice.headerRow === undefined ? {} : { headerRow: choice.headerRow },
  );
  const found = findHeaders(rows, choice);
  const { headerRow } = found;
  if (ended && choice.headerRow !== undefined && headerRow > rows.length) {
    throw new AppError("header-row-missing", { params: { row: headerRow, last: rows.length } });
  }
  if (ended && !rows.some((row) => row.number > headerRow && !isBlank(row))) {
    throw new AppError("file-without-rows", { params: { sheet } });
  }
  const columns = listColumns(rows, headerRow, found.cells);
  const turned = fieldsInRows(rows, headerRow);
  return {
    format: source.format,
    encoding: source.encoding,
    delimiter: source.delimiter,
    ...(source.encrypted === true ? { encrypted: true } : {}),
    sheets: ended
      ? source.sheets.map((one) =>
          one.name === sheet ? { ...one, rows: rows.length, columns: usedColumns(rows) } : one,
        )
      : source.sheets,
    sheet,
    headerRow,
    columns,
    firstRows: rows.map(firstRow),
    notices: [
      ...source.notices(sheet),
      ...(passedOver === undefined ? [] : [sheetNotice(sheet, passedOver)]),
      ...(await sheetNotices(source, sheet)),
      ...found.notices,
      ...(turned.length > 0 ? turned : headerNotices(columns, headerRow, rows)),
      ...repeatedHeaders(found.cells ?? cellsOf(rows, headerRow), columns),
      ...(await misread(rows)),
      ...oddRows(rows, { columns, headerRow }, choice.keepRows),
    ],
  };
}

function cellsOf(rows: readonly SourceRow[], number: number): readonly string[] {
  return rows.find((row) => row.number === number)?.cells ?? [];
}

/** Headers and titles too. */
async function misread(rows: readonly SourceRow[]): Promise<readonly SourceNotice[]> {
  const found = createMisreadRows();
  for (const { number, cells } of rows) found.add(number, cells);
  const findings = found.findings();
  return findings.length > 0 ? findings : wrongLetterNotices(rows, await findWrongLetters(rows));
}

function firstRow({ number, cells, marks }: SourceRow): FirstRow {
  const marked = (wanted: CellMark) =>
    [...(marks ?? [])].flatMap(([index, mark]) => (mark === wanted ? [index] : []));
  const dates = marked("date");
  const fractions = marked("fraction");
  return {
    row: number,
    cells,
    ...(dates.length === 0 ? {} : { dates }),
    ...(fractions.length === 0 ? {} : { fractions }),
  };
}

function sheetNotice(sheet: string, first: string): SourceNotice {
  return { code: "sheet-chosen", params: { sheet, first }, remedy: { sheet: first } };
}

function usedColumns(rows: readonly SourceRow[]): number {
  return Math.max(0, ...rows.map((row) => row.cells.length));
}

function oddRows(
  rows: readonly SourceRow[],
  list: JudgedList,
  keepRows = false,
): readonly SourceNotice[] {
  const tally = createRowTally();
  const judge = createRowJudge(list);
  for (const row of rows) {
    if (row.number <= list.headerRow || isBlank(row)) continue;
    const odd = judge(row);
    if (odd !== null) tally.add(odd, row.number);
  }
  return keepRows ? keptRows(tally) : tally.findings();
}

/** What would have been told, for the way back. */
function keptRows(tally: RowTally): readonly SourceNotice[] {
  const rows = tally.findings().flatMap((each) => each.rows ?? []);
  if (rows.length === 0) return [];
  const remedy = { keepRows: false };
  return [{ code: "odd-rows-kept", params: { row: rows[0] ?? 0 }, rows, remedy }];
}
