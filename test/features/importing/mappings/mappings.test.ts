import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createUndoLog } from "../../../../main/records/undo-log/log.ts";
import { csv, openWorkshop, type Workshop } from "../workshop.ts";

const LIST = "Nr,Wer,Wo\n1,Ana,Reno\n";
const MAPPING = [
  { field: "code" as const, columns: [0], transforms: [] },
  { field: "custom_field_3" as const, columns: [2], transforms: [] },
];

async function sendMapped(shop: Workshop, name: string, text = LIST) {
  const { id: draftId } = await shop.open(name, text);
  await shop.drafts.setMapping({ draftId, mapping: MAPPING });
  await shop.check(draftId);
  return await shop.drafts.send({ draftId, confirmOverwrite: false });
}

test("a list that differs names its new and its missing columns, and when the mapping was sent", async () => {
  const shop = openWorkshop();
  const before = Date.now();
  await sendMapped(shop, "march.csv");
  const { remembered } = await shop.open("april.csv", "Nr,Wer,Wo,Phone,E-mail\n1,a,b,c,d\n");
  expect(remembered).toMatchObject({
    name: "march.csv",
    ...{ added: 2, gone: 0, addedHeaders: ["Phone", "E-mail"], goneHeaders: [] },
  });
  expect(remembered?.usedAt).toBeGreaterThanOrEqual(before);
  const fewer = await shop.open("may.csv", "Nr,Wo\n1,Reno\n");
  expect(fewer.remembered).toMatchObject({ added: 0, gone: 1, goneHeaders: ["Wer"] });
});

test("letting go of a remembered mapping proposes one from the list itself", async () => {
  const shop = openWorkshop();
  await sendMapped(shop, "march.csv");
  const { id: draftId } = await shop.open("april.csv", LIST);
  const fresh = await shop.drafts.forgetMapping({ draftId });
  expect(fresh.remembered).toBeNull();
  expect(fresh.mapping.map((each) => each.field)).not.toContain("custom_field_3");
  expect(shop.drafts.mappings.list()).toHaveLength(1);
});

test("a name that a person chose stays when the mapping is sent again", async () => {
  const shop = openWorkshop();
  await sendMapped(shop, "march.csv");
  const [kept] = shop.drafts.mappings.list();
  expect(kept).toMatchObject({
    ...{ name: "march.csv", named: false, connectionName: "Great Widgets" },
    ...{ headers: ["Nr", "Wer", "Wo"], fields: ["code", "custom_field_3"] },
  });
  shop.drafts.mappings.save({ id: kept?.id ?? 0, name: "Weekly list", mapping: MAPPING });
  await sendMapped(shop, "april.csv", "Nr,Wer,Wo\n2,Bo,Elko\n");
  expect(shop.drafts.mappings.list()).toMatchObject([{ name: "Weekly list", named: true }]);
  expect((await shop.open("may.csv", LIST)).remembered?.name).toBe("Weekly list");
});

test("a mapping is kept by name without sending, and removed", async () => {
  const { open, drafts } = openWorkshop();
  const { id: draftId } = await open("march.csv", LIST);
  await drafts.setMapping({ draftId, mapping: MAPPING });
  const kept = await drafts.keepMapping({ draftId, name: "From the till" });
  const again = await open("april.csv", LIST);
  expect(again.remembered?.name).toBe("From the till");
  expect(again.mapping.map((each) => each.field)).toEqual(["code", "custom_field_3"]);
  drafts.mappings.remove(kept.id);
  expect((await open("may.csv", LIST)).remembered).toBeNull();
  expect(() => drafts.mappings.remove(kept.id)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});

test("a mapping is kept also where the connection of its draft was removed meanwhile", async () => {
  const { open, drafts, db } = openWorkshop();
  const { id: draftId } = await open("march.csv", LIST);
  await drafts.setMapping({ draftId, mapping: MAPPING });
  db.prepare("DELETE FROM connections").run();
  const kept = await drafts.keepMapping({ draftId, name: "From the till" });
  expect(drafts.mappings.list()).toMatchObject([
    { id: kept.id, name: "From the till", connectionName: null },
  ]);
});

test("a kept mapping is edited without a list: the next list gets what was saved, and it can be taken back", async () => {
  const { drafts, open, db, vault } = openWorkshop();
  const { id: draftId } = await open("march.csv", LIST);
  await drafts.setMapping({ draftId, mapping: MAPPING });
  const { id } = await drafts.keepMapping({ draftId, name: "Till" });
  expect(drafts.mappings.get(id)).toMatchObject({
    columns: [
      { index: 0, header: "Nr" },
      { index: 1, header: "Wer" },
      { index: 2, header: "Wo" },
    ],
    mapping: MAPPING,
  });
  const upper = { kind: "case", to: "upper" } as const;
  const edited = [
    { field: "card_number" as const, columns: [0], transforms: [] },
    { field: "city" as const, columns: [2], transforms: [upper] },
    { field: "customer_PIN" as const, columns: [], fixed: "847362", transforms: [] },
  ];
  drafts.mappings.save({ id, name: "Till 2", mapping: edited });
  const next = await open("april.csv", LIST);
  expect(next.remembered?.name).toBe("Till 2");
  expect(
    next.mapping.map(({ field, columns, transforms }) => [field, columns, transforms]),
  ).toEqual([
    ["card_number", [0], []],
    ["city", [2], [upper]],
    // Its value was not kept: the next list asks for it.
    ["customer_PIN", [], []],
  ]);
  await createUndoLog(db, vault).undo();
  expect(drafts.mappings.get(id)).toMatchObject({ name: "Till", mapping: MAPPING });
});

test.each([
  ["a column that its lists do not have", [{ field: "code", columns: [3], transforms: [] }]],
  [
    "a field twice",
    [
      { field: "code", columns: [0], transforms: [] },
      { field: "code", columns: [1], transforms: [] },
    ],
  ],
] as const)("a kept mapping with %s is refused and stays as it was", async (_, mapping) => {
  const { drafts, open } = openWorkshop();
  const { id: draftId } = await open("march.csv", LIST);
  const { id } = await drafts.keepMapping({ draftId, name: "Till" });
  const before = drafts.mappings.get(id);
  expect(() => drafts.mappings.save({ id, name: "Other", mapping })).toThrow(
    expect.objectContaining({ code: "bad-input" }),
  );
  expect(drafts.mappings.get(id)).toEqual(before);
});

test("a mapping goes to another installation as a file, without secrets", async () => {
  const here = openWorkshop();
  const { id: draftId } = await here.open("march.csv", LIST);
  const mapping = [
    ...MAPPING,
    { field: "customer_PIN" as const, columns: [], fixed: "847362", transforms: [] },
  ];
  await here.drafts.setMapping({ draftId, mapping });
  const { id } = await here.drafts.keepMapping({ draftId, name: "Till: week/1" });
  await here.drafts.mappings.export(id);
  const [saved] = here.saved;
  expect(saved?.fileName).toBe("Till_ week_1.mapping.json");
  const text = readFileSync(saved?.path ?? "", "utf8");
  expect(text).not.toContain("847362");

  const there = openWorkshop();
  const path = join(there.dir, "mapping.json");
  writeFileSync(path, text);
  await there.drafts.mappings.import({
    fileId: there.drafts.registerFile(path),
    connectionId: 1,
  });
  const draft = await there.open("april.csv", "Wo,Nr,Wer\nReno,1,Ana\n");
  expect(draft.remembered?.name).toBe("Till: week/1");
  expect(draft.mapping.map(({ field, columns }) => [field, columns])).toEqual([
    ["code", [1]],
    ["custom_field_3", [0]],
    ["customer_PIN", []],
  ]);
});

test.each(["{}", "no json", '{"kind":"loyalty-importer-mapping","version":2}', csv(2)])(
  "any other file is refused as a mapping: %j",
  async (text) => {
    const { drafts, write } = openWorkshop();
    const fileId = drafts.registerFile(write("mapping.json", text));
    await expect(drafts.mappings.import({ fileId, connectionId: null })).rejects.toMatchObject({
      code: "mapping-file-unreadable",
    });
  },
);

test("importing again takes the mapping and the options of an earlier import to another list", async () => {
  const shop = openWorkshop();
  const { drafts, db, open, check } = shop;
  const first = await open("march.csv", LIST);
  const draftId = first.id;
  await drafts.setMapping({ draftId, mapping: MAPPING });
  const options = { ...first.options, duplicates: "ignore" as const, campaigns: ["7", "8"] };
  await drafts.setOptions({ draftId, options });
  await check(draftId);
  const { importId } = await drafts.send({ draftId, confirmOverwrite: false });
  db.prepare("DELETE FROM mappings").run();
  const fileId = drafts.registerFile(shop.write("april.csv", "Wo,Nr,New\nReno,1,x\n"));
  const again = await drafts.importAgain({ importId, fileId });
  expect(again).toMatchObject({
    fileName: "april.csv",
    options: { ...options, connectionId: 1 },
    remembered: { id: null, name: "march.csv", addedHeaders: ["New"], goneHeaders: ["Wer"] },
  });
  expect(again.mapping.map(({ field, columns }) => [field, columns])).toEqual([
    ["code", [1]],
    ["custom_field_3", [0]],
  ]);
  await expect(drafts.importAgain({ importId: 99, fileId })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("the ten lists last opened are offered again while they are there", async () => {
  const { drafts, open, dir } = openWorkshop();
  for (let n = 1; n <= 12; n += 1) await open(`list-${n}.csv`, csv(1));
  await open("list-5.csv", csv(2));
  await drafts.createSample();
  const recent = await drafts.recentFiles();
  expect(recent.map((each) => each.name)).toEqual(
    [5, 12, 11, 10, 9, 8, 7, 6, 4, 3].map((n) => `list-${n}.csv`),
  );
  expect(recent[0]?.folder).toBe(dir);
  const draft = await drafts.create({ fileId: recent[1]?.fileId ?? "" });
  expect(draft.fileName).toBe("list-12.csv");
});
