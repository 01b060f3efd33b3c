import { expect, test } from "vitest";
import type { RepeatedRows } from "../../../../preload/types.ts";
import { openWorkshop } from "../workshop.ts";

const HEADER = "code,first_name,email,custom_date\n";
const NO_DAY = "1980-13-45";

/** A checked list of two columns that matter: keys, and days of which some are none. */
async function review(policy: RepeatedRows, rows: readonly (readonly [string, string])[]) {
  const workshop = openWorkshop();
  const lines = rows.map(([code, day], at) => `${code},Ann ${at},a${at}@example.com,${day}`);
  const draft = await workshop.open("customers.csv", `${HEADER}${lines.join("\n")}\n`);
  const draftId = draft.id;
  await workshop.drafts.setOptions({
    draftId,
    options: { ...draft.options, repeatedRows: policy },
  });
  await workshop.check(draftId);
  return {
    ...workshop,
    draftId,
    /** The positions of the rows that go out. */
    async sent(): Promise<readonly number[]> {
      const page = await workshop.drafts.rows({ draftId, filter: "valid", offset: 0, limit: 50 });
      return page.rows.filter(({ leftOut }) => !leftOut).map(({ index }) => index);
    },
    leaveOut: (index: number, leftOut = true) =>
      workshop.drafts.leaveOut({ draftId, indexes: [index], leftOut }),
    correction: (index: number, field: "code" | "custom_date", value: string) =>
      workshop.drafts.correctCell({ draftId, index, field, value }),
  };
}

const DAY = "1980-12-01";

test("of rows with one key the first that can be sent is kept, again after every edit", async () => {
  const { sent, correction } = await review("keep-first", [
    ["K1", NO_DAY],
    ["K1", DAY],
    ["K1", DAY],
    ["K2", DAY],
  ]);
  expect(await sent()).toEqual([1, 3]);
  await correction(0, "custom_date", DAY);
  expect(await sent()).toEqual([0, 3]);
  await correction(0, "custom_date", NO_DAY);
  expect(await sent()).toEqual([1, 3]);
  await correction(1, "custom_date", "31/31/1990");
  expect(await sent()).toEqual([2, 3]);
});

test("a kept row that a person leaves out makes room for the next; put back, or undone, it is kept", async () => {
  const { sent, leaveOut, drafts, draftId } = await review("keep-first", [
    ["K1", DAY],
    ["K1", DAY],
    ["K3", DAY],
  ]);
  expect(await sent()).toEqual([0, 2]);
  await leaveOut(0);
  expect(await sent()).toEqual([1, 2]);
  await leaveOut(0, false);
  expect(await sent()).toEqual([0, 2]);
  await drafts.undo({ draftId });
  expect(await sent()).toEqual([1, 2]);
  await drafts.redo({ draftId });
  expect(await sent()).toEqual([0, 2]);
});

test("a row left out by hand stays out, whatever becomes of its repeats", async () => {
  const { sent, leaveOut, correction, check, draftId } = await review("keep-first", [
    ["K1", DAY],
    ["K2", DAY],
    ["K1", DAY],
  ]);
  await leaveOut(1);
  await correction(1, "code", "K1");
  await correction(0, "custom_date", NO_DAY);
  expect(await sent()).toEqual([2]);
  await check(draftId);
  expect(await sent()).toEqual([2]);
});

test("the last row is kept only where it can be sent", async () => {
  const { sent, leaveOut, correction } = await review("keep-last", [
    ["K1", DAY],
    ["K1", DAY],
    ["K1", NO_DAY],
  ]);
  expect(await sent()).toEqual([1]);
  await leaveOut(1);
  expect(await sent()).toEqual([0]);
  await correction(2, "custom_date", DAY);
  expect(await sent()).toEqual([2]);
});

test("errors corrected in all rows at once free their repeats and claim their own", async () => {
  const { sent, drafts, draftId } = await review("keep-first", [
    ["K1", NO_DAY],
    ["K1", DAY],
    ["K2", NO_DAY],
  ]);
  const how = { kind: "replace", from: NO_DAY, to: DAY } as const;
  await drafts.applyToAll({ draftId, code: "date-impossible", field: "custom_date", how });
  expect(await sent()).toEqual([0, 2]);
  await drafts.undo({ draftId });
  expect(await sent()).toEqual([1]);
});

test("nobody is told to repeat a row that is not sent, where all rows are kept", async () => {
  const { drafts, draftId } = await review("keep-all", [
    ["K1", NO_DAY],
    ["K1", DAY],
    ["K2", DAY],
    ["K3", DAY],
  ]);
  const { rows } = await drafts.rows({ draftId, filter: "warnings", offset: 0, limit: 9 });
  expect(rows).toEqual([]);
});

test("a row is kept again where its replacement shares something else with a later row", async () => {
  const workshop = openWorkshop();
  const draft = await workshop.open(
    "customers.csv",
    `${HEADER}K1,Ann,a@example.com,${DAY}\nK1,Ben,b@example.com,${DAY}\nK2,Cat,b@example.com,${DAY}\n`,
  );
  const draftId = draft.id;
  const options = {
    ...draft.options,
    repeatedRows: "keep-last",
    repeatedEmail: "keep-last",
  } as const;
  await workshop.drafts.setOptions({ draftId, options });
  await workshop.check(draftId);
  const rows = async () =>
    (await workshop.drafts.rows({ draftId, filter: "all", offset: 0, limit: 9 })).rows.map(
      ({ leftOut, problems }) => [leftOut, ...problems.map(({ code }) => code)],
    );
  const settled = [[false], [true, "repeated-email-replaced"], [false]];
  expect(await rows()).toEqual(settled);
  await workshop.drafts.leaveOut({ draftId, indexes: [2], leftOut: true });
  expect((await rows()).map(([leftOut]) => leftOut)).toEqual([true, false, true]);
  await workshop.drafts.leaveOut({ draftId, indexes: [2], leftOut: false });
  expect(await rows()).toEqual(settled);
});
