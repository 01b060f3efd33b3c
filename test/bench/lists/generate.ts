import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { writeZip, type ZipPart } from "../../helpers/zip-writer.ts";

/** Lists as stores keep them, 12 columns, the same at every run. */
export const HEADERS = [
  "Card number",
  "Customer code",
  "First name",
  "Last name",
  "Email",
  "Phone",
  "Birthday",
  "Street",
  "City",
  "State",
  "Zip",
  "Points",
] as const;

const FIRST = ["Ana", "José", "Zoë", "Jürgen", "Mary", "Luis", "Chloé", "Tom", "Eva", "Noah"];
const LAST = ["García", "Müller", "Smith", "O'Neil", "Nuñez", "Lee", "Brown", "Silva", "Rossi"];
const CITIES = ["Springfield", "São Paulo", "Köln", "Málaga", "Portland", "Reno", "Lyon"];
const STATES = ["CA", "NY", "TX", "WA", "OR", "NV", "FL", "IL", "OH", "ME"];

export type Strings = "shared" | "inline";

type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly style: number };

/** Style 1 is a date, style 2 is `00000`. */
function listRow(row: number): readonly Cell[] {
  const text = (value: string): Cell => ({ kind: "text", text: value });
  const mixed = (row * 2_654_435_761) % 4_294_967_296;
  return [
    text(String(6_036_000_000_000_000 + row * 7)),
    text(`C${String(row).padStart(7, "0")}`),
    text(FIRST[row % FIRST.length] ?? ""),
    text(LAST[mixed % LAST.length] ?? ""),
    text(`customer${row}@example.com`),
    text(`+1 555 ${String(mixed % 10_000_000).padStart(7, "0")}`),
    { kind: "number", value: 20_000 + (mixed % 18_000), style: 1 },
    text(`${1 + (mixed % 9999)} Main Street, Apt ${row % 300}`),
    text(CITIES[mixed % CITIES.length] ?? ""),
    text(STATES[row % STATES.length] ?? ""),
    { kind: "number", value: mixed % 100_000, style: 2 },
    { kind: "number", value: (mixed % 100_000) / 4, style: 0 },
  ];
}

const HEADER_CELLS = HEADERS.map((text): Cell => ({ kind: "text", text }));
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Writes `rows` rows below one header row. */
export async function generateXlsx(path: string, rows: number, strings: Strings): Promise<void> {
  const shared = new Map<string, number>();
  await writeZip(path, [
    ...workbookParts(strings),
    { name: "xl/worksheets/sheet1.xml", data: sheetXml(rows, strings, shared) },
    ...(strings === "shared" ? [{ name: "xl/sharedStrings.xml", data: sharedXml(shared) }] : []),
  ]);
}

function* sheetXml(rows: number, strings: Strings, shared: Map<string, number>): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${rows + 1}"/><sheetData>`;
  let text = "";
  for (let row = 0; row <= rows; row++) {
    text += `<row r="${row + 1}" spans="1:12">`;
    const cells = row === 0 ? HEADER_CELLS : listRow(row);
    for (const [column, cell] of cells.entries()) {
      const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
      if (cell.kind === "number") text += `<c ${at} s="${cell.style}"><v>${cell.value}</v></c>`;
      else if (strings === "inline") {
        text += `<c ${at} t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`;
      } else {
        let index = shared.get(cell.text);
        if (index === undefined) {
          index = shared.size;
          shared.set(cell.text, index);
        }
        text += `<c ${at} t="s"><v>${index}</v></c>`;
      }
    }
    text += "</row>";
    if (text.length > 500_000) {
      yield text;
      text = "";
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

function* sharedXml(shared: ReadonlyMap<string, number>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${shared.size}">`;
  let text = "";
  for (const one of shared.keys()) {
    text += `<si><t>${escaped(one)}</t></si>`;
    if (text.length > 500_000) {
      yield text;
      text = "";
    }
  }
  yield `${text}</sst>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function workbookParts(strings: Strings): ZipPart[] {
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const links = (content: string): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const type = (name: string, kind: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return [
    {
      name: "[Content_Types].xml",
      data: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("/xl/workbook.xml", "sheet.main")}${type("/xl/worksheets/sheet1.xml", "worksheet")}${type("/xl/styles.xml", "styles")}${strings === "shared" ? type("/xl/sharedStrings.xml", "sharedStrings") : ""}</Types>`,
    },
    { name: "_rels/.rels", data: links(link("rId1", "officeDocument", "xl/workbook.xml")) },
    {
      name: "xl/workbook.xml",
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="Customers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: links(
        link("rId1", "worksheet", "worksheets/sheet1.xml") +
          link("rId2", "styles", "styles.xml") +
          (strings === "shared" ? link("rId3", "sharedStrings", "sharedStrings.xml") : ""),
      ),
    },
    {
      name: "xl/styles.xml",
      data: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
  ];
}

/** The same list as text, UTF-8 without a byte order mark. */
export async function generateCsv(path: string, rows: number): Promise<void> {
  await pipeline(
    Readable.from(csvLines(rows), { objectMode: false }),
    createWriteStream(path, { highWaterMark: 1024 * 1024 }),
  );
}

/** A number as a text export writes it: dates in ISO, zips with their zeros. */
function numberText(value: number, style: number): string {
  const epoch = Date.UTC(1899, 11, 30);
  if (style === 1) return new Date(epoch + value * 86_400_000).toISOString().slice(0, 10);
  return String(value).padStart(style === 2 ? 5 : 0, "0");
}

function* csvLines(rows: number): Generator<string> {
  let text = `${HEADERS.join(",")}\r\n`;
  for (let row = 1; row <= rows; row++) {
    const cells = listRow(row).map((cell) =>
      cell.kind === "text" ? cell.text : numberText(cell.value, cell.style),
    );
    text += `${cells.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",")}\r\n`;
    if (text.length > 500_000) {
      yield text;
      text = "";
    }
  }
  yield text;
}
