import { describe, expect, it } from "vitest";
import { readingEnd, readRows, readSourceRows } from "../../../helpers/processes/read-rows.ts";
import { bookFile, bookParts, tempFile } from "../../../helpers/xlsx-bytes.ts";
import { zipBytes } from "../../../helpers/zip-writer.ts";

const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe("what other programs write into .xlsx files", () => {
  it("reads cells and rows without positions in the order they stand", async () => {
    const path = bookFile({
      sheet: `<row>${cell("a")}${cell("b")}</row><row><c><v>1</v></c></row>`,
    });
    expect(await readRows(path)).toEqual([["a", "b"], ["1"]]);
  });

  it("puts cells where their positions say, in whatever order they stand in the row", async () => {
    const path = bookFile({
      sheet:
        '<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="5"><c r="AB5"><v>2</v></c></row>',
    });
    const rows = await readRows(path);
    expect(rows.slice(0, 4)).toEqual([[], [], ["1", "", "3"], []]);
    expect(rows[4]?.length).toBe(28);
    expect(rows[4]?.[27]).toBe("2");
  });

  it("reads prefixed elements of the strict standard", async () => {
    const path = bookFile({
      sheet:
        '<?xml version="1.0"?><x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>in</x:t></x:is></x:c><x:c r="B1" t="d"><x:v>1980-05-17T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await readRows(path)).toEqual([["in", "1980-05-17"]]);
  });

  it("joins rich text and leaves pronunciations out", async () => {
    const rich =
      '<r><rPr><b/><sz val="11"/><i/></rPr><t>An</t></r><r><t xml:space="preserve"> na</t></r><rPh sb="0" eb="1"><t>アン</t></rPh><phoneticPr fontId="1"/>';
    const path = bookFile({
      strings: `<si>${rich}</si><si/><si><t/></si><si><t>last</t></si>`,
      sheet: `<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="inlineStr"><is>${rich}</is></c></row>`,
    });
    expect(await readRows(path)).toEqual([["An na", "", "", "last", "An na"]]);
  });

  it("resolves entities, character data and escapes, and keeps blanks", async () => {
    const path = bookFile({
      strings:
        "<si><t> a &amp; b &lt;&#233;&#x1F600;&gt; </t></si><si><t><![CDATA[<b> & ]]>c</t></si><si><t>x_x000D_y_x005F_x000D_</t></si><si><t>a\r\nb</t></si><si><t>&unknown;</t></si>",
      sheet: `<row>${[0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${at}</v></c>`).join("")}</row>`,
    });
    expect(await readRows(path)).toEqual([
      [" a & b <é😀> ", "<b> & c", "x\ry_x000D_", "a\nb", "&unknown;"],
    ]);
  });

  it("takes no 0 for a result where a library wrote it for what nobody calculated", async () => {
    const sheet = `<row><c><f>UPPER("a")</f><v>0</v></c><c><f>6*7</f><v>42</v></c><c><v>0</v></c></row>`;
    const asks = '/><calcPr calcId="124519" fullCalcOnLoad="1"';
    const [asked] = await readSourceRows(bookFile({ sheet, workbookPr: asks }));
    expect(asked?.cells).toEqual(["", "42", "0"]);
    expect([...(asked?.marks ?? [])]).toEqual([[0, "no-result"]]);
    const [usual] = await readSourceRows(
      bookFile({ sheet, workbookPr: '/><calcPr calcId="191029"' }),
    );
    expect(usual?.cells).toEqual(["0", "42", "0"]);
    expect(usual?.marks).toBeUndefined();
  });

  it("reads every type of cell by its stored value, formulas too", async () => {
    const path = bookFile({
      formats: ["00000", "yyyy-mm-dd"],
      sheet:
        '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="str"><f>A1&amp;"x"</f><v>sum</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c s="1"><f>6*7</f><v>42</v></c><c s="2"><v>29358</v></c><c><v>6.03646123456789E+15</v></c><c s="99"><v>1</v></c></row>',
    });
    const [row] = await readSourceRows(path);
    expect(row?.cells).toEqual([
      "TRUE",
      "FALSE",
      "sum",
      "#DIV/0!",
      "00042",
      "1980-05-17",
      "6036461234567890",
      "1",
    ]);
    expect([...(row?.marks ?? [])]).toEqual([
      [3, "error"],
      [5, "date"],
      [6, "digits-lost"],
    ]);
  });

  it("gives the value of merged cells to the first of them alone", async () => {
    const path = bookFile({
      sheet:
        "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c><c><v>5</v></c><c><v>6</v></c></row>",
      afterData: '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    });
    expect(await readRows(path)).toEqual([
      ["1", "", "3"],
      ["", "", "6"],
    ]);
  });

  it("finds merged cells behind any number of rows, in any order and behind other elements", async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => {
      const padding = `a${at}`.padEnd(280, "x");
      return `<row>${cell(padding)}${cell("b")}${cell("c")}</row>`;
    }).join("");
    expect(rows.length).toBeGreaterThan(16 * 1024 * 1024);
    const path = bookFile({
      sheet: rows,
      afterData:
        '<autoFilter ref="A1:C2"/><mergeCells><mergeCell ref="$B$59999:C60000"/><mergeCell ref="A2:A4"/><mergeCell ref="nonsense"/><mergeCell ref="B3:C3"/></mergeCells><hyperlinks><hyperlink ref="A1"/></hyperlinks>',
    });
    const read = (await readRows(path)).map((row) => row.map((text) => text[0] ?? "").join("."));
    expect(read.slice(0, 5)).toEqual(["a.b.c", "a.b.c", ".b", ".b.c", "a.b.c"]);
    expect(read.slice(-3)).toEqual(["a.b.c", "a.b", "a"]);
  });

  it("reads dates of the 1904 system", async () => {
    const path = bookFile({
      workbookPr: 'date1904="1"',
      formats: ["m/d/yy"],
      sheet: '<row><c s="1"><v>27896</v></c></row>',
    });
    expect(await readRows(path)).toEqual([["1980-05-17"]]);
  });

  it("drops blank rows and cells at the end, formatted or not", async () => {
    const path = bookFile({
      sheet: `<row>${cell("a")}<c r="C1" s="0"/>${cell("")}</row><row r="2"><c r="A2" s="0"/></row><row r="1048576" ht="12"/>`,
    });
    expect(await readRows(path)).toEqual([["a"]]);
  });

  it("reads sheets in UTF-16", async () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row><c t="inlineStr"><is><t>José</t></is></c></row></sheetData></worksheet>';
    const parts = bookParts({ sheet: "" }).map((part) =>
      part.name.endsWith("sheet1.xml") ? { ...part, data: Buffer.from(xml, "utf16le") } : part,
    );
    expect(await readRows(tempFile("wide.xlsx", zipBytes(parts)))).toEqual([["José"]]);
  });

  it("reads sheets in the encoding that they declare", async () => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><worksheet><sheetData><row><c t="inlineStr"><is><t>José</t></is></c></row></sheetData></worksheet>';
    const parts = bookParts({ sheet: "" }).map((part) =>
      part.name.endsWith("sheet1.xml") ? { ...part, data: Buffer.from(xml, "latin1") } : part,
    );
    expect(await readRows(tempFile("latin.xlsx", zipBytes(parts)))).toEqual([["José"]]);
  });

  it("finds parts whose address is written with escapes", async () => {
    const parts = bookParts({ sheet: `<row>${cell("a")}</row>` }).map((part) => ({
      ...part,
      name: part.name.replace("sheet1.xml", "my sheet 100%.xml"),
      data: String(part.data).replace("sheet1.xml", "my%20sheet%20100%25.xml"),
    }));
    expect(await readRows(tempFile("escaped.xlsx", zipBytes(parts)))).toEqual([["a"]]);
  });

  it("leaves out what a web program added behind the archive", async () => {
    const bytes = zipBytes(bookParts({ sheet: `<row>${cell("a")}</row>` }));
    for (const more of ["\r\n", "\0".repeat(100), "PK\x05\x06"]) {
      const path = tempFile("more.xlsx", Buffer.concat([bytes, Buffer.from(more, "latin1")]));
      expect(await readRows(path)).toEqual([["a"]]);
    }
  });

  it("finds the parts whatever their slashes, cases and missing links", async () => {
    const parts = bookParts({ sheet: `<row>${cell("a")}</row>` })
      .filter((part) => part.name !== "_rels/.rels" && part.name !== "xl/_rels/workbook.xml.rels")
      .map((part) => ({ ...part, name: part.name.replace("xl/worksheets", "xl/Worksheets") }));
    expect(await readRows(tempFile("odd.xlsx", zipBytes(parts)))).toEqual([["a"]]);
  });

  it("reads rows that are 300,000 apart without holding what is between", async () => {
    const path = bookFile({
      sheet: '<row r="1"><c><v>1</v></c></row><row r="300000"><c><v>2</v></c></row>',
    });
    const rows = await readRows(path);
    expect([rows.length, rows[1], rows[299_999]]).toEqual([300_000, [], ["2"]]);
  });
});

describe("workbooks that are refused", () => {
  it.each([
    ["rows that go back", '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'],
    ["a row beyond the last", '<row r="1048577"><c><v>1</v></c></row>'],
    ["a cell beyond the last column", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ["a row number that is none", '<row r="x"><c><v>1</v></c></row>'],
    ["a shared string that is not there", '<row><c t="s"><v>7</v></c></row>'],
  ])("for %s", async (_, sheet) => {
    expect(await readingEnd(bookFile({ sheet }))).toBe("file-damaged");
  });

  it("for a document type, which entity bombs need", async () => {
    const sheet =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>';
    expect(await readingEnd(bookFile({ sheet }))).toBe("file-damaged");
  });

  it("for XML that ends in the middle", async () => {
    const sheet = '<?xml version="1.0"?><worksheet><sheetData><row><c><v>1</v></c></row>';
    expect(await readingEnd(bookFile({ sheet }))).toBe("file-damaged");
  });

  it("for a sheet whose part is missing", async () => {
    const path = bookFile({ sheet: "", without: ["xl/worksheets/sheet1.xml"] });
    expect(await readingEnd(path)).toBe("file-damaged");
  });
});
