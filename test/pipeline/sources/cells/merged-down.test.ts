import { expect, test } from "vitest";
import { utils, write } from "xlsx";
import { dataRows } from "../../../../main/pipeline/sources/data-rows.ts";
import { MergedValues } from "../../../../main/pipeline/sources/merged-values.ts";
import { openSource } from "../../../../main/pipeline/sources/open.ts";
import type { RowsOptions } from "../../../../main/pipeline/sources/source.ts";
import { tempFile } from "../../../helpers/xlsx-bytes.ts";

type Format = "xlsx" | "ods" | "xls";

async function read(
  format: Format,
  cells: readonly (readonly (string | number | Date | null)[])[],
  merges: readonly string[],
  headerRow = 1,
  options?: RowsOptions,
) {
  const sheet = utils.aoa_to_sheet(cells.map((row) => [...row]));
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  const book = utils.book_new(sheet, "Customers");
  const path = tempFile(`list.${format}`, write(book, { type: "buffer", bookType: format }));
  const source = await openSource(path);
  try {
    const rows: [number, ...string[]][] = [];
    for await (const chunk of dataRows(source, "Customers", headerRow, options)) {
      rows.push(
        ...chunk.map(({ number, cells: texts }): [number, ...string[]] => [number, ...texts]),
      );
    }
    return rows;
  } finally {
    await source.close();
  }
}

const HEADERS = ["Card", "First", "Last", "City"];

test.each<Format>(["xlsx", "ods", "xls"])(
  "each row has the values of cells that are merged beside it, in .%s",
  async (format) => {
    const cells = [
      HEADERS,
      ["7001", "Ann", "Lake", "Reno"],
      ["7002", "Tom", null, null],
      ["7003", "Sue", null, "Elko"],
      ["7004", "Ben", "Hill", null],
    ];
    expect(await read(format, cells, ["C2:C4", "D2:D3"])).toEqual([
      [2, "7001", "Ann", "Lake", "Reno"],
      [3, "7002", "Tom", "Lake", "Reno"],
      [4, "7003", "Sue", "Lake", "Elko"],
      [5, "7004", "Ben", "Hill"],
    ]);
  },
);

test.each<Format>(["xlsx", "ods", "xls"])(
  "rows without values of their own, remarks beside the list and headers stay as they are, in .%s",
  async (format) => {
    const cells = [
      ["Card", "Name", null],
      [null, "First", "Last"],
      ["7001", "Ann", "Lake", "call first"],
      ["7002", "Tom", "Hill", null],
      [null, null, "West", null],
      [null, null, null, null],
    ];
    const rows = await read(format, cells, ["A1:A2", "B1:C1", "D3:D6", "C5:C6"], 2);
    expect(rows).toEqual([
      [3, "7001", "Ann", "Lake", "call first"],
      [4, "7002", "Tom", "Hill"],
      [5, "", "", "West"],
    ]);
  },
);

test("a sheet that is read on trust is read again where cells are merged beside rows", async () => {
  const cells = [HEADERS, ["7001", "Ann", "Lake"], ["7002", "Tom", null]];
  const trust = { trustMerged: true };
  await expect(read("xlsx", cells, ["C2:C3"], 1, trust)).rejects.toThrow(MergedValues);
  expect(await read("xlsx", cells, ["A1:A1", "D2:D3"], 1, trust)).toHaveLength(2);
});
