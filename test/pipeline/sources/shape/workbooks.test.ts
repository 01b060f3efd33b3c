import { expect, test } from "vitest";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import { readFirst } from "../../../../main/pipeline/sources/read-first.ts";
import { bookFile, tempFile } from "../../../helpers/xlsx-bytes.ts";
import { type Sheet, workbook } from "./flat-workbook.ts";
import { codes, judge, judgeFile } from "./judged.ts";

const CUSTOMERS: Sheet = [
  "Customers",
  ["Card Number", "First Name", "Email"],
  ["7000001", "Ann", "ann@example.com"],
  ["7000002", "Ben", "ben@example.com"],
];

test.each<readonly [string, Sheet]>([
  [
    "of sentences",
    ["Read me", ["How to use this list"], ["Keep the name of the file"], ["Call us"]],
  ],
  ["of a single word", ["Welcome", ["Hello"]]],
  [
    "of two columns of facts",
    ["About", ["Version", "1.2"], ["Made by", "Head office"], ["Year", "2026"]],
  ],
  ["of a title and its date", ["Cover", ["Loyalty club"], [], ["June 2026"]]],
])("a first sheet %s is passed over, and it is said", async (_, first) => {
  const judged = await judge(workbook(first, CUSTOMERS), { name: "book.fods" });
  expect(judged.reading.sheet).toBe("Customers");
  expect(judged.reading.sheets.map(({ name }) => name)).toEqual([first[0], "Customers"]);
  expect(judged.findings).toMatchObject([{ code: "sheet-chosen", remedy: { sheet: first[0] } }]);
  expect(judged.sent).toEqual([2, 3]);
});

test.each<readonly [string, readonly Sheet[]]>([
  ["a list before another", [CUSTOMERS, ["Notes", ["Call Ann"], ["Call Ben"]]]],
  ["e-mail addresses alone", [["Letter", ["Email"], ["ann@example.com"]], CUSTOMERS]],
  [
    "headers that no dictionary knows",
    [["Lista", ["Vardas", "Miestas", "Kava"], ["Ona", "Vilnius", "taip"]], CUSTOMERS],
  ],
])("the first sheet is read quietly: %s", async (_, sheets) => {
  const judged = await judge(workbook(...sheets), { name: "book.fods" });
  expect(judged.reading.sheet).toBe(sheets[0]?.[0]);
  expect(codes(judged)).toEqual([]);
});

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: readonly string[]) => `<row>${cells.join("")}</row>`;
const HEAD = row(cell("Card Number"), cell("First Name"), cell("Points"));

function tableBook(attributes: string, ref = "A1:C4"): string {
  const links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return bookFile({
    sheet: `${HEAD}${row(cell("7000001"), cell("Ann"), "<c><v>10</v></c>")}${row(cell("7000002"), cell("Ben"), "<c><v>20</v></c>")}${row(cell("7000003"), cell("All"), "<c><v>30</v></c>")}`,
    more: [
      {
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        data: `<Relationships><Relationship Id="r1" Type="${links}/table" Target="../tables/table1.xml"/></Relationships>`,
      },
      {
        name: "xl/tables/table1.xml",
        data: `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" ref="${ref}" ${attributes}/>`,
      },
    ],
  });
}

test("the row of totals that a table has is left out, whatever it is called", async () => {
  const judged = await judgeFile(tableBook('totalsRowCount="1"'));
  expect(judged.leftOut).toEqual([4]);
  expect(codes(judged)).toEqual(["rows-are-totals"]);
});

test.each(['totalsRowShown="0"', 'totalsRowCount="0"'])(
  "a table without totals (%s) sends all its rows",
  async (attributes) => {
    const judged = await judgeFile(tableBook(attributes));
    expect(judged.sent).toEqual([2, 3, 4]);
    expect(codes(judged)).toEqual([]);
  },
);

test.each([
  ["an empty value", "<c><f>B1&amp;C1</f><v></v></c>"],
  ["no value", "<c><f>B1&amp;C1</f></c>"],
  ["an empty element", '<c><f t="shared" si="0"/><v/></c>'],
])("a formula with %s is an error of its row where its column is mapped", async (_, formula) => {
  const path = bookFile({
    sheet: `${HEAD}${row(cell("7000001"), cell("Ann"), "<c><v>1</v></c>")}${row(formula, cell("Ben"), "<c><v>2</v></c>")}`,
  });
  const judged = await judgeFile(path);
  expect(judged.errors).toEqual([3]);
  expect(judged.findings).toMatchObject([
    { code: "formulas-without-results", params: { count: 1 } },
  ]);
});

test.each([
  ["an empty text as its result", '<c t="str"><f>""</f><v></v></c>'],
  ["a result", "<c><f>1+1</f><v>2</v></c>"],
])("a formula with %s is read quietly", async (_, formula) => {
  const path = bookFile({
    sheet: `${HEAD}${row(cell("7000001"), cell("Ann"), "<c><v>1</v></c>")}${row(cell("7000002"), cell("Ben"), formula)}`,
  });
  const judged = await judgeFile(path);
  expect(judged.sent).toEqual([2, 3]);
  expect(codes(judged)).toEqual([]);
});

test.each([
  "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n<table>",
  "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n",
])("a page archive that is named .xls is refused by its name", async (text) => {
  await expect(readFirst(tempFile("list.xls", text))).rejects.toMatchObject({
    code: "file-format-unsupported",
    params: { what: "MHTML" },
  });
});

test.each(["~$list.xlsx", "~$customers.xlsm", ".~lock.list.ods#"])(
  "%s is told to be no list",
  async (name) => {
    await expect(openSource(tempFile(name, "\u0003Ann"))).rejects.toMatchObject({
      code: "file-is-owner-file",
    });
  },
);

/** A flat OpenDocument sheet whose second customer has this cell as phone. */
function formulaBook(formula: string): string {
  const text = workbook([
    "Customers",
    ["Card Number", "First Name", "Phone"],
    ["7000001", "Ann", "555-010-1001"],
    ["7000002", "Ben", "X"],
  ]);
  return text.replace(/<table:table-cell[^>]*><text:p>X<\/text:p><\/table:table-cell>/, formula);
}

test.each([
  ["no value", '<table:table-cell table:formula="of:=[.A2]*2"/>'],
  [
    "a style alone",
    '<table:table-cell table:style-name="ce1" table:formula="of:=1+1"></table:table-cell>',
  ],
  [
    "no value, several times",
    '<table:table-cell table:formula="of:=1" table:number-columns-repeated="2"/>',
  ],
])("an .ods formula with %s is an error of its row", async (_, formula) => {
  const judged = await judge(formulaBook(formula), { name: "book.fods" });
  expect(judged.errors).toEqual([3]);
  expect(codes(judged)).toEqual(["formulas-without-results"]);
});

test.each([
  [
    "a number",
    '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="5550101002"><text:p>5550101002</text:p></table:table-cell>',
  ],
  [
    "an empty text",
    '<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>',
  ],
  ["nothing, without a formula", "<table:table-cell/>"],
])("an .ods cell that holds %s is read quietly", async (_, cell_) => {
  const judged = await judge(formulaBook(cell_), { name: "book.fods" });
  expect(judged.sent).toEqual([2, 3]);
  expect(codes(judged)).toEqual([]);
});

test("the only column of a sheet may hold lines that are in quotes as a whole", async () => {
  const lines = ["Card,First,City", "7001,Eve,Reno", '7002,Jon,""Elko, NV""'];
  const sheet: Sheet = ["Members", ...lines.map((line): [string] => [`"${line}"`])];
  const judged = await judge(workbook(sheet), { name: "book.fods" });
  expect(codes(judged)).toEqual(["column-of-lists"]);
  expect(judged.values).toMatchObject([
    { card_number: "7001", city: "Reno" },
    { card_number: "7002", city: "Elko, NV" },
  ]);
});
