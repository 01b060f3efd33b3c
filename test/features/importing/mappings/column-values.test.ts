import { expect, test } from "vitest";
import { asKept } from "../../../../main/features/importing/mappings/kept-mapping.ts";
import { createValueCounts } from "../../../../main/pipeline/mapping/contents/value-counts.ts";
import type { Draft, Mapping, Transform } from "../../../../preload/types.ts";
import { openWorkshop } from "../workshop.ts";

const CITIES = ["NYC", "Bern", " NYC", "New York", "", "nyc"];
const LIST = [
  "code,city,password",
  ...CITIES.map((city, at) => `K${at},${city},secret-${at}`),
  ",Total: 6,",
  "",
].join("\n");

function withTransforms(mapping: Mapping, transforms: readonly Transform[]): Mapping {
  return mapping.map((each) => (each.field === "city" ? { ...each, transforms } : each));
}

const TABLE = {
  kind: "replace-values",
  pairs: [
    ["NYC", "New York"],
    ["Chicago, IL", "Chicago"],
  ],
} as const satisfies Transform;

async function open() {
  const workshop = openWorkshop();
  const draft = await workshop.open("customers.csv", LIST);
  return { ...workshop, draft, draftId: draft.id };
}

const NAMES = "code,first name\nK1,Jon\nK2,Ann\nK3,Jon\n";

async function openNames() {
  const workshop = openWorkshop();
  const draft = await workshop.open("names.csv", NAMES);
  return { ...workshop, draft, draftId: draft.id };
}

async function sentCities({ drafts, check }: Awaited<ReturnType<typeof open>>, draft: Draft) {
  await check(draft.id);
  const page = await drafts.rows({ draftId: draft.id, filter: "all", offset: 0, limit: 50 });
  const at = page.fields.indexOf("city");
  return page.rows.filter(({ leftOut }) => !leftOut).map(({ values }) => values[at]);
}

test("a field's values are counted over all rows, each once, as a table of values finds them", async () => {
  const { drafts, draft, draftId } = await open();
  expect(await drafts.columnValues({ draftId, field: "city" })).toEqual({
    values: [
      { value: "NYC", rows: 2 },
      { value: "Bern", rows: 1 },
      { value: "New York", rows: 1 },
      { value: "nyc", rows: 1 },
    ],
    empty: 1,
    others: 0,
  });
  const transforms = [{ kind: "split", by: "blank", take: "first" }, TABLE] as const;
  const mapping = withTransforms(draft.mapping, transforms);
  await drafts.setMapping({ draftId, mapping });
  const after = await drafts.columnValues({ draftId, field: "city" });
  expect(after.values).toContainEqual({ value: "New", rows: 1 });
  expect(after.values[0]).toEqual({ value: "NYC", rows: 2 });
});

test("a value becomes another in every row that holds just that, and in no other", async () => {
  const workshop = await open();
  const { drafts, draft, draftId } = workshop;
  const mapping = withTransforms(draft.mapping, [TABLE]);
  const changed = await drafts.setMapping({ draftId, mapping });
  expect(await sentCities(workshop, changed)).toEqual([
    ...["New York", "Bern", "New York", "New York", "", "nyc"],
  ]);
});

test("a table of values is kept with the mapping for the next list", async () => {
  const { drafts, draft, draftId, open: openList } = await open();
  await drafts.setMapping({ draftId, mapping: withTransforms(draft.mapping, [TABLE]) });
  await drafts.keepMapping({ draftId, name: "Cities" });
  const next = await openList("next.csv", LIST);
  expect(next.mapping.find(({ field }) => field === "city")?.transforms).toEqual([TABLE]);
});

test("a table of people's own values counts for one list and is kept nowhere", async () => {
  const { drafts, draft, draftId, check, db, open: openList } = await openNames();
  expect((await drafts.columnValues({ draftId, field: "first_name" })).values[0]).toEqual({
    value: "Jon",
    rows: 2,
  });
  const table = { kind: "replace-values", pairs: [["Jon", "John Replaced"]] } as const;
  const mapping = draft.mapping.map((each) =>
    each.field === "first_name" ? { ...each, transforms: [table] } : each,
  );
  await drafts.setMapping({ draftId, mapping });
  await drafts.keepMapping({ draftId, name: "Names" });
  await check(draftId);
  const page = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 9 });
  expect(page.rows.map(({ values }) => values[1])).toEqual([
    "John Replaced",
    "Ann",
    "John Replaced",
  ]);
  const next = await openList("next.csv", NAMES);
  expect(next.mapping.find(({ field }) => field === "first_name")?.transforms).toEqual([]);
  expect(db.serialize().includes("John Replaced")).toBe(false);
});

test("passwords and keys have no table of values", async () => {
  const { drafts, draftId } = await open();
  for (const field of ["customer_password", "code"] as const) {
    await expect(drafts.columnValues({ draftId, field })).rejects.toMatchObject({
      code: "not-found",
    });
  }
  const secret: Mapping = [{ field: "customer_PIN", columns: [2], transforms: [TABLE] }];
  expect(JSON.stringify(asKept(secret))).not.toContain("New York");
});

test("beyond ten thousand values the rows of others are counted together", () => {
  const counts = createValueCounts();
  for (let at = 0; at < 25_000; at += 1) counts.add(`value ${at % 12_500}`);
  counts.add("x".repeat(1_001));
  const { values, others } = counts.result();
  expect(values).toHaveLength(10_000);
  expect(values.every(({ rows }) => rows === 2)).toBe(true);
  expect(others).toBe(5_001);
});
