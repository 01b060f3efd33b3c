import { expect, test } from "vitest";
import type { Draft } from "../../../preload/types.ts";
import { workbook } from "../../pipeline/sources/shape/flat-workbook.ts";
import { openWorkshop } from "./workshop.ts";

/** A list of amounts, mapped as such; a workbook where some are number cells (`=1.375`). */
async function withAmounts(amounts: readonly string[]) {
  const shop = openWorkshop();
  const headers = ["Customer code", "First name", "Points"];
  const rows = amounts.map((amount, at) => [`00${at + 100}`, "Ana", amount]);
  const isBook = amounts.some((amount) => amount.startsWith("="));
  const text = isBook
    ? workbook(["One", headers, ...rows]).replaceAll(
        /"string"><text:p>=([\d.]+)/g,
        '"float" office:value="$1"><text:p>$1',
      )
    : [headers, ...rows].map((cells) => `${cells.join(";")}\n`).join("");
  const { id, mapping } = await shop.open(isBook ? "points.fods" : "points.csv", text);
  const draft = await shop.drafts.setMapping({
    draftId: id,
    mapping: [...mapping, { field: "auto_add", columns: [2], transforms: [] }],
  });
  return { shop, draft };
}

const asked = ({ missing }: Draft) =>
  missing.columns.filter(({ code }) => code === "amount-format-undecided");

test("1.250 is asked about at the column, at once where the first rows are the whole list", async () => {
  const { shop, draft } = await withAmounts(["1.250", "2.500", "7"]);
  expect(asked(draft)).toEqual([expect.objectContaining({ severity: "error", field: "auto_add" })]);
  const mapping = draft.mapping.map((each) =>
    each.field === "auto_add" ? { ...each, amountFormat: "comma" as const } : each,
  );
  expect(asked(await shop.drafts.setMapping({ draftId: draft.id, mapping }))).toEqual([]);
});

test.each([
  ["another amount shows it", ["1.250", "25,50"]],
  ["none has a mark before three digits", ["25,50", "3.50", "7"]],
  ["there are plain numbers only", ["1250", "25"]],
  ["a number cell has its point before three digits", ["=25", "=1.375"]],
])("nothing is asked where %s", async (_, amounts) => {
  expect(asked((await withAmounts(amounts)).draft)).toEqual([]);
});

test("in a longer list it may be said, and need not: a later row may show it", async () => {
  const { draft } = await withAmounts(Array.from({ length: 500 }, () => "1.250"));
  expect(asked(draft)).toEqual([expect.objectContaining({ severity: "warning" })]);
});

test("a text such as 1.375 is asked about beside number cells", async () => {
  const { draft } = await withAmounts(["=25.5", "1.375"]);
  expect(asked(draft)).toEqual([expect.objectContaining({ severity: "error" })]);
});

test("a number cell stays what it is where texts prove the comma", async () => {
  const { shop, draft } = await withAmounts(["=1.375", "25,50", "1.250"]);
  await shop.check(draft.id);
  const { rows } = await shop.drafts.rows({
    draftId: draft.id,
    filter: "all",
    offset: 0,
    limit: 9,
  });
  expect(rows.map(({ values }) => values.at(-1))).toEqual(["1.375", "25.50", "1250"]);
});
