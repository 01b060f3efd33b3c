import { expect, test } from "vitest";
import type { Draft } from "../../../preload/types.ts";
import { openWorkshop } from "./workshop.ts";

const HEADER = "Card Number,First Name,Birthday\n";
const list = (...days: readonly string[]) =>
  HEADER + days.map((day, at) => `${7_000_001 + at},Ann,${day}\n`).join("");

const HALF = list("1985-07-05", "1990-11-02", "13/05/1985", "25/12/1979", "30/01/2001");
const UTC = list("1985-05-04T22:00:00Z", "1990-11-01T23:00:00Z");

const codes = ({ findings }: Draft) => findings.map(({ code }) => code);

async function daysOf(shop: ReturnType<typeof openWorkshop>, draftId: number) {
  const { fields, rows } = await shop.drafts.preview({ draftId, limit: 9 });
  return rows.map(({ values }) => values[fields.indexOf("custom_date")]);
}

test("dates are told before the check and after it, and put right by the press that is offered", async () => {
  const shop = openWorkshop();
  const draft = await shop.open("half.csv", HALF);
  expect(codes(draft)).toEqual(["dates-swapped"]);
  await shop.check(draft.id);
  const checked = await shop.drafts.get({ draftId: draft.id });
  expect(codes(checked)).toEqual(["dates-swapped"]);
  const { remedy = {} } = checked.findings[0] ?? {};
  const mended = await shop.drafts.setReading({ draftId: draft.id, ...remedy });
  expect(codes(mended)).toEqual(["dates-swapped-back"]);
  expect(mended.check.kind).toBe("none");
  const right = ["1985-05-07", "1990-02-11", "1985-05-13", "1979-12-25", "2001-01-30"];
  expect(await daysOf(shop, draft.id)).toEqual(right);
  expect(await shop.check(draft.id)).toMatchObject({ kind: "done", counts: { invalid: 0 } });
  const { rows } = await shop.drafts.rows({
    draftId: draft.id,
    filter: "all",
    offset: 0,
    limit: 9,
  });
  expect(rows.map(({ values }) => values.at(-1))).toEqual(right);
  const back = await shop.drafts.setReading({ draftId: draft.id, swapDates: false });
  expect(codes(back)).toEqual(["dates-swapped"]);
});

test("what was said of one list's dates is not said of the next that takes its place", async () => {
  const shop = openWorkshop();
  const draft = await shop.open("half.csv", HALF);
  await shop.drafts.setReading({ draftId: draft.id, swapDates: true });
  const next = shop.write("next.csv", list("1985-07-05", "1990-11-02"));
  const fileId = shop.drafts.registerFile(next);
  expect(codes(await shop.drafts.chooseFile({ draftId: draft.id, fileId }))).toEqual([]);
  expect(await daysOf(shop, draft.id)).toEqual(["1985-07-05", "1990-11-02"]);
});

test("days are read in the zone that is offered, and none in one that there is not", async () => {
  const shop = openWorkshop();
  const draft = await shop.open("utc.csv", UTC);
  expect(codes(draft)).toEqual(["dates-in-utc"]);
  const wrong = shop.drafts.setReading({ draftId: draft.id, dateZone: "Europe/Atlantis" });
  await expect(wrong).rejects.toMatchObject({ code: "bad-input" });
  const { remedy = {} } = draft.findings[0] ?? {};
  const mended = await shop.drafts.setReading({ draftId: draft.id, ...remedy });
  expect(codes(mended)).toEqual(["dates-in-zone"]);
  expect(await daysOf(shop, draft.id)).toEqual(["1985-05-05", "1990-11-02"]);
  const back = await shop.drafts.setReading({ draftId: draft.id, dateZone: null });
  expect(codes(back)).toEqual(["dates-in-utc"]);
});

test("values that look like passwords or PINs never reach the window in clear", async () => {
  const shop = openWorkshop();
  const draft = await shop.open(
    "people.csv",
    "Card Number,First Name,Kennwort,Field 9\n7000001,Ann,Hunter22,4711\n7000002,Ben,Sesame11,\n",
  );
  expect(JSON.stringify(draft)).not.toMatch(/Hunter22|Sesame11/);
  expect(JSON.stringify(draft)).toContain("4711");
  const mapping = [
    ...draft.mapping,
    { field: "customer_PIN" as const, columns: [3], transforms: [] },
  ];
  const mapped = await shop.drafts.setMapping({ draftId: draft.id, mapping });
  expect(JSON.stringify(mapped)).not.toContain("4711");
});
