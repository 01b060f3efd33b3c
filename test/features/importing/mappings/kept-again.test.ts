import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { utils, write } from "xlsx";
import { keepNames } from "../../../../main/records/connections/custom-fields.ts";
import type { Draft, FieldMapping, Transform } from "../../../../preload/types.ts";
import { openWorkshop, type Workshop } from "../workshop.ts";

const CODE: FieldMapping = { field: "code", columns: [0], transforms: [] };

async function send(shop: Workshop, draft: Draft, mapping: readonly FieldMapping[]) {
  await shop.drafts.setMapping({ draftId: draft.id, mapping });
  await shop.check(draft.id);
  return await shop.drafts.send({ draftId: draft.id, confirmOverwrite: false });
}

const codesOf = ({ missing }: Draft) => missing.columns.map(({ code }) => code);

/** What the platform calls its custom fields now. */
function named(shop: Workshop, labels: Readonly<Record<string, string>>): void {
  const listed = Object.entries(labels).map(([field, label]) => ({
    field: field as `custom_field_${number}`,
    label,
  }));
  const account = { url: "https://api.example", accountId: "a" };
  expect(keepNames(shop.db, 1, account as Parameters<typeof keepNames>[2], listed)).toBe(true);
}

const HEALTH = "Code,Allergies,Wine\nC1,nuts,red\nC2,none,white\n";
const OF_HEALTH: readonly FieldMapping[] = [
  CODE,
  { field: "custom_field_1", columns: [1], transforms: [] },
  { field: "custom_field_2", columns: [2], transforms: [] },
];

test("custom fields whose labels were exchanged at the platform are told and take their new numbers", async () => {
  const shop = openWorkshop();
  named(shop, { custom_field_1: "Allergies", custom_field_2: "Wine" });
  const { importId } = await send(shop, await shop.open("march.csv", HEALTH), OF_HEALTH);
  const quiet = await shop.open("april.csv", HEALTH);
  expect(codesOf(quiet).filter((code) => code.startsWith("kept"))).toEqual([]);
  named(shop, { custom_field_1: "Wine", custom_field_2: "Allergies" });
  const fileId = shop.drafts.registerFile(shop.write("may.csv", HEALTH));
  for (const draft of [
    await shop.open("may.csv", HEALTH),
    await shop.drafts.importAgain({ importId, fileId }),
  ]) {
    expect(codesOf(draft)).toContain("kept-field-renamed");
    const goes = new Map(draft.mapping.map(({ field, columns }) => [columns[0], field]));
    expect([1, "custom_field_1"]).not.toEqual([1, goes.get(1)]);
    expect([2, "custom_field_2"]).not.toEqual([2, goes.get(2)]);
  }
});

test("labels that say nothing of the columns leave a kept mapping alone", async () => {
  const shop = openWorkshop();
  named(shop, { custom_field_1: "Diet", custom_field_2: "Drinks" });
  await send(shop, await shop.open("march.csv", HEALTH), OF_HEALTH);
  named(shop, { custom_field_1: "Diet", custom_field_2: "Drinks", custom_field_3: "Club" });
  const next = await shop.open("april.csv", HEALTH);
  expect(codesOf(next)).not.toContain("kept-column-doubted");
  expect(next.mapping.map(({ field }) => field)).toEqual([
    "code",
    "custom_field_1",
    "custom_field_2",
  ]);
});

const SECRETS: readonly Transform[] = [
  { kind: "default", value: "welcome" },
  { kind: "replace", find: "none", with: "welcome" },
];

test.each(SECRETS)(
  "a change that holds a password is not kept, and asked for: %j",
  async (change) => {
    const shop = openWorkshop();
    const list = "Code,Login word\nC1,none\nC2,s3cret\n";
    const { importId } = await send(shop, await shop.open("march.csv", list), [
      CODE,
      { field: "customer_password", columns: [1], transforms: [change] },
    ]);
    const fileId = shop.drafts.registerFile(shop.write("may.csv", list));
    for (const draft of [
      await shop.open("april.csv", list),
      await shop.drafts.importAgain({ importId, fileId }),
    ]) {
      expect(JSON.stringify(draft.mapping)).not.toContain("welcome");
      expect(draft.missing.columns).toContainEqual(
        expect.objectContaining({
          ...{ code: "secret-change-not-kept", severity: "error", field: "customer_password" },
        }),
      );
      const mapping = draft.mapping.map((each) => ({ ...each, transforms: [] }));
      const without = await shop.drafts.setMapping({ draftId: draft.id, mapping });
      expect(codesOf(without)).not.toContain("secret-change-not-kept");
    }
  },
);

test("changes that hold no secret are kept and not asked for", async () => {
  const shop = openWorkshop();
  const list = "Code,Login word\nC1,none\n";
  const transforms: readonly Transform[] = [{ kind: "case", to: "lower" }];
  await send(shop, await shop.open("march.csv", list), [
    CODE,
    { field: "customer_password", columns: [1], transforms },
  ]);
  const next = await shop.open("april.csv", list);
  expect(next.mapping[1]?.transforms).toEqual(transforms);
  expect(codesOf(next)).not.toContain("secret-change-not-kept");
});

const BORN = "Kode,Bday\n";
const dates = (...days: readonly string[]) =>
  BORN + days.map((day, at) => `K${at},${day}\n`).join("");

test("importing again asks where a row far below contradicts the format that was chosen", async () => {
  const shop = openWorkshop();
  const { importId } = await send(
    shop,
    await shop.open("march.csv", dates("05/04/1985", "02/01/1990")),
    [CODE, { field: "custom_date", columns: [1], transforms: [], dateFormat: "DD/MM/YYYY" }],
  );
  const far = Array.from({ length: 300 }, () => "03/04/1985");
  const again = async (name: string, text: string) => {
    const fileId = shop.drafts.registerFile(shop.write(name, text));
    const { id } = await shop.drafts.importAgain({ importId, fileId });
    return await shop.check(id);
  };
  expect(await again("april.csv", dates(...far, "04/25/1985"))).toMatchObject({
    kind: "failed",
    error: { code: "date-format-contradicted" },
  });
  expect(await again("may.csv", dates(...far, "25/04/1985"))).toMatchObject({ kind: "done" });
});

test("another sheet of the same headers proves its own dates", async () => {
  const shop = openWorkshop();
  const book = utils.book_new();
  const sheet = (...days: readonly string[]) =>
    utils.aoa_to_sheet([["Kode", "Bday"], ...days.map((day, at) => [`K${at}`, day])]);
  utils.book_append_sheet(book, sheet("13/05/1985", "02/01/1990"), "North");
  utils.book_append_sheet(book, sheet("05/23/1985", "02/01/1990"), "South");
  utils.book_append_sheet(book, sheet("05/04/1985", "02/01/1990"), "West");
  const path = shop.write("stores.xlsx", "");
  writeFileSync(path, write(book, { type: "buffer", bookType: "xlsx" }));
  const draft = await shop.drafts.create({ fileId: shop.drafts.registerFile(path) });
  const mapping: readonly FieldMapping[] = [
    CODE,
    { field: "custom_date", columns: [1], transforms: [] },
  ];
  await shop.drafts.setMapping({ draftId: draft.id, mapping });
  expect(await shop.check(draft.id)).toMatchObject({ kind: "done", counts: { invalid: 0 } });
  const formatOn = async (name: string) => {
    const read = await shop.drafts.setReading({ draftId: draft.id, sheet: name });
    return read.mapping.find(({ field }) => field === "custom_date")?.dateFormat;
  };
  expect(await formatOn("South")).toBe("MM/DD/YYYY");
  expect(await formatOn("West")).toBeUndefined();
  expect(await formatOn("North")).toBe("DD/MM/YYYY");
});

test.each([
  [
    "first_name,Row,Generated code,Generated card number\nAnn,2,4000000000000001,\n",
    ["code=2", "first_name=0"],
  ],
  [
    "code,first_name,Row,Generated code,Generated card number\n,Ann,2,4000000000000001,\n",
    ["code=0,3", "first_name=1"],
  ],
  [
    "code,Row,Generated code,Generated card number\nC1,2,,900100\nC2,3,,900101\n",
    ["card_number=3", "code=0"],
  ],
  [
    "card_number,Row,Generated code,Generated card number\n77,2,4000000000000001,77\n",
    ["card_number=0", "code=2"],
  ],
])("ids that the platform made up come back as ids: %s", async (text, goes) => {
  const shop = openWorkshop();
  const draft = await shop.open("made.csv", text);
  const found = draft.mapping.map(({ field, columns }) => `${field}=${columns.join()}`).sort();
  expect(found).toEqual(goes);
  const { rows } = await shop.drafts.preview({ draftId: draft.id, limit: 5 });
  for (const { values } of rows) expect(values.join(" ")).not.toMatch(/77 77|\d{16} \d/);
});
