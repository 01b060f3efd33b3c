import { type Book, bookParts } from "./xlsx-bytes.ts";
import type { ZipPart } from "./zip-writer.ts";

export interface HostileList {
  /** What the file does to a reader that trusts it. */
  readonly title: string;
  readonly name: string;
  readonly parts?: () => readonly ZipPart[];
  readonly bytes?: () => Buffer;
  /** How reading it may end: a clear refusal, or "read" where it is a list all the same. */
  readonly ends: RegExp;
}

const REFUSED = /^file-too-(?:large|wide|slow)$|^file-damaged$/;
const MIB = 1024 * 1024;
const ROW = '<row><c t="inlineStr"><is><t>Email</t></is></c></row>';

/** Files of some kilobytes or megabytes that take gigabytes or minutes where nothing limits them. */
export const HOSTILE_LISTS: readonly HostileList[] = [
  {
    title: "blanks that a count makes of nothing",
    name: "blanks.ods",
    parts: () =>
      ods(
        odsRows(
          200,
          () =>
            `<table:table-cell office:value-type="string"><text:p>a${'<text:s text:c="2000000000"/>'.repeat(500)}b</text:p></table:table-cell>`,
        ),
      ),
    ends: /read/,
  },
  {
    title: "a cell repeated over all columns of many rows",
    name: "wide-cells.ods",
    parts: () =>
      ods(
        odsRows(
          20_000,
          () =>
            '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>abcdefgh</text:p></table:table-cell>',
        ),
      ),
    ends: REFUSED,
  },
  {
    title: "a long row repeated to the end of the sheet",
    name: "long-rows.ods",
    parts: () =>
      ods(
        `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="90" office:value-type="string"><text:p>${"x".repeat(30_000)}</text:p></table:table-cell></table:table-row>`,
      ),
    ends: REFUSED,
  },
  {
    title: "rows with one cell in the last column",
    name: "last-column.ods",
    parts: () =>
      ods(
        odsRows(
          100_000,
          () =>
            '<table:table-cell table:number-columns-repeated="16383"/><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>',
        ),
      ),
    ends: REFUSED,
  },
  {
    title: "a hundred thousand sheets",
    name: "sheets.ods",
    parts: () => ods("", `<table:table table:name="x"/>`.repeat(300_000)),
    ends: REFUSED,
  },
  {
    title: "a column for every byte, and a style for each",
    name: "columns.ods",
    parts: () =>
      ods(
        `${"<table:table-column/>".repeat(300_000)}${odsRows(20_000, () => '<table:table-cell table:number-columns-repeated="16383"/><table:table-cell/>')}`,
      ),
    ends: /^(?:read|file-without-rows|file-too-large|file-damaged)$/,
  },
  {
    title: "rows with one cell in the last column",
    name: "last-column.xlsx",
    parts: () => book({ sheet: '<row><c r="XFD1"><v>1</v></c></row>'.repeat(245_000) }),
    ends: REFUSED,
  },
  {
    title: "hundreds of megabytes before the first row",
    name: "late-row.xlsx",
    parts: () => [
      ...book({ sheet: "", without: ["xl/worksheets/sheet1.xml"] }),
      repeated(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>",
        "<!--x-->".repeat(8),
        400,
        `${ROW}</sheetData></worksheet>`,
      ),
    ],
    ends: REFUSED,
  },
  {
    title: "gigabytes of shared strings of one letter",
    name: "letters.xlsx",
    parts: () => [
      ...book({
        sheet: `${ROW}<row><c t="s"><v>120000000</v></c></row>`,
        without: ["xl/sharedStrings.xml"],
      }),
      repeated("xl/sharedStrings.xml", "<sst>", "<si><t>a</t></si>", 950, "</sst>"),
    ],
    ends: REFUSED,
  },
  {
    title: "two thousand cells of one shared string of four megabytes",
    name: "long-string.xlsx",
    parts: () =>
      book({
        sheet: '<row><c t="s"><v>0</v></c></row>'.repeat(2000),
        strings: `<si><t>${"x".repeat(4 * MIB - 100)}</t></si>`,
      }),
    ends: /^read$/,
  },
  {
    title: "a million cells of one shared string of 32,767 characters",
    name: "full-cells.xlsx",
    parts: () =>
      book({
        sheet: `<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`.repeat(50_000),
        strings: `<si><t>${"x".repeat(32_767)}</t></si>`,
      }),
    ends: REFUSED,
  },
  {
    title: "a cell that is put together of a million runs",
    name: "runs.xlsx",
    parts: () =>
      book({
        sheet: `${ROW}<row><c t="inlineStr"><is>${`<r><t>${"y".repeat(60)}</t></r>`.repeat(1_000_000)}</is></c></row>`,
      }),
    ends: /^read$|^file-too-large$/,
  },
  {
    title: "a million merged cells over one row",
    name: "merged.xlsx",
    parts: () =>
      book({
        sheet: `<row>${"<c><v>1</v></c>".repeat(16_000)}</row>`.repeat(10),
        afterData: `<mergeCells>${'<mergeCell ref="A1:XFD90"/>'.repeat(400_000)}</mergeCells>`,
      }),
    ends: /^read$|^file-/,
  },
  {
    title: "fifty million cell styles",
    name: "styles.xlsx",
    parts: () => [
      ...book({ sheet: ROW.repeat(2), without: ["xl/styles.xml"] }),
      repeated("xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>", 250, "</cellXfs></styleSheet>"),
    ],
    ends: REFUSED,
  },
  {
    title: "a number format of a megabyte for every number",
    name: "format.xlsx",
    parts: () =>
      book({
        sheet: `<row><c t="inlineStr"><is><t>Code</t></is></c></row>${'<row><c s="1"><v>7</v></c></row>'.repeat(5_000)}`,
        formats: ["0".repeat(MIB)],
      }),
    ends: /^read$/,
  },
  {
    title: "hundreds of thousands of sheets and links to them",
    name: "sheets.xlsx",
    parts: () =>
      book({ sheet: ROW.repeat(2), without: ["xl/workbook.xml"] }).concat({
        name: "xl/workbook.xml",
        data: `<workbook><sheets>${Array.from({ length: 300_000 }, (_, at) => `<sheet name="s${at}" r:id="r1"/>`).join("")}</sheets></workbook>`,
      }),
    ends: REFUSED,
  },
  {
    title: "an attribute list without an end",
    name: "attributes.xlsx",
    parts: () => book({ sheet: `${ROW}<row ${'a="1" '.repeat(350_000)}><c><v>1</v></c></row>` }),
    ends: /^read$|^file-/,
  },
  {
    title: "a million columns",
    name: "columns.csv",
    bytes: () => Buffer.from(`${"a,".repeat(1_000_000)}\n${"1,".repeat(1_000_000)}\n`),
    ends: REFUSED,
  },
  {
    title: "a hundred thousand equal headers",
    name: "headers.csv",
    bytes: () => Buffer.from(`${"Name,".repeat(100_000)}\n${"1,".repeat(100_000)}\n`),
    ends: REFUSED,
  },
  {
    title: "as many headers as there can be, of many words",
    name: "words.csv",
    bytes: () =>
      Buffer.from(
        `${Array.from({ length: 16_000 }, (_, at) => `${"billing address ".repeat(12)}${at}`).join(",")}\n${"x,".repeat(16_000)}\n`,
      ),
    ends: /^read$/,
  },
  {
    title: "a cell of sixteen megabytes",
    name: "cell.csv",
    bytes: () => Buffer.from(`Name,Email\n${"x".repeat(8 * MIB)},a@b.example\n`),
    ends: /^read$/,
  },
  {
    title: "a line without an end",
    name: "line.csv",
    bytes: () => Buffer.from(`Name\n${"x".repeat(20 * MIB)}`),
    ends: /^file-/,
  },
  {
    title: "quotes that open and never close",
    name: "quotes.csv",
    bytes: () => Buffer.from(`Name,Email\n${'"a\n"",b\n'.repeat(100_000)}`),
    ends: /^read$/,
  },
  {
    title: "nothing but separators",
    name: "commas.csv",
    bytes: () => Buffer.from(`Name,Email\na,b\n${",".repeat(12 * MIB)}\n`),
    ends: /^read$|^file-/,
  },
  {
    title: "lines of separators",
    name: "comma-lines.csv",
    bytes: () => Buffer.from(`Name,Email\n${`${",".repeat(16_382)}x\n`.repeat(2_000)}`),
    ends: /^read$|^file-/,
  },
  {
    title: "a table of allocation that leads to itself",
    name: "loop.xls",
    bytes: () => loopingCompoundFile(),
    ends: REFUSED,
  },
];

function book(sheet: Book): ZipPart[] {
  return bookParts(sheet);
}

const ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

function ods(rows: string, more = ""): ZipPart[] {
  const header =
    '<table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p></table:table-cell></table:table-row>';
  return [
    { name: "mimetype", data: ODS_TYPE },
    { name: "META-INF/manifest.xml", data: "<manifest:manifest/>" },
    { name: "styles.xml", data: "<office:document-styles/>" },
    {
      name: "content.xml",
      data: `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${header}${rows}</table:table>${more}</office:spreadsheet></office:body></office:document-content>`,
    },
  ];
}

function odsRows(count: number, cells: () => string): string {
  return `<table:table-row>${cells()}</table:table-row>`.repeat(count);
}

/**
 * A part of so many MiB. Noise in it keeps it below the ratio at which an archive is refused by its
 * sizes alone.
 */
function repeated(name: string, head: string, text: string, mib: number, tail: string): ZipPart {
  let noise = 1;
  const words = Array.from({ length: 800 }, () => {
    noise = (Math.imul(noise, 1_664_525) + 1_013_904_223) >>> 0;
    return noise.toString(36);
  });
  const unit = `${text.repeat(Math.floor(MIB / text.length))}<!--${words.join("")}-->`;
  return { name, data: { head, unit, times: mib, tail } };
}

/** An OLE header whose table of tables names itself again and again. */
function loopingCompoundFile(): Buffer {
  const file = Buffer.alloc(4096 * 4);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(4, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(12, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(2, 48);
  file.writeUInt32LE(4096, 56);
  file.writeUInt32LE(0, 68);
  file.writeUInt32LE(1_000_000, 72);
  for (let at = 76; at < 512; at += 4) file.writeUInt32LE(1, at);
  for (let at = 4096; at < 8188; at += 4) file.writeUInt32LE(1, at);
  file.writeUInt32LE(0, 8188);
  return file;
}
