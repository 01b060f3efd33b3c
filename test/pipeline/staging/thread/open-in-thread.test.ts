import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { dataRows } from "../../../../main/pipeline/sources/data-rows.ts";
import { MergedValues } from "../../../../main/pipeline/sources/merged-values.ts";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import type { ListSource, SourceRow } from "../../../../main/pipeline/sources/source.ts";
import type { ChunkRecipe } from "../../../../main/pipeline/staging/thread/checked-chunk.ts";
import {
  type CheckedRow,
  createRowCheck,
} from "../../../../main/pipeline/staging/thread/checked-rows.ts";
import {
  type CheckedSource,
  openInThread,
} from "../../../../main/pipeline/staging/thread/open-in-thread.ts";
import { prepareThread } from "../../../../main/pipeline/staging/thread/prepared-thread.ts";
import { hashSeeds } from "../../../../main/pipeline/validation/text-hash.ts";
import { generateCsv, generateXlsx } from "../../../bench/lists/generate.ts";
import { bookFile } from "../../../helpers/xlsx-bytes.ts";

const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
afterAll(() => rmSync(dir, { recursive: true }));

const headers = ["Card number", "Customer code", "First name", "Last name", "Email", "Phone"];
const recipe: ChunkRecipe = {
  headerRow: 1,
  columns: headers.map((header, index) => ({ index, header, samples: [] })),
  mapping: (["card_number", "code", "first_name", "last_name", "email"] as const).map(
    (field, index) => ({ field, columns: [index], transforms: [] }),
  ),
  options: {
    connectionId: 1,
    campaigns: ["1"],
    duplicates: "update",
    generateCardNumbers: null,
    keepUndoState: true,
    repeatedRows: "keep-all",
  },
  keys: { seeds: hashSeeds(), customers: randomBytes(16) },
};

/** The rows that a source checks, as plain data. */
async function checkedRows(
  source: CheckedSource,
  sheet: string,
  exact = false,
): Promise<CheckedRow[]> {
  const found: CheckedRow[] = [];
  for await (const chunk of source.checks(sheet, recipe, exact)) {
    for (const { mapped, read, own } of chunk.rows()) {
      found.push({ mapped: { row: mapped.row, values: mapped.values }, read, own });
    }
  }
  return found;
}

async function allRows(source: ListSource): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const chunk of source.rows(source.sheets[0]?.name ?? "")) rows.push(...chunk);
  await source.close();
  return rows;
}

test("a workbook and a text file read in a thread are what they are without one", async () => {
  const xlsx = join(dir, "list.xlsx");
  const csv = join(dir, "list.csv");
  await generateXlsx(xlsx, 12_000, "shared");
  await generateCsv(csv, 12_000);
  for (const path of [xlsx, csv]) {
    expect(statSync(path).size).toBeGreaterThan(512 * 1024);
    const rows = await allRows(await openSource(path));
    expect(await allRows(await openInThread(path))).toEqual(rows);
  }
});

test("rows are mapped and checked in a thread as they are without one", async () => {
  const path = join(dir, "checked.csv");
  await generateCsv(path, 12_000);
  appendFileSync(path, "\r\n,,,,not an address,,31/31/1990,,,,,\r\n#N/A,1\r\n");
  const source = await openInThread(path);
  const found = await checkedRows(source, "checked");
  const check = createRowCheck(recipe);
  const expected: CheckedRow[] = [];
  for await (const rows of dataRows(source, "checked", 1)) expected.push(...rows.map(check));
  await source.close();
  expect(found).toEqual(expected);
  expect(found).toHaveLength(12_002);
  expect(found.at(-2)?.own.map(({ code }) => code)).toEqual(["email-shape", "row-without-key"]);
  expect(found.at(-1)?.own.map(({ code }) => code)).toEqual(["cell-error"]);
});

test("values under merged cells are found at the end of a list, whose rows are then read without them", async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  for (const count of [3, 25_000]) {
    const path = bookFile({
      sheet: Array.from(
        { length: count },
        () =>
          `<row>${cell("1")}${cell("2")}${cell("3")}${cell(randomBytes(30).toString("hex"))}</row>`,
      ).join(""),
      afterData: '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A3:B3"/></mergeCells>',
    });
    expect(statSync(path).size > 512 * 1024).toBe(count > 3);
    const source = await openInThread(path);
    const sheet = source.sheets[0]?.name ?? "";
    const read = async (exact: boolean) => {
      const found = await checkedRows(source, sheet, exact);
      return found.map(({ mapped }) => mapped.values.slice(0, 3));
    };
    await expect(read(false)).rejects.toBeInstanceOf(MergedValues);
    expect((await read(true)).slice(0, 2)).toEqual([
      ["1", "2", "3"],
      ["1", "", "3"],
    ]);
    await source.close();
  }
});

test("a thread that was started ahead reads the list it was started for, and no other", async () => {
  const one = join(dir, "one.csv");
  const other = join(dir, "other.csv");
  await generateCsv(one, 12_000);
  await generateCsv(other, 13_000);
  await prepareThread(one);
  expect(await allRows(await openInThread(other))).toHaveLength(13_001);
  await prepareThread(one);
  expect(await allRows(await openInThread(one))).toHaveLength(12_001);
});

test("what is wrong in the middle of a list is told as without a thread", async () => {
  const path = join(dir, "endless.csv");
  await generateCsv(path, 12_000);
  appendFileSync(path, "x".repeat(17 * 1024 * 1024));
  const source = await openInThread(path);
  await expect(allRows(source)).rejects.toMatchObject({
    code: "file-not-a-list",
    params: { name: "endless.csv" },
  });
});

test("notices are those of the reading in the thread", async () => {
  const path = join(dir, "zeros.csv");
  await generateCsv(path, 12_000);
  appendFileSync(path, "a\0b,c\r\n");
  const source = await openInThread(path);
  const [sheet] = source.sheets;
  await allRows(source);
  expect(source.notices(sheet?.name ?? "")).toEqual([{ code: "zero-bytes", params: { count: 1 } }]);
});

test("reading ends at once when it is cancelled, and when nobody wants more", async () => {
  const path = join(dir, "cancelled.csv");
  await generateCsv(path, 12_000);
  const control = new AbortController();
  const source = await openInThread(path, { signal: control.signal });
  const rows = source.rows("cancelled")[Symbol.asyncIterator]();
  await rows.next();
  control.abort();
  await expect(
    (async () => {
      for (;;) if ((await rows.next()).done === true) return;
    })(),
  ).rejects.toThrow();
  await source.close();

  const left = await openInThread(path);
  for await (const chunk of left.rows("cancelled")) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  await left.close();
});

test("a list that is read again is read again", async () => {
  const path = join(dir, "twice.csv");
  await generateCsv(path, 12_000);
  const source = await openInThread(path);
  const count = async () => {
    let rows = 0;
    for await (const chunk of source.rows("twice")) rows += chunk.length;
    return rows;
  };
  expect(await count()).toBe(12_001);
  expect(await count()).toBe(12_001);
  await source.close();
});

test("a small list is read without a thread", async () => {
  const path = join(dir, "small.csv");
  writeFileSync(path, "Code,Name\r\n1,Ana\r\n");
  expect(await allRows(await openInThread(path))).toEqual([
    { number: 1, cells: ["Code", "Name"] },
    { number: 2, cells: ["1", "Ana"] },
  ]);
});

test("where no thread may be started the list is read without one", async () => {
  const path = join(dir, "alone.csv");
  await generateCsv(path, 12_000);
  const script = `
    const { openInThread } = await import(process.argv[1] + "/open-in-thread.ts");
    const { prepareThread } = await import(process.argv[1] + "/prepared-thread.ts");
    await prepareThread(process.argv[2]);
    const source = await openInThread(process.argv[2]);
    let rows = 0;
    for await (const chunk of source.rows("alone")) rows += chunk.length;
    await source.close();
    console.log(rows);`;
  const folder = new URL("../../../../main/pipeline/staging/thread", import.meta.url).href;
  const flags = ["--permission", "--allow-fs-read=*", "--input-type=module", "-e", script];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, folder, path]);
  expect(stdout.trim()).toBe("12001");
});
