import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { read, utils } from "xlsx";
import { AppError } from "../../../main/common/errors.ts";
import {
  guarded,
  withOwnApostrophes,
  withoutGuards,
} from "../../../main/common/tables/formula-guard.ts";
import type { Table } from "../../../main/common/tables/table.ts";
import { writeTable } from "../../../main/common/tables/write-table.ts";
import { writeXlsx } from "../../../main/common/tables/xlsx.ts";
import { cellText } from "../../../main/common/tables/xlsx-text.ts";
import { rowsOf } from "../../features/history/rows-of.ts";
import { expectOwnerOnly } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

function tableOf(rows: readonly (readonly string[])[], notes: readonly string[] = []): Table {
  return { sheetName: "Rows", header: ["a", "b"], rows: [rows], notes };
}

test("a workbook is read back by other programs exactly as it was written, all cells as text", async () => {
  const rows = [
    ["0078", "=1+1"],
    ["+34 555", "<b>&\"quoted\"</b> 'n' ünï 😀"],
    ["12345678901234567890", "  outer blanks  "],
    ["_x0041_", "two\nlines"],
    ["", "after an empty cell"],
  ];
  const path = join(tempDir(), "out.xlsx");
  expect(await writeTable(path, "xlsx", tableOf(rows, ["A note."]))).toEqual({ rows: 5 });
  const book = read(readFileSync(path), { cellText: true });
  expect(book.SheetNames).toEqual(["Rows", "About this file"]);
  const sheet = book.Sheets.Rows ?? {};
  expect(utils.sheet_to_json(sheet, { header: 1, defval: "" })).toEqual([["a", "b"], ...rows]);
  expect(sheet.B2).toMatchObject({ t: "s" });
  expect(sheet.B2).not.toHaveProperty("f");
  expect(await rowsOf(path, { sheet: "Rows" })).toEqual([["a", "b"], ...rows]);
});

test("any well-formed text without control characters survives a workbook and a text file", async () => {
  const dir = tempDir();
  const cell = fc
    .string({ unit: "grapheme", maxLength: 30 })
    .filter((text) => !/\p{Cc}/u.test(text) && text.trim() !== "");
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const xlsx = join(dir, "any.xlsx");
      await writeTable(xlsx, "xlsx", tableOf(written));
      const raised = written.map((row) => row.map(withOwnApostrophes));
      expect((await rowsOf(xlsx)).slice(1)).toEqual(raised);
      const csv = join(dir, "any.csv");
      await writeTable(csv, "csv", tableOf(written));
      const texts = written.map((row) => row.map(guarded));
      const parsed = read(readFileSync(csv, "utf8").slice(1), {
        type: "string",
        raw: true,
        FS: ",",
      });
      const [sheet = ""] = parsed.SheetNames;
      const back = utils.sheet_to_json(parsed.Sheets[sheet] ?? {}, { header: 1, defval: "" });
      expect(back.slice(1)).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ...["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "''=1"],
  ...["＝1", "＋1", "－1", "＠SUM(A1)", "﹦1"],
])("%j gets an apostrophe in a text file, so that it is not run as a formula", (value) => {
  expect(guarded(value)).toBe(`'${value}`);
});

test.each([
  ["a;=1+1", "a;'=1+1"],
  ["a\t@SUM(A1)", "a\t'@SUM(A1)"],
  ["a\n-1", "a\n'-1"],
  ["a\r\n+1", "a\r\n'+1"],
  ['a;"=1', "a;\"'=1"],
  ['a;""＝1', 'a;""\'＝1'],
  ["=1;=2;'=3", "'=1;'=2;''=3"],
])("%j is guarded wherever another separator would begin a cell", (value, expected) => {
  expect(guarded(value)).toBe(expected);
});

test.each(["", "a=b", "1-2", "a@b.c", " =1", "'x", "a;b", "a; =1", "'s-Gravenhage", "it's"])(
  "%j stays as it is",
  (value) => {
    expect(guarded(value)).toBe(value);
    expect(withOwnApostrophes(value)).toBe(value);
    expect(withoutGuards(value)).toBe(value);
  },
);

test("whatever a value is, it comes back from a text file and a workbook as it was", () => {
  const pieces = fc.constantFrom(
    "'",
    "=",
    "+",
    "-",
    "@",
    ";",
    "\t",
    '"',
    "＝",
    "a",
    " ",
    "\n",
    "\r",
  );
  fc.assert(
    fc.property(fc.string({ unit: pieces, maxLength: 12 }), (value) => {
      expect(withoutGuards(guarded(value))).toBe(value);
      expect(withoutGuards(withOwnApostrophes(value))).toBe(value);
      for (const separator of [";", "\t", "\n", "\r"]) {
        const [first = "", ...others] = guarded(value).split(separator);
        expect(first).not.toMatch(/^[=+\-@＝]/);
        for (const cell of others) expect(cell).not.toMatch(/^"*[=+\-@＝]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test("text files have a byte order mark, CRLF, and quotes where they are needed", async () => {
  const path = join(tempDir(), "out.csv");
  await writeTable(
    path,
    "csv",
    tableOf([
      ["x,y", 'say "hi"'],
      ["007", "a;b"],
    ]),
  );
  expect(readFileSync(path, "utf8")).toBe('\ufeffa,b\r\n"x,y","say ""hi"""\r\n007,"a;b"\r\n');
});

test("characters that XML cannot hold are written so that spreadsheet programs read them", () => {
  expect(cellText("a\u0001b\u001fc")).toBe("a_x0001_b_x001F_c");
  expect(cellText("_x0041_")).toBe("_x005F_x0041_");
  expect(cellText("half \ud83d pair")).toBe("half \ufffd pair");
  expect(cellText("x".repeat(40_000))).toHaveLength(32_767);
});

test("values too long for a cell are cut in a workbook, which says so", async () => {
  const path = join(tempDir(), "out.xlsx");
  await writeTable(path, "xlsx", tableOf([["x".repeat(40_000), "y"]]));
  const notes = await rowsOf(path, { sheet: "About this file" });
  expect(notes.flat().join()).toContain("32767");
});

test("a file that was there is replaced only by a whole one, and nothing else is left", async () => {
  const dir = tempDir();
  const path = join(dir, "out.csv");
  writeFileSync(path, "the old one");
  const broken: Table = {
    ...tableOf([]),
    rows: (function* () {
      yield [["1", "2"]];
      throw new AppError("sealed-data-unreadable");
    })(),
  };
  await expect(writeTable(path, "csv", broken)).rejects.toThrow(AppError);
  expect(readFileSync(path, "utf8")).toBe("the old one");
  expect(readdirSync(dir)).toEqual(["out.csv"]);
});

test("a workbook that fails half-way leaves nothing", async () => {
  const dir = tempDir();
  const rows = (function* () {
    for (let n = 0; n < 1000; n += 1) yield [[String(n).repeat(100), "x"]];
    throw new AppError("sealed-data-unreadable");
  })();
  const path = join(dir, "out.xlsx");
  await expect(writeTable(path, "xlsx", { ...tableOf([]), rows })).rejects.toMatchObject({
    code: "sealed-data-unreadable",
  });
  expect(readdirSync(dir)).toEqual([]);
});

test("a folder that is not there is told with what to do", async () => {
  const path = join(tempDir(), "nowhere", "out.csv");
  await expect(writeTable(path, "csv", tableOf([]))).rejects.toMatchObject({
    code: "export-not-written",
  });
});

test("an export is readable by its owner only", async () => {
  const path = join(tempDir(), "out.csv");
  await writeTable(path, "csv", tableOf([["1", "2"]]));
  expectOwnerOnly(path);
});

test("rows are asked for as fast as the file takes them, however long a workbook gets", async () => {
  const ROOM = 4 * 1024 * 1024;
  let asked = 0;
  let taken = 0;
  let ahead = 0;
  const rows = (function* () {
    for (let chunk = 0; chunk < 200; chunk += 1) {
      const cells = Array.from({ length: 10 }, () => randomBytes(6_000).toString("base64"));
      asked += cells.length * 8_000;
      yield cells.map((cell) => [cell, ""]);
    }
  })();
  const file = {
    async appendFile(bytes: string | Uint8Array) {
      ahead = Math.max(ahead, asked - taken);
      await setImmediate();
      // Packed they take three quarters.
      taken += (bytes.length * 4) / 3;
    },
  };
  await writeXlsx(file, { sheetName: "Rows", header: ["a", "b"], rows, notes: [] });
  expect(asked).toBeGreaterThan(3 * ROOM);
  expect(ahead).toBeLessThan(ROOM);
});

test("what fails while a workbook is written is told, whether rows or the file fail", async () => {
  const about = { sheetName: "Rows", header: ["a"], notes: [] };
  const broken = (function* (): Generator<string[][]> {
    yield [["A"]];
    throw new AppError("sealed-data-unreadable");
  })();
  const path = join(tempDir(), "out.xlsx");
  await expect(writeTable(path, "xlsx", { ...about, rows: broken })).rejects.toMatchObject({
    code: "sealed-data-unreadable",
  });
  const full = {
    appendFile: () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })),
  };
  await expect(writeXlsx(full, { ...about, rows: [[["A"]]] })).rejects.toThrow("full");
});
