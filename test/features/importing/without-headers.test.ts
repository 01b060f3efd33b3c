import { expect, test } from "vitest";
import { openWorkshop, type Workshop } from "./workshop.ts";

const LIST = [
  ["C0001", "Ana", "ana@example.com", "(212) 555-0134"],
  ["C0002", "Ben", "ben@example.com", "(212) 555-0177"],
  ["C0003", "Cid", "cid@example.com", "(212) 555-0199"],
];
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(",")).join("\n");

function fieldsOf(
  mapping: readonly { readonly field: string; readonly columns: readonly number[] }[],
) {
  return mapping.map(({ field, columns }) => `${field}=${columns.join()}`);
}

async function openBare(shop: Workshop, text = csv(LIST)) {
  const { id: draftId } = await shop.open("march.csv", text);
  return await shop.drafts.setReading({ draftId, headerRow: 0 });
}

test("a list without headers has columns named by letters, its first row is a customer, and its values are proposed for", async () => {
  const shop = openWorkshop();
  const opened = await shop.open("march.csv", csv(LIST));
  expect(opened.reading.headerRow).toBe(1);
  expect(opened.reading.notices.map(({ code }) => code)).toContain("headers-are-values");
  const draftId = opened.id;
  const bare = await shop.drafts.setReading({ draftId, headerRow: 0 });
  expect(bare.reading.columns.map(({ header, samples }) => [header, samples[0]])).toEqual([
    ["Column A", "C0001"],
    ["Column B", "Ana"],
    ["Column C", "ana@example.com"],
    ["Column D", "(212) 555-0134"],
  ]);
  expect(bare.reading.notices.map(({ code }) => code)).not.toContain("headers-are-values");
  expect(fieldsOf(bare.mapping)).toEqual(["email=2", "phone=3"]);
  expect((await shop.drafts.get({ draftId })).reading.headerRow).toBe(0);
  const found = await shop.drafts.setReading({ draftId, headerRow: null });
  expect(found.reading.headerRow).toBe(1);
});

test("row numbers of a list without headers stay those of the sheet", async () => {
  const shop = openWorkshop();
  // The third is no customer that an e-mail address shows, and no row of headers either.
  const { id: draftId } = await openBare(shop, csv(LIST).replace("cid@example.com", "cid@example"));
  const mapping = [
    { field: "code" as const, columns: [0], transforms: [] },
    { field: "email" as const, columns: [2], transforms: [] },
  ];
  await shop.drafts.setMapping({ draftId, mapping });
  expect(await shop.check(draftId)).toMatchObject({ kind: "done", counts: { total: 3 } });
  const page = { offset: 0, limit: 10 };
  const { rows } = await shop.drafts.rows({ draftId, filter: "all", ...page });
  expect(rows.map(({ row, values }) => [row, values[0]])).toEqual([
    [1, "C0001"],
    [2, "C0002"],
    [3, "C0003"],
  ]);
  const { items } = await shop.drafts.problems({ draftId, ...page });
  expect(items).toMatchObject([{ row: 3, column: "Column C", field: "email" }]);
});

test("a list without headers is mapped at once as the last one of as many columns, and as no other", async () => {
  const shop = openWorkshop();
  const { id: draftId } = await openBare(shop);
  const mapping = [{ field: "code" as const, columns: [0], transforms: [] }];
  await shop.drafts.setMapping({ draftId, mapping });
  await shop.drafts.keepMapping({ draftId, name: "Till" });
  const next = await shop.open("april.csv", csv(LIST.toReversed()));
  expect(next.reading.headerRow).toBe(0);
  expect(next.remembered).toMatchObject({ name: "Till", added: 0, gone: 0 });
  expect(fieldsOf(next.mapping)).toEqual(["code=0"]);
  const wider = await shop.open("may.csv", csv(LIST.map((row) => [...row, "x"])));
  expect([wider.reading.headerRow, wider.remembered]).toEqual([1, null]);
  const named = await shop.open("june.csv", `Code,Name,E-mail,Phone\n${csv(LIST)}`);
  expect([named.reading.headerRow, named.remembered]).toEqual([1, null]);
});

test("importing a list without headers again reads the next one without headers too", async () => {
  const shop = openWorkshop();
  const { id: draftId } = await openBare(shop);
  const mapping = [{ field: "code" as const, columns: [0], transforms: [] }];
  await shop.drafts.setMapping({ draftId, mapping });
  await shop.check(draftId);
  const { importId } = await shop.drafts.send({ draftId, confirmOverwrite: false });
  shop.db.prepare("DELETE FROM mappings").run();
  const fileId = shop.drafts.registerFile(shop.write("april.csv", csv(LIST)));
  const again = await shop.drafts.importAgain({ importId, fileId });
  expect(again.reading.headerRow).toBe(0);
  expect(fieldsOf(again.mapping)).toEqual(["code=0"]);
});

test("a single customer without headers is a list too; a single row of headers is none", async () => {
  const shop = openWorkshop();
  const one = await shop.open("one.csv", "C0001,Ana,ana@example.com\n");
  expect(one.reading.headerRow).toBe(0);
  expect(one.reading.columns.map(({ header }) => header)).toEqual([
    "Column A",
    "Column B",
    "Column C",
  ]);
  await expect(shop.open("none.csv", "Code,Name,E-mail\n")).rejects.toMatchObject({
    code: "file-without-rows",
  });
});
