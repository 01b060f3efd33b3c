import { expect, test } from "vitest";
import { type PaceSample, paceOf, withSample } from "../../../../renderer/import/send/pace.ts";

const after = (...told: readonly (readonly [at: number, rows: number])[]) =>
  told.reduce<readonly PaceSample[]>(
    (samples, [at, rows]) => withSample(samples, { at, rows }),
    [],
  );

test("rows a second are counted between the first and the last answer of the last seconds", () => {
  expect(paceOf(after([0, 100], [1_000, 150], [2_000, 300]))).toBe(100);
});

test("an answer of long ago says nothing about now", () => {
  expect(paceOf(after([0, 0], [30_000, 100], [32_000, 120]))).toBe(10);
});

test("one answer, or two in half a second, tell no speed yet", () => {
  expect(paceOf(after())).toBe("too-soon");
  expect(paceOf(after([0, 10]))).toBe("too-soon");
  expect(paceOf(after([0, 10], [499, 900]))).toBe("too-soon");
});

test("where rows were taken out of the count nobody knows how long the rest takes", () => {
  expect(paceOf(after([0, 100], [1_000, 60]))).toBe("unknown");
});
