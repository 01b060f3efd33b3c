import { expect, test } from "vitest";
import type { ImportOptions } from "../../../../preload/types.ts";
import { openWorkshop } from "../workshop.ts";

const LIST = [
  "code,first_name,email,phone",
  "K1,Ann,family@example.com,512 555 0100",
  "K2,Bob,Family@example.com,512 555 0100",
  "K3,Cid,cid@example.com,(512) 555-0100",
  "K4,Dan,dan@example.com,",
  "K5,Eve,,",
  "",
].join("\n");

async function review(chosen: Partial<ImportOptions> = {}) {
  const workshop = openWorkshop();
  const draft = await workshop.open("customers.csv", LIST);
  const draftId = draft.id;
  await workshop.drafts.setOptions({ draftId, options: { ...draft.options, ...chosen } });
  await workshop.check(draftId);
  const state = async () => {
    const { check } = await workshop.drafts.get({ draftId });
    if (check.kind !== "done") throw new Error(`not checked: ${check.kind}`);
    return check;
  };
  return {
    ...workshop,
    draftId,
    draft,
    state,
    /** The positions of the rows that go out. */
    async sent(): Promise<readonly number[]> {
      const page = await workshop.drafts.rows({ draftId, filter: "all", offset: 0, limit: 50 });
      return page.rows.filter(({ leftOut }) => !leftOut).map(({ index }) => index);
    },
    reasons: async (index: number) => {
      const page = await workshop.drafts.rows({ draftId, filter: "all", offset: 0, limit: 50 });
      return page.rows[index]?.problems.map(({ message }) => message) ?? [];
    },
  };
}

test("rows that share an address or a phone are told with their number, and all go out without a warning", async () => {
  const { state, sent } = await review();
  const { notices, counts } = await state();
  expect(notices.map(({ code, params, rows }) => [code, params, rows])).toEqual([
    ["emails-repeated", { count: 1, row: 3, first: 2 }, [3]],
    ["phones-repeated", { count: 1, row: 4, first: 2 }, [4]],
  ]);
  expect(notices[0]?.message).toContain("Row 3 has the e-mail address of row 2");
  expect(counts).toMatchObject({ total: 5, warnings: 0, toSend: 5 });
  expect(await sent()).toEqual([0, 1, 2, 3, 4]);
});

test("the first row of a phone is kept where a person says so, again after every correction", async () => {
  const { sent, reasons, state, drafts, draftId } = await review({ repeatedPhone: "keep-first" });
  expect(await sent()).toEqual([0, 3, 4]);
  expect(await reasons(2)).toEqual([
    "Left out, because row 2 has the same phone number and the first row is kept.",
  ]);
  expect((await state()).counts.tiles).toMatchObject({ leftOut: 2, valid: 3 });
  await drafts.correctCell({ draftId, index: 1, field: "phone", value: "512 555 0199" });
  expect(await sent()).toEqual([0, 1, 3, 4]);
  await drafts.leaveOut({ draftId, indexes: [0], leftOut: true });
  expect(await sent()).toEqual([1, 2, 3, 4]);
  await drafts.correctCell({ draftId, index: 4, field: "phone", value: "5125550199" });
  expect(await sent()).toEqual([1, 2, 3]);
});

test("the last row of an address is kept where a person says so, and another choice checks anew", async () => {
  const { sent, reasons, state, drafts, draftId, draft, check } = await review({
    repeatedEmail: "keep-last",
  });
  expect(await sent()).toEqual([1, 2, 3, 4]);
  expect(await reasons(0)).toEqual([
    "Left out, because row 3 has the same e-mail address and the last row is kept.",
  ]);
  expect((await state()).notices.map(({ code }) => code)).toEqual(["phones-repeated"]);
  await drafts.setOptions({ draftId, options: { ...draft.options, repeatedEmail: "keep-all" } });
  expect((await drafts.get({ draftId })).check.kind).toBe("none");
  await check(draftId);
  expect(await sent()).toEqual([0, 1, 2, 3, 4]);
});
