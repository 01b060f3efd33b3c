import { expect, test } from "vitest";
import type { Draft } from "../../../preload/types.ts";
import { openWorkshop } from "./workshop.ts";

/** A list of amounts, mapped as such. */
async function withAmounts(amounts: readonly string[]) {
  const shop = openWorkshop();
  const rows = amounts.map((amount, at) => `00${at + 100};Ana;${amount}`);
  const text = `Customer code;First name;Points\n${rows.join("\n")}\n`;
  const { id, mapping } = await shop.open("points.csv", text);
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
])("nothing is asked where %s", async (_, amounts) => {
  expect(asked((await withAmounts(amounts)).draft)).toEqual([]);
});

test("in a longer list it may be said, and need not: a later row may show it", async () => {
  const { draft } = await withAmounts(Array.from({ length: 500 }, () => "1.250"));
  expect(asked(draft)).toEqual([expect.objectContaining({ severity: "warning" })]);
});
