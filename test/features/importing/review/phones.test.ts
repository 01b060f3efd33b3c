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

/** The same list, whose phones are written in international form. */
async function international(country: string | null, more: readonly string[] = []) {
  const workshop = await review(country, more);
  const { drafts, draftId, check } = workshop;
  const turn = async (on: boolean) => {
    const { mapping } = await drafts.get({ draftId });
    const transforms = on ? [{ kind: "international-phone" } as const] : [];
    await drafts.setMapping({
      draftId,
      mapping: mapping.map((entry) => (entry.field === "phone" ? { ...entry, transforms } : entry)),
    });
    await check(draftId);
  };
  const phones = (page: { readonly fields: readonly string[]; readonly rows: readonly Row[] }) =>
    page.rows.map(({ values }) => values[page.fields.indexOf("phone")]);
  const shown = async (offset = 0) =>
    phones(await drafts.rows({ draftId, filter: "all", offset, limit: 6 }));
  const previewed = async () => phones(await drafts.preview({ draftId, limit: 6 }));
  return { ...workshop, turn, shown, previewed };
}
type Row = { readonly values: readonly string[] };

const AS_READ = ["612 34 56 78", "1234567", "030 901820", "1234567", "+41 44 668 18 00", ""];
const WRITTEN = ["+34612345678", "1234567", "+4930901820", "1234567", "+41446681800", ""];

test("where the column is switched so, valid phones are written in international form, in preview and check", async () => {
  const { turn, shown, previewed, told } = await international("ES");
  expect(await previewed()).toEqual(AS_READ);
  expect(await shown()).toEqual(AS_READ);
  await turn(true);
  expect(await previewed()).toEqual(WRITTEN);
  expect(await shown()).toEqual(WRITTEN);
  expect(await told()).toEqual([[1, WRONG]]);
  await turn(false);
  expect(await shown()).toEqual(AS_READ);
});

test("by the country column alone, and by a connection whose country is said later", async () => {
  const { turn, shown, check, draftId, db } = await international(null);
  await turn(true);
  expect(await shown()).toEqual([AS_READ[0], ...WRITTEN.slice(1)]);
  db.prepare("UPDATE connections SET settings = json_set(settings, '$.country', 'ES')").run();
  await check(draftId);
  expect(await shown()).toEqual(WRITTEN);
});

test("a phone that is corrected is written like the others, before the switch and after it", async () => {
  const { turn, shown, drafts, draftId } = await international("ES");
  const correct = (index: number, value: string) =>
    drafts.correctCell({ draftId, index, field: "phone", value });
  await correct(1, "699 123 456");
  await turn(true);
  expect((await shown())[1]).toBe("+34699123456");
  await correct(5, "912 345 678");
  await correct(0, "600 000 000 ext. 3");
  expect(await shown()).toEqual([
    ...["600 000 000 ext. 3", "+34699123456", ...WRITTEN.slice(2, 5), "+34912345678"],
  ]);
  await correct(0, "612345678");
  const { rows } = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1 });
  expect(rows[0]?.corrected).toEqual([]);
});

test("a long list, which a thread reads, has its phones written alike", async () => {
  const more = Array.from({ length: 30_000 }, (_, at) => `L${at},612 34 56 ${10 + (at % 90)},`);
  const { turn, shown } = await international("ES", more);
  await turn(true);
  expect(await shown(30_000)).toEqual(
    [24, 25, 26, 27, 28, 29].map((end) => `+346123456${((29_994 + end - 24) % 90) + 10}`),
  );
});
