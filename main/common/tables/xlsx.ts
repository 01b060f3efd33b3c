import type { FileHandle } from "node:fs/promises";
import { t } from "../text.ts";
import { startsFormula, withOwnApostrophes } from "./formula-guard.ts";
import { MAX_CELL } from "./limits.ts";
import { type Cell, type Table, textOf } from "./table.ts";
import { cellText, xmlText } from "./xlsx-text.ts";
import { createZipWriter } from "./zip.ts";

/** Rows of a sheet that spreadsheet programs open, the header among them. */
const MAX_SHEET_ROWS = 1_048_576;

/** Packing goes through other threads: a piece a row would spend its time on the way. */
const PIECE_LENGTH = 64 * 1024;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const PART = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Style 1: number format 49 is "text"; style 2 is the same in bold, for headers. Style 3 is text
 * behind the apostrophe that spreadsheet programs hide: it stays text when the workbook is corrected,
 * copied or saved in another format.
 */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="4"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

/**
 * Writes a workbook as a stream: every cell is text, so that card numbers keep their zeros and
 * nothing is run as a formula. A list longer than a sheet goes on in a second one.
 * @returns the number of rows below the header
 */
export async function writeXlsx(
  file: Pick<FileHandle, "appendFile">,
  table: Table,
): Promise<number> {
  const zip = createZipWriter(file);
  const source = takeRows(table.rows);
  const names: string[] = [];
  do {
    names.push(names.length === 0 ? table.sheetName : `${table.sheetName} ${names.length + 1}`);
    await zip.add(`xl/worksheets/sheet${names.length}.xml`, sheet(table.header, source));
  } while (!source.isDone());

  const notes = [
    ...table.notes,
    ...(source.cut() > 0 ? [t("words:export.cut", { count: source.cut(), length: MAX_CELL })] : []),
  ];
  if (notes.length > 0) {
    names.push(t("words:export.notes"));
    await zip.add(`xl/worksheets/sheet${names.length}.xml`, notesSheet(notes));
  }
  await zip.add("xl/styles.xml", [STYLES]);
  await zip.add("xl/workbook.xml", [workbook(names)]);
  await zip.add("xl/_rels/workbook.xml.rels", [workbookLinks(names.length)]);
  await zip.add("_rels/.rels", [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  await zip.add("[Content_Types].xml", [contentTypes(names.length)]);
  await zip.end();
  return source.taken();
}

interface RowSource {
  next(): readonly Cell[] | null;
  isDone(): boolean;
  taken(): number;
  /** Counts a value that was too long for a cell. */
  noteCut(): void;
  cut(): number;
}

function takeRows(chunks: Table["rows"]): RowSource {
  const rows = (function* () {
    for (const chunk of chunks) yield* chunk;
  })();
  let ahead = rows.next();
  let taken = 0;
  let cut = 0;
  return {
    next() {
      if (ahead.done === true) return null;
      const row = ahead.value;
      ahead = rows.next();
      taken += 1;
      return row;
    },
    isDone: () => ahead.done === true,
    taken: () => taken,
    noteCut() {
      cut += 1;
    },
    cut: () => cut,
  };
}

function* sheet(header: readonly string[], source: RowSource): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, header.length)}" width="18" style="1" customWidth="1"/></cols><sheetData>`;
  let piece = row(header, 2, source);
  for (let count = 1; count < MAX_SHEET_ROWS; count += 1) {
    const cells = source.next();
    if (cells === null) break;
    piece += row(cells, 1, source);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}</sheetData></worksheet>`;
}

function row(cells: readonly Cell[], style: number, source: RowSource): string {
  const empty = `<c s="${style}"/>`;
  const start = textCell(style);
  let xml = "<row>";
  for (const value of cells) {
    const cell = withOwnApostrophes(textOf(value));
    if (cell.length > MAX_CELL) source.noteCut();
    xml +=
      cell === ""
        ? empty
        : `${startsFormula(cell) ? GUARDED_CELL : start}${cellText(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

function textCell(style: number): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">`;
}

const GUARDED_CELL = textCell(3);

function* notesSheet(notes: readonly string[]): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  for (const note of notes) {
    yield `<row><c s="1" t="inlineStr"><is><t xml:space="preserve">${cellText(note)}</t></is></c></row>`;
  }
  yield "</sheetData></worksheet>";
}

function workbook(names: readonly string[]): string {
  const sheets = names
    .map((name, n) => `<sheet name="${xmlText(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
    .join("");
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`;
}

function workbookLinks(sheets: number): string {
  const links = Array.from(
    { length: sheets },
    (_, n) =>
      `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  ).join("");
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${links}<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, n) =>
      `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${PART}.worksheet+xml"/>`,
  ).join("");
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PART}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PART}.styles+xml"/>${parts}</Types>`;
}
