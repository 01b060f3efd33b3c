import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readFirst } from "../../../main/pipeline/sources/read-first.ts";
import { readRows, readSourceRows } from "../../helpers/processes/read-rows.ts";
import { tempFile } from "../../helpers/xlsx-bytes.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/sources");
const fixture = (name: string): string => join(FIXTURES, name);

/** What a person reads in traits.xlsx, which openpyxl wrote; other programs calculated formulas. */
function traits(changes: { name?: string; error?: string; card?: string } = {}) {
  return [
    ["Customers of the north shop"],
    [],
    ["Card", "Name", "Birthday", "Seen", "At", "Zip", "Share", "Price", "Active", "Note"],
    [
      "00123",
      "José Müller & Söhne <1>",
      "1980-05-17",
      "2020-01-02T03:04:05",
      "09:30:00",
      "01234",
      "0.25",
      "1234.5",
      "TRUE",
      "  two  blanks ",
    ],
    [
      "0009",
      "日本 Ω 😀",
      "1900-03-01",
      "1999-12-31T23:59:59",
      "00:00:01",
      "90210",
      "-0.5",
      "-7",
      "FALSE",
      "line\nbreak",
    ],
    [
      changes.card ?? "6036461234567891",
      changes.name ?? "Ann Lee",
      "2000-02-29",
      "2024-03-31T02:30:00",
      "23:59:59",
      "00005",
      "0.0000001",
      "123456789012345",
      "",
      "\r stays",
    ],
    [],
    [
      "",
      changes.error ?? "#DIV/0!",
      "9999-12-31",
      "2011-12-30T12:00:00",
      "",
      "00000",
      "12345678901",
      "0.3",
    ],
  ];
}

describe("one list as several programs write it", () => {
  it.each([
    ["traits.xlsx", traits({ name: "", error: "" })],
    ["traits-libreoffice.xlsx", traits({ card: "6036461234567890" })],
    ["traits.xls", traits()],
    ["traits.ods", traits()],
    ["traits.fods", traits()],
  ])("%s reads as a person reads it", async (name, rows) => {
    expect(await readRows(fixture(name))).toEqual(rows);
  });

  it.each(["traits.xlsx", "traits.xls", "traits.ods"])(
    "%s marks dates, errors and lost digits",
    async (name) => {
      const rows = await readSourceRows(fixture(name));
      expect([...(rows[3]?.marks ?? [])]).toEqual([
        [2, "date"],
        [3, "date"],
        [4, "date"],
      ]);
      expect(rows[5]?.marks?.get(0)).toBe("digits-lost");
      if (name !== "traits.xlsx") expect(rows[7]?.marks?.get(1)).toBe("error");
    },
  );

  it.each(["traits.xlsx", "traits.xls", "traits.ods", "traits.fods"])(
    "%s offers hidden sheets as hidden and tells of hidden rows and columns",
    async (name) => {
      const first = await readFirst(fixture(name));
      expect(first.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
        ["Clients", false],
        ["Old", true],
        ["Secret", true],
      ]);
      expect([first.sheet, first.headerRow]).toEqual(["Clients", 3]);
      expect(first.notices.map(({ code, params }) => [code, params])).toEqual([
        ["hidden-rows", { count: 1 }],
        ["hidden-columns", { count: 1 }],
        // Written by a program that computes nothing.
        ...(name === "traits.xlsx" ? [["formulas-without-results", { count: 2 }]] : []),
      ]);
      expect(await readRows(fixture(name), "Old")).toEqual([
        ["Name", "Code"],
        ["Eve", "X-1"],
      ]);
    },
  );

  it("reads dates of the 1904 system in .xlsx and .xls", async () => {
    const rows = [
      ["Name", "Birthday"],
      ["Ann", "1904-01-02"],
      ["Ann", "1980-05-17"],
      ["Ann", "2024-02-29"],
    ];
    expect(await readRows(fixture("dates-1904.xlsx"))).toEqual(rows);
    expect(await readRows(fixture("dates-1904.xls"))).toEqual(rows);
  });
});

describe("a birthday", () => {
  it.each([
    "America/Sao_Paulo",
    "Pacific/Apia",
    "Europe/London",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Kiritimati",
    "UTC",
  ])("is the same day in %s", (zone) => {
    const script = join(import.meta.dirname, "../../helpers/processes/print-rows-process.ts");
    const files = ["traits.xlsx", "traits.xls", "traits.ods", "dates-1904.xlsx", "dates-1904.xls"];
    const out = execFileSync(process.execPath, [script, ...files.map(fixture)], {
      env: { ...process.env, TZ: zone },
      encoding: "utf8",
    });
    const rows = JSON.parse(out) as readonly (readonly (readonly string[])[])[];
    for (const list of rows.slice(0, 3)) {
      expect(list.slice(3).map((row) => row.slice(2, 5))).toEqual(
        traits()
          .slice(3)
          .map((row) => row.slice(2, 5)),
      );
    }
    expect(rows.slice(3).map((list) => list.map((row) => row[1]))).toEqual(
      Array.from({ length: 2 }, () => ["Birthday", "1904-01-02", "1980-05-17", "2024-02-29"]),
    );
  });
});

describe("the first look", () => {
  it("chooses the first visible sheet with a list and makes headers distinct", async () => {
    const first = await readFirst(fixture("members.xlsx"));
    expect(first.sheet).toBe("Members");
    expect(first.columns.map((column) => column.header)).toEqual([
      "Email",
      "Email (2)",
      "Column C",
      "Points",
    ]);
    expect(first.columns[0]?.samples).toEqual([
      "m1@example.com",
      "m2@example.com",
      "m3@example.com",
    ]);
    expect(first.sheets.find((sheet) => sheet.name === "Members")).toMatchObject({
      rows: 21,
      columns: 4,
    });
    expect(first.notices.map(({ code, params }) => [code, params])).toEqual([
      ["hidden-rows", { count: 10 }],
    ]);
  });

  it("takes the header row and sheet that were chosen", async () => {
    const first = await readFirst(fixture("members.xlsx"), { headerRow: 2 });
    expect(first.columns[0]?.header).toBe("m1@example.com");
    await expect(readFirst(fixture("members.xlsx"), { headerRow: 22 })).rejects.toMatchObject({
      code: "header-row-missing",
    });
    await expect(readFirst(fixture("members.xlsx"), { sheet: "None" })).rejects.toMatchObject({
      code: "sheet-missing",
    });
  });

  it("refuses lists without rows", async () => {
    for (const name of ["no-cells.xlsx", "headers-only.xlsx"]) {
      await expect(readFirst(fixture(name))).rejects.toMatchObject({ code: "file-without-rows" });
    }
  });
});

it("letters that an HTML table names are letters", async () => {
  const html =
    "<table><tr><td>Nom</td></tr><tr><td>Ren&eacute;e &amp; Jos&#233; &OElig; &ndash; &lt;b&gt; &nothing;</td></tr></table>";
  expect(await readRows(tempFile("list.xls", html))).toEqual([
    ["Nom"],
    ["Renée & José Œ – <b> &nothing;"],
  ]);
});

it("cells and rows of an HTML table end where the next ones begin", async () => {
  const html =
    "<table border=1><tr><th>Card<th>Name<tr><td>00123<td>Ann <b>Lee</b></tr><tr><td><td>Bob</table>";
  expect(await readRows(tempFile("list.xls", html))).toEqual([
    ["Card", "Name"],
    ["00123", "Ann Lee"],
    ["", "Bob"],
  ]);
});
