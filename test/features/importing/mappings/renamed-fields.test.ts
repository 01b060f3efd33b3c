import { expect, test } from "vitest";
import type { Draft, FieldMapping } from "../../../../preload/types.ts";
import { openWorkshop, type Workshop } from "../workshop.ts";

const LIST = "Code,Remark\nC1,nuts\nC2,milk\n";
const MAPPING: readonly FieldMapping[] = [
  { field: "code", columns: [0], transforms: [] },
  { field: "custom_field_2", columns: [1], transforms: [] },
];

/** What the platform calls the account's custom fields. */
function name({ db }: Workshop, labels: Readonly<Record<string, string>>): void {
  db.prepare("DELETE FROM custom_field_names").run();
  const add = db.prepare("INSERT INTO custom_field_names VALUES (1, ?, ?)");
  for (const [field, label] of Object.entries(labels)) add.run(field, label);
}

async function sent(
  labels: Readonly<Record<string, string>>,
): Promise<Workshop & { readonly importId: number }> {
  const shop = openWorkshop();
  name(shop, labels);
  const draft = await shop.open("march.csv", LIST);
  await shop.drafts.setMapping({ draftId: draft.id, mapping: MAPPING });
  await shop.check(draft.id);
  const { importId } = await shop.drafts.send({ draftId: draft.id, confirmOverwrite: false });
  return { ...shop, importId };
}

const placesOf = ({ mapping }: Draft) => mapping.map(({ field, columns }) => [field, columns[0]]);
const codesOf = ({ missing }: Draft) => missing.columns.map(({ code }) => code);

test.each([
  ["exchanged", { custom_field_2: "Wine", custom_field_3: "Allergies" }],
  ["renamed", { custom_field_2: "Favourite" }],
  ["moved on by one", { custom_field_1: "Allergies", custom_field_2: "Shoe size" }],
])("a custom field whose name was %s is asked about", async (_, labels) => {
  const shop = await sent({ custom_field_2: "Allergies", custom_field_3: "Wine" });
  name(shop, labels);
  const draft = await shop.open("april.csv", LIST);
  expect(placesOf(draft)).toEqual([["code", 0]]);
  expect(draft.missing.columns).toContainEqual(
    expect.objectContaining({
      code: "kept-field-renamed",
      severity: "warning",
      params: { column: "Remark", field: "Allergies" },
    }),
  );
});

test.each([
  ["the same", { custom_field_2: "Allergies" }],
  ["written otherwise", { custom_field_2: " ALLERGIES" }],
  ["not known", {}],
  ["the header's own", { custom_field_2: "Remark" }],
])("nothing is asked where its name is %s", async (_, labels) => {
  const shop = await sent({ custom_field_2: "Allergies" });
  name(shop, labels);
  const draft = await shop.open("april.csv", LIST);
  expect(placesOf(draft)).toEqual([
    ["code", 0],
    ["custom_field_2", 1],
  ]);
  expect(codesOf(draft)).not.toContain("kept-field-renamed");
});

test.each([
  ["exchanged", { custom_field_2: "Wine", custom_field_3: "Allergies" }],
  ["renamed", { custom_field_2: "Favourite" }],
])("importing again asks about a custom field whose name was %s", async (_, labels) => {
  const shop = await sent({ custom_field_2: "Allergies", custom_field_3: "Wine" });
  name(shop, labels);
  const fileId = shop.drafts.registerFile(shop.write("april.csv", LIST));
  const draft = await shop.drafts.importAgain({ importId: shop.importId, fileId });
  expect(placesOf(draft)).toEqual([["code", 0]]);
  expect(codesOf(draft)).toContain("kept-field-renamed");
});

test("importing again asks nothing where the names are the same", async () => {
  const labels = { custom_field_2: "Allergies" };
  const shop = await sent(labels);
  const fileId = shop.drafts.registerFile(shop.write("april.csv", LIST));
  const draft = await shop.drafts.importAgain({ importId: shop.importId, fileId });
  expect(codesOf(draft)).not.toContain("kept-field-renamed");
  expect(placesOf(draft)).toContainEqual(["custom_field_2", 1]);
});
