import { expect, test } from "vitest";
import { keepCampaignKinds } from "../../../../main/records/connections/campaign-kinds.ts";
import { openWorkshop } from "../workshop.ts";

const HEAD = "Card Number,First Name,Last Name,Email,City,Birthday\n";
const PEOPLE = [1, 2, 3, 4]
  .map((at) => `700000${at},Ann,Lake,ann${at}@example.com,Bath,1985-02-${12 + at}\n`)
  .join("");

test("a row of too many values is an error until the last of them is corrected, and again when it is not", async () => {
  const { open, check, drafts } = openWorkshop();
  const broken = "7000005,Dan,Jr.,Ford,dan@example.com,Bath,1985-02-20\n";
  const { id: draftId } = await open("broken.csv", HEAD + PEOPLE + broken);
  expect(await check(draftId)).toMatchObject({ counts: { invalid: 1, toSend: 4 } });
  const correct = async (field: "email" | "city" | "custom_date", value: string) => {
    const { row } = await drafts.correctCell({ draftId, index: 4, field, value });
    return row.problems.map(({ code }) => code).includes("row-too-long");
  };
  expect(await correct("email", "dan@example.com")).toBe(true);
  expect(await correct("city", "Bath")).toBe(true);
  expect(await correct("custom_date", "1985-02-20")).toBe(false);
  // What was corrected stays so when the list is read again.
  expect(await check(draftId)).toMatchObject({ counts: { invalid: 0, toSend: 5 } });
  await drafts.undo({ draftId });
  const page = { draftId, filter: "errors", offset: 0, limit: 5 } as const;
  expect((await drafts.rows(page)).rows.map(({ row }) => row)).toEqual([6]);
});

test("a row that was left out as a total is checked field by field once it is put back", async () => {
  const { open, check, drafts } = openWorkshop();
  const { id: draftId } = await open("total.csv", `${HEAD}${PEOPLE}Total,,,,,105\n`);
  expect(await check(draftId)).toMatchObject({
    counts: { total: 5, valid: 5, invalid: 0, leftOut: 1, toSend: 4 },
  });
  const row = async () => {
    const all = { draftId, filter: "all", offset: 4, limit: 1 } as const;
    const [found] = (await drafts.rows(all)).rows;
    return [found?.status, found?.problems.map(({ code }) => code)];
  };
  expect(await row()).toEqual(["warning", ["row-is-total"]]);
  const back = await drafts.leaveOut({ draftId, indexes: [4], leftOut: false });
  expect(back).toMatchObject({ counts: { invalid: 1, toSend: 4 } });
  const [status, codes] = await row();
  expect(status).toBe("error");
  expect(codes).toContain("row-is-total");
  expect(codes?.length).toBeGreaterThan(1);
  expect(await check(draftId)).toMatchObject({ counts: { invalid: 1, toSend: 4 } });
});

test("what is no customer does not stand among those that will arrive", async () => {
  const { open, drafts } = openWorkshop();
  const list = `${HEAD}North branch,,,,,\n${PEOPLE}Total,,,,,4\n`;
  const { id: draftId } = await open("branches.csv", list);
  const rows = async () => (await drafts.preview({ draftId, limit: 3 })).rows.map(({ row }) => row);
  expect(await rows()).toEqual([3, 4, 5]);
  await drafts.setReading({ draftId, keepRows: true });
  expect(await rows()).toEqual([2, 3, 4]);
});

const AMOUNTS =
  "Card Number,First Name,auto_add\n7000001,Ann,10\n7000002,Ben,gold\n7000003,Cat,Free coffee\n7000004,Dan,2.50\n";

test.each([
  ["points", 2],
  ["dollars", 2],
  ["buyx", 0],
  ["", 0],
])(
  "text to add is an error where the first campaign is known to be of %s",
  async (type, errors) => {
    const { db, open, check, drafts } = openWorkshop();
    const draft = await open("amounts.csv", AMOUNTS);
    const draftId = draft.id;
    const { connectionId } = draft.options;
    await drafts.setOptions({ draftId, options: { ...draft.options, campaigns: ["77", "78"] } });
    if (type !== "") {
      keepCampaignKinds(db, connectionId ?? 0, [
        { id: "77", name: "First", type },
        { id: "78", name: "Second", type: "buyx" },
      ]);
    }
    const { rows } = await drafts.preview({ draftId, limit: 4 });
    const before = errors > 0 ? "error" : "warning";
    expect(rows.map(({ status }) => status)).toEqual(["valid", before, before, "valid"]);
    expect(await check(draftId)).toMatchObject({
      counts: { invalid: errors, warnings: 2 - errors, toSend: 4 - errors },
    });
    if (errors === 0) return;
    const still = await drafts.correctCell({
      draftId,
      index: 1,
      field: "auto_add",
      value: "silver",
    });
    expect(still.row).toMatchObject({
      status: "error",
      problems: [{ code: "auto-add-no-amount" }],
    });
    const now = await drafts.correctCell({ draftId, index: 1, field: "auto_add", value: "15" });
    expect(now.row).toMatchObject({ status: "valid", problems: [] });
  },
);
