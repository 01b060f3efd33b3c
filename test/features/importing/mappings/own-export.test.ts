import { readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { read, utils } from "xlsx";
import { speak } from "../../../../main/common/text.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { LANGUAGES } from "../../../../preload/languages.ts";
import type { Mapping } from "../../../../preload/types.ts";
import { openWorkshop, type Workshop } from "../workshop.ts";

function straight(fields: readonly FieldName[]): Mapping {
  return fields.map((field, at) => ({ field, columns: [at], transforms: [] }));
}

/** Has a list checked with a mapping and its invalid rows saved; answers the workbook's path. */
async function savedInvalid(shop: Workshop, list: string, mapping: Mapping): Promise<string> {
  const { id: draftId } = await shop.open("customers.csv", list);
  await shop.drafts.setMapping({ draftId, mapping });
  await shop.check(draftId);
  await shop.drafts.exportInvalid({ draftId });
  return shop.saved.at(-1)?.path ?? "";
}

async function again(shop: Workshop, path: string) {
  const draft = await shop.drafts.create({ fileId: shop.drafts.registerFile(path) });
  const { rows } = await shop.drafts.preview({ draftId: draft.id, limit: 50 });
  return {
    fields: draft.mapping.map(({ field }) => field),
    columns: draft.mapping.map(({ columns }) => columns),
    transforms: draft.mapping.flatMap(({ transforms }) => transforms),
    remembered: draft.remembered,
    values: rows.map(({ values }) => values),
  };
}

/** Headers that are the words of an export, of a field, or of the account, and where they went. */
const LISTS: readonly { readonly headers: string; readonly fields: readonly FieldName[] }[] = [
  { headers: "Code,State,Row,Reason", fields: ["code", "state", "custom_field_1", "city"] },
  { headers: "Row,State,Reason,Code", fields: ["custom_field_1", "state", "city", "code"] },
  { headers: "Fila,Estado,Motivo,Código", fields: ["code", "state", "city", "card_number"] },
  { headers: "Code,Town,Nick,Estado", fields: ["code", "city", "custom_field_2", "state"] },
  {
    headers: "last_name,first_name,state,code",
    fields: ["first_name", "last_name", "city", "code"],
  },
  { headers: "Email,Phone,City,Generated code", fields: ["code", "email", "phone", "card_number"] },
];

const CASES = LISTS.map((list, at) => ({
  ...list,
  language: LANGUAGES[at % LANGUAGES.length] ?? "en",
}));

test.each(CASES)(
  "invalid rows of the list $headers, saved in the language $language, go where they went",
  async ({ language, headers, fields }) => {
    await speak(language);
    onTestFinished(() => speak("en"));
    const shop = openWorkshop();
    const list = `${headers},Birthday,Whole\nTX,Rejected,1,=2,1980-99-99,"Ana Lopez"\n`;
    const mapping = straight([...fields, "custom_date"]);
    const path = await savedInvalid(shop, list, mapping);
    const back = await again(shop, path);
    expect(back.fields).toEqual([...fields, "custom_date"]);
    expect(back.columns).toEqual([[0], [1], [2], [3], [4]]);
    expect(back.transforms).toEqual([]);
    expect(back.remembered).toBeNull();
    expect(back.values).toEqual([["TX", "Rejected", "1", "=2", "1980-99-99"]]);
  },
);

test("a fixed value, a joined one and a changed one come back as they were sent", async () => {
  const shop = openWorkshop();
  const mapping: Mapping = [
    { field: "code", columns: [0], transforms: [{ kind: "replace", find: "X", with: "XX" }] },
    { field: "first_name", columns: [1, 2], transforms: [] },
    { field: "country", columns: [], fixed: "US", transforms: [] },
    { field: "customer_PIN", columns: [3], transforms: [] },
    { field: "custom_date", columns: [4], transforms: [] },
  ];
  const list = "Code,Given,Middle,PIN,Birthday\nX1,Ana,Eva,1234,1980-99-99\n";
  const path = await savedInvalid(shop, list, mapping);
  const back = await again(shop, path);
  expect(back.fields).toEqual(["code", "first_name", "country", "custom_date"]);
  expect(back.values).toEqual([["XX1", "Ana Eva", "US", "1980-99-99"]]);
  expect(readFileSync(path).includes("1234")).toBe(false);
});

test("a draft that is given the saved rows in place of its list does not map them a second time", async () => {
  const shop = openWorkshop();
  const mapping: Mapping = [
    { field: "code", columns: [0], transforms: [{ kind: "replace", find: "X", with: "XX" }] },
    { field: "custom_date", columns: [1], transforms: [] },
  ];
  const path = await savedInvalid(shop, "code,Birthday\nX1,1980-99-99\n", mapping);
  const { id: draftId } = await shop.open("second.csv", "code,Birthday\nX2,1980-01-01\n");
  await shop.drafts.setMapping({ draftId, mapping });
  await shop.drafts.chooseFile({ draftId, fileId: shop.drafts.registerFile(path) });
  const { rows } = await shop.drafts.preview({ draftId, limit: 1 });
  expect(rows[0]?.values).toEqual(["XX1", "1980-99-99"]);
});

test("values that look like formulas stay texts when the saved workbook is edited", async () => {
  const shop = openWorkshop();
  const list = 'code,first_name,custom_date\nA,"=1+1",1980-99-99\nB,"\'=2",1980-99-99\n';
  const path = await savedInvalid(shop, list, straight(["code", "first_name", "custom_date"]));
  const book = read(readFileSync(path), { cellFormula: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  expect(sheet.B2).toMatchObject({ t: "s", v: "=1+1" });
  expect(sheet.B2?.f).toBeUndefined();
  expect(utils.sheet_to_json<string[]>(sheet, { header: 1 })).toHaveLength(3);
  expect((await again(shop, path)).values.map((row) => row[1])).toEqual(["=1+1", "=2"]);
});
