import { expect, test } from "vitest";
import { openWorkshop, queuedRows, type Workshop } from "../workshop.ts";

const LIST = [
  "code,first_name,email,custom_date",
  ...Array.from({ length: 1_200 }, (_, at) => `C${at},Ana ${at},a${at}@example.com,1980-02-03`),
  "",
].join("\n");

async function checkedList({ open, check, drafts }: Workshop) {
  const { id: draftId } = await open("customers.csv", LIST);
  await check(draftId);
  const rows = async (...indexes: readonly number[]) => {
    const pages = indexes.map((offset) =>
      drafts.rows({ draftId, filter: "all", offset, limit: 1 }),
    );
    return (await Promise.all(pages)).flatMap((page) => page.rows);
  };
  return { draftId, rows };
}

test("a pasted block is one change: checked like typed values, taken back and done again as a whole", async () => {
  const workshop = openWorkshop();
  const { drafts } = workshop;
  const { draftId, rows } = await checkedList(workshop);
  const { changed, closed, check } = await drafts.correctCells({
    draftId,
    kind: "paste",
    cells: [
      { index: 3, field: "first_name", value: " Eva " },
      { index: 3, field: "custom_date", value: "1980-13-45" },
      { index: 700, field: "first_name", value: "Ida" },
      { index: 701, field: "first_name", value: "Ana 701" },
    ],
  });
  expect({ changed, closed }).toEqual({ changed: 3, closed: 0 });
  expect(check).toMatchObject({ counts: { invalid: 1, toSend: 1_199 } });
  const [first, second] = await rows(3, 700);
  expect(first).toMatchObject({
    values: ["C3", "Eva", "a3@example.com", "1980-13-45"],
    status: "error",
    corrected: [1, 3],
    problems: [{ field: "custom_date" }],
  });
  expect(second?.values[1]).toBe("Ida");

  expect((await drafts.undoState({ draftId })).undo).toMatchObject({
    label: "cells-pasted",
    params: { count: 3 },
  });
  await drafts.undo({ draftId });
  expect(await rows(3, 700)).toMatchObject([
    { values: ["C3", "Ana 3", "a3@example.com", "1980-02-03"], status: "valid", corrected: [] },
    { values: ["C700", "Ana 700", "a700@example.com", "1980-02-03"] },
  ]);
  expect((await drafts.undoState({ draftId })).undo).toBeNull();
  await drafts.redo({ draftId });
  expect((await rows(3, 700)).map(({ values }) => [values[1], values[3]])).toEqual([
    ["Eva", "1980-13-45"],
    ["Ida", "1980-02-03"],
  ]);
});

test("codes that are filled down repeat each other, as typed ones do", async () => {
  const workshop = openWorkshop();
  const { draftId, rows } = await checkedList(workshop);
  const cells = [1, 2].map((index) => ({ index, field: "code", value: "C0" }) as const);
  await workshop.drafts.correctCells({ draftId, kind: "fill", cells });
  const [row] = await rows(2);
  expect(row?.problems.map(({ code }) => code)).toContain("repeated-code");
});

test("rows that went out with the trial stay as they are, and are told", async () => {
  const workshop = openWorkshop();
  const { drafts } = workshop;
  const { draftId, rows } = await checkedList(workshop);
  const { importId } = await drafts.send({ draftId, trialRows: 2, confirmOverwrite: false });
  expect(queuedRows(workshop, importId)).toHaveLength(2);
  const cells = [0, 1, 2].map((index) => ({ index, field: "first_name", value: "Eva" }) as const);
  const { changed, closed } = await drafts.correctCells({ draftId, kind: "paste", cells });
  expect({ changed, closed }).toEqual({ changed: 1, closed: 2 });
  expect((await rows(0, 1, 2)).map(({ values }) => values[1])).toEqual(["Ana 0", "Ana 1", "Eva"]);
});

test("hidden values and fields that the list does not have are refused, and nothing is changed", async () => {
  const workshop = openWorkshop();
  const { draftId, rows } = await checkedList(workshop);
  const put = (field: "customer_PIN" | "city") =>
    workshop.drafts.correctCells({
      draftId,
      kind: "paste",
      cells: [
        { index: 0, field: "first_name", value: "Eva" },
        { index: 0, field, value: "1" },
      ],
    });
  await expect(put("customer_PIN")).rejects.toMatchObject({ code: "bad-input" });
  await expect(put("city")).rejects.toMatchObject({ code: "not-found" });
  const [row] = await rows(0);
  expect(row?.values[1]).toBe("Ana 0");
  expect((await workshop.drafts.undoState({ draftId })).undo).toBeNull();
});
