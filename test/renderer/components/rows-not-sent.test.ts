import { expect, test } from "vitest";
import type { ImportDetail } from "../../../preload/types.ts";
import { cancelledRows, stayedBehind } from "../../../renderer/components/rows-not-sent.ts";

type Ended = Pick<ImportDetail, "counts" | "batches">;

function ended(counts: Partial<ImportDetail["counts"]>, maybe: readonly number[] = []): Ended {
  const none = { rows: 0, open: 0, rowsAccepted: 0, rowsRejected: 0, rowsUncertain: 0 };
  const batches = maybe.map((rows) => ({ standing: "maybe-cancelled", rows }));
  return { counts: { ...none, ...counts }, batches } as unknown as Ended;
}

test("rows of an import that is over and that came to no end were cancelled", () => {
  expect(cancelledRows(ended({ rows: 10, rowsAccepted: 4, rowsRejected: 1 }))).toBe(5);
  expect(cancelledRows(ended({ rows: 10, rowsAccepted: 7, rowsUncertain: 3 }))).toBe(0);
});

test("cancelled rows that an earlier try may have brought there are not among those", () => {
  expect(cancelledRows(ended({ rows: 10, rowsAccepted: 4 }, [2, 1]))).toBe(3);
});

test("as long as a batch is open nothing is called cancelled", () => {
  expect(cancelledRows(ended({ rows: 10, open: 1, rowsAccepted: 4 }))).toBe(0);
});

test("rows that were not to be sent stayed behind, never fewer than none", () => {
  const of = (total: number, toSend: number) =>
    stayedBehind({ checked: { total, toSend } } as unknown as ImportDetail);
  expect(of(10, 7)).toBe(3);
  expect(of(7, 10)).toBe(0);
});
