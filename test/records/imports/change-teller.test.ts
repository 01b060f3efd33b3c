import { afterEach, expect, test, vi } from "vitest";
import { createChangeTeller } from "../../../main/records/imports/change-teller.ts";

afterEach(() => {
  vi.useRealTimers();
});

function teller() {
  vi.useFakeTimers();
  const told: number[] = [];
  const errors: unknown[] = [];
  const changes = createChangeTeller(
    (importId) => {
      if (importId === 13) throw new Error("no listener");
      told.push(importId);
    },
    (error) => errors.push(error),
  );
  return { changes, told, errors };
}

test("the first change is told at once, those that follow closely are told as one", () => {
  const { changes, told } = teller();
  for (const importId of [1, 1, 2, 1, 2]) changes.tell(importId);
  expect(told).toEqual([1]);
  vi.runAllTimers();
  expect(told).toEqual([1, 1, 2]);
  changes.tell(2);
  expect(told).toEqual([1, 1, 2, 2]);
});

test("what is held back is told at the end, once", () => {
  const { changes, told } = teller();
  changes.tell(1);
  changes.tell(1);
  changes.flush();
  expect(told).toEqual([1, 1]);
  vi.runAllTimers();
  expect(told).toEqual([1, 1]);
});

test("a listener that fails ends nothing", () => {
  const { changes, told, errors } = teller();
  changes.tell(13);
  changes.tell(13);
  changes.tell(1);
  changes.flush();
  expect(told).toEqual([1]);
  expect(errors).toHaveLength(2);
});
