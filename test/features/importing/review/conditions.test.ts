import { expect, test } from "vitest";
import type { Condition, ImportOptions } from "../../../../preload/types.ts";
import { openWorkshop } from "../workshop.ts";

const LIST = [
  "code,first_name,Town,Points",
  "K1,Ann,Bern,5",
  "K2,Bob,Basel,7",
  "K2,Cid,bern ,0",
  "K2,Dan,Bern,9",
  "",
].join("\n");
const BERN: Condition = { column: "Town", kind: "is", value: "Bern" };
const POINTS: Condition = { column: "Points", kind: "above", value: "0" };

async function review(chosen: Partial<ImportOptions>) {
  const workshop = openWorkshop();
  const { drafts, check } = workshop;
  const draft = await workshop.open("customers.csv", LIST);
  const draftId = draft.id;
  await drafts.setOptions({ draftId, options: { ...draft.options, ...chosen } });
  await check(draftId);
  const rows = async () =>
    (await drafts.rows({ draftId, filter: "all", offset: 0, limit: 50 })).rows;
  return {
    ...workshop,
    draftId,
    draft,
    rows,
    state: async () => {
      const now = await drafts.get({ draftId });
      if (now.check.kind !== "done") throw new Error(`not checked: ${now.check.kind}`);
      return now.check;
    },
    sent: async () => (await rows()).filter((row) => !row.leftOut).map(({ index }) => index),
  };
}

test("rows that do not meet every condition are left out with a reason of their own, and counted", async () => {
  const { state, sent, rows } = await review({ conditions: [BERN, POINTS] });
  expect(await sent()).toEqual([0, 3]);
  const { counts, notices } = await state();
  expect(counts).toMatchObject({ total: 4, invalid: 0, leftOut: 2, toSend: 2 });
  expect(counts.tiles).toMatchObject({ valid: 2, leftOut: 2, warnings: 0, errors: 0 });
  expect(notices.map(({ code, params }) => [code, params])).toContainEqual([
    "rows-not-wanted",
    { count: 2, row: 3 },
  ]);
  const reasons = (await rows()).map(({ problems }) => problems.map(({ code }) => code));
  expect(reasons).toEqual([[], ["row-not-wanted"], ["row-not-wanted"], []]);
});

test("a row that is not wanted takes no other's place, also after corrections, and a person can put it back", async () => {
  const { sent, drafts, draftId } = await review({
    conditions: [BERN, POINTS],
    repeatedRows: "keep-first",
  });
  expect(await sent()).toEqual([0, 3]);
  await drafts.correctCell({ draftId, index: 0, field: "code", value: "K9" });
  expect(await sent()).toEqual([0, 3]);
  await drafts.leaveOut({ draftId, indexes: [1], leftOut: false });
  expect(await sent()).toEqual([0, 1]);
});

test("other conditions check the list anew, and none sends every row", async () => {
  const { drafts, draftId, draft, check, sent } = await review({ conditions: [BERN] });
  expect(await sent()).toEqual([0, 2, 3]);
  await drafts.setOptions({ draftId, options: { ...draft.options, conditions: [] } });
  expect((await drafts.get({ draftId })).check.kind).toBe("none");
  await check(draftId);
  expect(await sent()).toEqual([0, 1, 2, 3]);
});

test("conditions are kept with the mapping, and one on a column that is gone has to be removed first", async () => {
  const { drafts, draftId, open } = await review({ conditions: [BERN] });
  await drafts.keepMapping({ draftId, name: "Bern" });
  const next = await open("next.csv", LIST.replace("Town", "TOWN"));
  expect(next.options.conditions).toEqual([{ ...BERN, column: "TOWN" }]);
  const other = await open("other.csv", LIST.replace("Town", "Place"));
  expect(other.options.conditions).toEqual([BERN]);
  expect(other.missing.options.map(({ code }) => code)).toContain("condition-column-missing");
  const forgotten = await drafts.forgetMapping({ draftId: next.id });
  expect(forgotten.options.conditions).toBeUndefined();
});

test("a condition without a value, or above what is no number, keeps the step open", async () => {
  const { drafts, draftId, draft } = await review({});
  for (const [condition, code] of [
    [{ ...BERN, value: " " }, "condition-incomplete"],
    [{ ...POINTS, value: "many" }, "condition-number"],
  ] as const) {
    const options = { ...draft.options, conditions: [condition] };
    const { missing } = await drafts.setOptions({ draftId, options });
    expect(missing.options.map((notice) => notice.code)).toContain(code);
  }
});
