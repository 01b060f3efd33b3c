import { describe, expect, it } from "vitest";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { readRows } from "../../../helpers/processes/read-rows.ts";
import { type Book, bookFile, bookParts, tempFile } from "../../../helpers/xlsx-bytes.ts";
import { type ZipPart, zipBytes } from "../../../helpers/zip-writer.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_LINKS = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"';
const X15 = 'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const ext = (inner: string): string =>
  `<extLst><ext uri="{1}" ${X14} ${X15}>${inner}</ext></extLst>`;

/** A workbook of one sheet, its parts rewritten. */
function rewritten(book: Book, change: (name: string, data: string) => string): string {
  const parts = bookParts(book).map(
    (part): ZipPart => ({ ...part, data: change(part.name, String(part.data)) }),
  );
  return tempFile("book.xlsx", zipBytes(parts));
}

/** A birthday by the system of 1904, in a workbook whose part is changed. */
function birthday(change: (workbook: string) => string): string {
  return rewritten(
    {
      workbookPr: 'date1904="1"',
      formats: ["m/d/yy"],
      sheet: '<row><c s="1"><v>27896</v></c></row>',
    },
    (name, data) => (name === "xl/workbook.xml" ? change(data) : data),
  );
}

describe("a workbook part", () => {
  it.each([
    [
      "an extension's workbookPr",
      (book: string) =>
        book.replace(
          "</workbook>",
          `${ext('<x15:workbookPr chartTrackingRefBase="1"/>')}</workbook>`,
        ),
    ],
    [
      "an extension's workbookPr in front",
      (book: string) =>
        book.replace("<workbookPr", `<x15:workbookPr ${X15} date1904="0"/><workbookPr`),
    ],
    [
      "an extension that takes over the names without prefix",
      (book: string) =>
        book.replace(
          "</workbook>",
          '<extLst><ext xmlns="urn:other"><workbookPr/><sheets><sheet name="Ghost"/></sheets></ext></extLst></workbook>',
        ),
    ],
    [
      "an attribute of an extension",
      (book: string) => book.replace("<workbookPr ", `<workbookPr ${X15} x15:date1904="0" `),
    ],
    [
      "other forms for programs that know them",
      (book: string) =>
        book.replace(
          "<sheets>",
          `<mc:AlternateContent ${MC}><mc:Choice Requires="x15"><workbookPr/></mc:Choice></mc:AlternateContent><sheets>`,
        ),
    ],
    [
      "a workbookPr that is no part of the workbook itself",
      (book: string) =>
        book.replace(
          "<sheets>",
          "<customWorkbookViews><workbookPr/></customWorkbookViews><sheets>",
        ),
    ],
  ])("keeps the date system of 1904 beside %s", async (_, change) => {
    expect(await readRows(birthday(change))).toEqual([["1980-05-17"]]);
  });

  it("has no 1904 dates because an extension names them", async () => {
    const path = rewritten(
      { formats: ["m/d/yy"], sheet: '<row><c s="1"><v>29358</v></c></row>' },
      (_, data) =>
        data.replace("</workbook>", `${ext('<x15:workbookPr date1904="1"/>')}</workbook>`),
    );
    expect(await readRows(path)).toEqual([["1980-05-17"]]);
  });

  it("lists the sheets of the workbook, none of an extension's, and the form for everybody", async () => {
    const path = rewritten({ sheet: `<row>${cell("a")}</row>` }, (name, data) =>
      name === "xl/workbook.xml"
        ? data
            .replace(
              /<sheets>(.*)<\/sheets>/,
              `<mc:AlternateContent ${MC}><mc:Choice Requires="x"><sheets><sheet name="New" r:id="r9"/></sheets></mc:Choice><mc:Fallback><sheets>$1</sheets></mc:Fallback></mc:AlternateContent>`,
            )
            .replace(
              "</workbook>",
              `${ext('<x15:sheets><x15:sheet name="Ghost" r:id="r1"/></x15:sheets>')}</workbook>`,
            )
        : data,
    );
    const source = await openSource(path);
    expect(source.sheets.map(({ name }) => name)).toEqual(["One"]);
    await source.close();
    expect(await readRows(path)).toEqual([["a"]]);
  });

  it("finds its parts by the standard's relationships before those of an extension", async () => {
    const path = rewritten(
      {
        formats: ["00000"],
        strings: "<si><t>text</t></si>",
        sheet: '<row><c t="s"><v>0</v></c><c s="1"><v>7</v></c></row>',
      },
      (name, data) =>
        name === "xl/_rels/workbook.xml.rels"
          ? data.replace(
              "<Relationships>",
              '<Relationships xmlns:o="urn:other"><o:Relationship Id="r1" Type="x/worksheet" Target="nowhere.xml"/><Relationship Id="e1" Type="http://schemas.example.com/2026/relationships/styles" Target="nowhere.xml"/><Relationship Id="e2" Type="http://schemas.example.com/2026/relationships/sharedStrings" Target="nowhere.xml"/>',
            )
          : data,
    );
    expect(await readRows(path)).toEqual([["text", "00007"]]);
  });
});

describe("a sheet's part", () => {
  it("leaves an extension's cells, values, texts and rows out", async () => {
    const inner = ext(
      "<x14:v>9</x14:v><x14:is><x14:t>ghost</x14:t></x14:is><x14:c><x14:v>8</x14:v></x14:c>",
    );
    const path = bookFile({
      sheet: `<row r="1" ${X14}><c r="A1"><v>1</v>${inner}</c><x14:c r="B1"><x14:v>7</x14:v></x14:c>${cell("b")}</row><x14:row r="2" ${X14}><x14:c><x14:v>3</x14:v></x14:c></x14:row><row r="3">${cell("c")}</row>`,
    });
    expect(await readRows(path)).toEqual([["1", "b"], [], ["c"]]);
  });

  it("takes size, hidden columns and merged cells from its own elements", async () => {
    const path = bookFile({
      sheet: `<?xml version="1.0"?><worksheet xmlns="${MAIN}" ${X14}><x14:dimension ref="A1:Z99"/><dimension x14:ref="A1:Y98" ref="A1:B2"/><!-- <dimension ref="A1:X97"/> --><cols><x14:col min="1" max="2" hidden="1"/><col min="1" max="1" x14:hidden="1"/></cols><x14:sheetData><x14:row><x14:c><x14:v>0</x14:v></x14:c></x14:row></x14:sheetData><sheetData><row>${cell("a")}${cell("b")}</row><row>${cell("c")}${cell("d")}</row></sheetData><x14:mergeCells><x14:mergeCell ref="A1:B2"/></x14:mergeCells><mergeCells><mergeCell ref="A2:B2"/></mergeCells></worksheet>`,
    });
    const source = await openSource(path);
    expect(source.sheets).toMatchObject([{ rows: 2, columns: 2 }]);
    expect(source.notices("One")).toEqual([]);
    await source.close();
    expect(await readRows(path)).toEqual([["a", "b"], ["c"]]);
  });

  it("finds its merged cells behind many rows under any prefix", async () => {
    const rows = Array.from(
      { length: 3000 },
      (_, at) =>
        `<x:row><x:c t="inlineStr"><x:is><x:t>a${at}</x:t></x:is></x:c><x:c><x:v>${at}</x:v></x:c></x:row>`,
    );
    const path = bookFile({
      sheet: `<?xml version="1.0"?><x:worksheet xmlns:x="${MAIN}" xmlns="urn:other"><x:sheetData>${rows.join("")}</x:sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells><x:mergeCells><x:mergeCell ref="A3000:B3000"/></x:mergeCells></x:worksheet>`,
    });
    const read = await readRows(path);
    expect([read[0], read[2998], read[2999]]).toEqual([["a0", "0"], ["a2998", "2998"], ["a2999"]]);
  });
});

it("shared strings of an extension move none of the others", async () => {
  const path = bookFile({
    strings: `<si><t>a</t>${ext("<x14:t>ghost</x14:t>")}</si><x14:si ${X14}><x14:t>ghost</x14:t></x14:si><si><t>b<x14:t ${X14}>ghost</x14:t></t></si><extLst><ext xmlns="urn:other"><si><t>ghost</t></si></ext></extLst><si><t>c</t></si>`,
    sheet: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>',
  });
  expect(await readRows(path)).toEqual([["a", "b", "c"]]);
});

it("number formats come from the formats of cells, none from conditional ones or extensions", async () => {
  const path = rewritten(
    { formats: ["00000"], sheet: '<row><c s="1"><v>501</v></c><c s="0"><v>501</v></c></row>' },
    (name, data) =>
      name === "xl/styles.xml"
        ? data
            .replace("<cellXfs>", `<cellXfs ${X14}><x14:xf numFmtId="164"/>`)
            .replace(
              "</styleSheet>",
              `<dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></dxf></dxfs>${ext('<x14:numFmts><x14:numFmt numFmtId="164" formatCode="0%"/></x14:numFmts>')}</styleSheet>`,
            )
        : data,
  );
  expect(await readRows(path)).toEqual([["00501", "501"]]);
});

/** Every part written with a prefix before the names of its elements. */
function prefixed(data: string, main: string, links: string): string {
  return data
    .replace(/<(\/?)(?=[a-zA-Z])(?!Relationship)/g, "<$1x:")
    .replaceAll(`xmlns="${MAIN}"`, `xmlns:x="${main}"`)
    .replaceAll(`xmlns:r="${LINKS}"`, `xmlns:rel="${links}"`)
    .replaceAll("r:id=", "rel:id=")
    .replaceAll(LINKS, links);
}

describe.each([
  ["transitional", MAIN, LINKS],
  ["strict", STRICT, STRICT_LINKS],
])("a workbook in the %s namespace", (_, main, links) => {
  const book: Book = {
    workbookPr: 'date1904="1"',
    formats: ["m/d/yy", "00000"],
    strings: "<si><t>Ana</t></si><si><r><t>Be</t></r><r><t>a</t></r></si>",
    sheet:
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>27896</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="2"><v>501</v></c><c r="C2"><v>1</v></c></row>',
    afterData: '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>',
  };
  const expected = [
    ["Ana", "1980-05-17"],
    ["Bea", "00501"],
  ];

  it("is read under the usual names", async () => {
    const path = rewritten(book, (_name, data) =>
      data.replaceAll(MAIN, main).replaceAll(LINKS, links),
    );
    expect(await readRows(path)).toEqual(expected);
  });

  it("is read with prefixes before all names, as some programs write them", async () => {
    expect(await readRows(rewritten(book, (_name, data) => prefixed(data, main, links)))).toEqual(
      expected,
    );
  });

  it("is read where a prefix and none stand for the same", async () => {
    const path = rewritten(book, (_name, data) =>
      data
        .replaceAll(`xmlns="${MAIN}"`, `xmlns="${main}" xmlns:y="${main}"`)
        .replaceAll(LINKS, links)
        .replace(/<(\/?)(row|c|v|si|xf|sheet|workbookPr|mergeCell)(?=[ />])/g, "<$1y:$2"),
    );
    expect(await readRows(path)).toEqual(expected);
  });

  it("is read where every cell declares the namespace again", async () => {
    const path = rewritten(book, (_name, data) =>
      data
        .replaceAll(MAIN, main)
        .replaceAll(LINKS, links)
        .replace(/<(c|row|v|si|sheet)(?=[ >])/g, `<$1 xmlns="${main}"`),
    );
    expect(await readRows(path)).toEqual(expected);
  });
});

it("namespaces within one another without an end are a damaged file, told at once", async () => {
  const deep = Array.from({ length: 5000 }, (_, at) => `<is xmlns:p${at}="${MAIN}">`).join("");
  const path = bookFile({ sheet: `<row><c>${deep}</c></row>` });
  await expect(readRows(path)).rejects.toMatchObject({ code: "file-damaged" });
});
