import { describe, expect, it } from "vitest";
import { utils, write } from "xlsx";
import { createMapper } from "../../main/pipeline/mapping/apply.ts";
import { readFirst } from "../../main/pipeline/sources/read-first.ts";
import { readSourceRows } from "../helpers/processes/read-rows.ts";
import { bookFile, tempFile } from "../helpers/xlsx-bytes.ts";
import { zipBytes } from "../helpers/zip-writer.ts";

const FULL = "é".repeat(32_767);
const LONGER = `${FULL}x`;

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const odsCell = (text: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const xlsxCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

type Rows = readonly (readonly string[])[];
const each = (rows: Rows, row: (cells: readonly string[]) => string) => rows.map(row).join("");

/** Some rows in every format. */
const WRITERS: Readonly<Record<string, (...rows: Rows) => string>> = {
  CSV: (...rows) =>
    tempFile(
      "a.csv",
      each(rows, (cells) => `${cells.join(",")}\n`),
    ),
  ".xlsx with its texts in the cells": (...rows) =>
    bookFile({ sheet: each(rows, (cells) => `<row>${cells.map(xlsxCell).join("")}</row>`) }),
  ".xlsx with shared texts": (...rows) => {
    const strings = [...new Set(rows.flat())];
    const cell = (text: string) => `<c t="s"><v>${strings.indexOf(text)}</v></c>`;
    return bookFile({
      sheet: each(rows, (cells) => `<row>${cells.map(cell).join("")}</row>`),
      strings: strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join(""),
    });
  },
  ".ods": (...rows) =>
    tempFile(
      "a.ods",
      zipBytes([
        { name: "mimetype", data: ODS },
        {
          name: "content.xml",
          data: `<office:document-content><office:body><office:spreadsheet><table:table table:name="A">${each(rows, (cells) => `<table:table-row>${cells.map(odsCell).join("")}</table:table-row>`)}</table:table></office:spreadsheet></office:body></office:document-content>`,
        },
      ]),
    ),
  "an HTML table": (...rows) =>
    tempFile(
      "a.xls",
      `<table>${each(rows, (cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join("")}</tr>`)}</table>`,
    ),
  ".xlsb": (...rows) => {
    const book = utils.book_new(utils.aoa_to_sheet(rows.map((cells) => [...cells])), "One");
    return tempFile("a.xlsb", write(book, { type: "buffer", bookType: "xlsb" }) as Buffer);
  },
};

/** An .ods counts blanks; HTML shows one of any number. */
const BLANKS: Readonly<Record<string, string>> = { ".ods": '<text:s text:c="2000000000"/>' };
const KEEPING = Object.entries(WRITERS).filter(([kind]) => kind !== "an HTML table");

describe("a cell of more characters than a spreadsheet can hold", () => {
  it.each(Object.entries(WRITERS))(
    "is cut and marked in %s; a full one is whole",
    async (_, file) => {
      const [row] = await readSourceRows(file([FULL, LONGER]));
      expect(row?.cells).toEqual([FULL, FULL]);
      expect([...(row?.marks ?? [])]).toEqual([[1, "too-long"]]);
    },
  );

  it.each(KEEPING)(
    "is no blank one in %s where all that fits of it is blanks",
    async (kind, file) => {
      const path = file(["Code", "Email"], [BLANKS[kind] ?? " ".repeat(40_000)]);
      const { columns } = await readFirst(path);
      const map = createMapper(
        [{ field: "code", columns: [0], transforms: [], confidence: "certain" }],
        columns,
      );
      const row = (await readSourceRows(path)).find(({ number }) => number === 2);
      expect(row && map(row).problems).toMatchObject([{ row: 2, code: "cell-too-long" }]);
    },
  );

  it("is an error of its row, where its column is sent", () => {
    const columns = [{ index: 0, header: "Email", samples: [] }];
    const map = createMapper(
      [{ field: "email", columns: [0], transforms: [], confidence: "certain" }],
      columns,
    );
    const row = { number: 7, cells: [FULL, FULL] };
    const errors = (column: number) =>
      map({ ...row, marks: new Map([[column, "too-long"]]) }).problems;
    expect(errors(0)).toMatchObject([{ row: 7, code: "cell-too-long", severity: "error" }]);
    expect(errors(1)).toEqual([]);
  });
});

describe("columns", () => {
  it("are as many as a sheet has; separators behind them are nothing", async () => {
    const line = (cells: number): string => `${"a,".repeat(cells - 1)}a`;
    const fits = tempFile("a.csv", `${line(16_384)}${",".repeat(50)}\n${line(16_384)}\n`);
    expect((await readFirst(fits)).columns).toHaveLength(16_384);
    const wider = tempFile("b.csv", `${line(16_385)}\n`);
    await expect(readFirst(wider)).rejects.toMatchObject({ code: "file-too-wide" });
  });

  it("with one header for all have each their own name", async () => {
    const path = tempFile(
      "a.csv",
      `${"Name,name,Name (2),".repeat(5_000)}\n${"x,".repeat(15_000)}\n`,
    );
    const { columns } = await readFirst(path);
    const names = columns.map(({ header }) => header.toLowerCase());
    expect(new Set(names).size).toBe(15_000);
    expect(names.slice(0, 4)).toEqual(["name", "name (2)", "name (2) (2)", "name (3)"]);
  });
});

describe("merged cells", () => {
  it("that lie on each other cover what any of them covers", async () => {
    const cells = (row: number) =>
      `<row>${"abcd"
        .split("")
        .map((one) => xlsxCell(`${one}${row}`))
        .join("")}</row>`;
    const path = bookFile({
      sheet: [1, 2, 3].map(cells).join(""),
      afterData: '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>',
    });
    const rows = (await readSourceRows(path)).map(({ cells: texts }) => texts);
    expect(rows).toEqual([
      ["a1", "", "c1", "d1"],
      ["", "", "", "d2"],
      ["a3", "", "", "d3"],
    ]);
  });

  it("of old workbooks are read the same", async () => {
    const sheet = utils.aoa_to_sheet([
      ["a", "b"],
      ["c", "d"],
    ]);
    sheet["!merges"] = [utils.decode_range("A1:B1"), utils.decode_range("A1:A2")];
    const book = utils.book_new(sheet, "One");
    const path = tempFile("a.xls", write(book, { type: "buffer", bookType: "xls" }) as Buffer);
    expect((await readSourceRows(path)).map(({ cells }) => cells)).toEqual([["a"], ["", "d"]]);
  });
});
