import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tempDir } from "./temp-dir.ts";
import { type ZipPart, zipBytes } from "./zip-writer.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface Book {
  /** What stands inside `<sheetData>`; or the whole part where it begins with "<?xml". */
  readonly sheet: string;
  readonly strings?: string;
  /** Number formats; style 1 is the first of them. */
  readonly formats?: readonly string[];
  /** What stands inside `<fonts>`, and the font of each style from 1 on. */
  readonly fonts?: { readonly xml: string; readonly of: readonly number[] };
  readonly workbookPr?: string;
  readonly afterData?: string;
  readonly more?: readonly ZipPart[];
  readonly without?: readonly string[];
}

/** The parts of a small workbook written by hand, for what no library writes. */
export function bookParts(book: Book): ZipPart[] {
  const formats = book.formats ?? [];
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
  const sheet = book.sheet.startsWith("<?xml")
    ? book.sheet
    : `<worksheet xmlns="${MAIN}"><sheetData>${book.sheet}</sheetData>${book.afterData ?? ""}</worksheet>`;
  const parts: ZipPart[] = [
    {
      name: "_rels/.rels",
      data: `<Relationships>${link("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr ${book.workbookPr ?? ""}/><sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `<Relationships>${link("r1", "worksheet", "/xl/worksheets/sheet1.xml")}${link("r2", "styles", "styles.xml")}${link("r3", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", data: sheet },
    { name: "xl/sharedStrings.xml", data: `<sst xmlns="${MAIN}">${book.strings ?? ""}</sst>` },
    {
      name: "xl/styles.xml",
      data: `<styleSheet xmlns="${MAIN}"><numFmts>${formats
        .map(
          (code, at) =>
            `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"/>`,
        )
        .join(
          "",
        )}</numFmts><fonts>${book.fonts?.xml ?? ""}</fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
        .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
        .join("")}${(book.fonts?.of ?? [])
        .map((font) => `<xf numFmtId="0" fontId="${font}"/>`)
        .join("")}</cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>`,
    },
    ...(book.more ?? []),
  ];
  return parts.filter((part) => book.without?.includes(part.name) !== true);
}

/** Writes bytes to a temporary file of the running test. */
export function tempFile(name: string, bytes: Buffer | string): string {
  const path = join(tempDir(), name);
  writeFileSync(path, bytes);
  return path;
}

export function bookFile(book: Book, name = "book.xlsx"): string {
  return tempFile(name, zipBytes(bookParts(book)));
}
