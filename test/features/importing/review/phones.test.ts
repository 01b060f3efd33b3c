import { expect, test } from "vitest";
import { openWorkshop } from "../workshop.ts";

const HEADER = "code,phone,country";
const ROWS = [
  "K1,612 34 56 78,",
  "K2,1234567,",
  "K3,030 901820,Germany",
  "K4,1234567,Narnia",
  "K5,+41 44 668 18 00,",
  "K6,,",
];

async function review(country: string | null, more: readonly string[] = []) {
  const workshop = openWorkshop();
  if (country !== null) {
    workshop.db
      .prepare("UPDATE connections SET settings = json_set(settings, '$.country', ?)")
      .run(country);
  }
  const draft = await workshop.open("customers.csv", [HEADER, ...ROWS, ...more, ""].join("\n"));
  const draftId = draft.id;
  await workshop.check(draftId);
  const told = async () => {
    const page = { draftId, filter: "warnings", offset: 0, limit: 50 } as const;
    const { rows } = await workshop.drafts.rows(page);
    return rows.flatMap(({ index, problems }) => problems.map(({ code }) => [index, code]));
  };
  return { ...workshop, draftId, told };
}

const WRONG = "phone-not-of-country";

test("a phone that is no number of the connection's country, or the row's own, is a warning", async () => {
  const { told, drafts, draftId } = await review("ES");
  expect(await told()).toEqual([[1, WRONG]]);
  const { rows } = await drafts.rows({ draftId, filter: "warnings", offset: 0, limit: 1 });
  expect(rows[0]?.problems[0]?.message).toContain("not a phone number of Spain");
  await drafts.correctCell({ draftId, index: 1, field: "phone", value: "612345679" });
  expect(await told()).toEqual([]);
  await drafts.correctCell({ draftId, index: 0, field: "country", value: "Germany" });
  await drafts.correctCell({ draftId, index: 0, field: "phone", value: "1234567" });
  expect(await told()).toEqual([]);
});

test("without a country of the connection no phone is judged, and one that is chosen later checks anew", async () => {
  const { told, db, check, drafts, draftId } = await review(null);
  expect(await told()).toEqual([]);
  db.prepare("UPDATE connections SET settings = json_set(settings, '$.country', 'ES')").run();
  expect((await drafts.get({ draftId })).check.kind).toBe("none");
  await check(draftId);
  expect(await told()).toEqual([[1, WRONG]]);
});

test("a long list, which a thread reads, is judged alike", async () => {
  const more = Array.from({ length: 30_000 }, (_, at) => `L${at},612 34 56 ${10 + (at % 90)},`);
  const { told } = await review("ES", more);
  expect(await told()).toEqual([[1, WRONG]]);
});
