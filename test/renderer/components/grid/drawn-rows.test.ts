import { expect, it } from "vitest";
import {
  type DrawnRows,
  drawnFor,
  NO_ROWS,
  withMore,
} from "../../../../renderer/components/grid/rows/drawn-rows.ts";

const ROWS = 1000;
const run = ({ first, last }: DrawnRows) => [first, last];
const keyOf = (drawn: DrawnRows, place: number) => place - drawn.origin;

function rested(drawn: DrawnRows): DrawnRows {
  const more = withMore(drawn);
  return more === drawn ? drawn : rested(more);
}

it("draws what is in sight at once, and the rows beyond its edges little by little", () => {
  const now = drawnFor(NO_ROWS, { first: 100, last: 120 }, ROWS);
  expect(run(now)).toEqual([100, 120]);
  expect(run(withMore(now))).toEqual([96, 124]);
  expect(run(rested(now))).toEqual([92, 128]);
});

it("keeps rows that stay near, and is ahead of a slow scroll", () => {
  let drawn = drawnFor(NO_ROWS, { first: 0, last: 20 }, ROWS);
  for (let first = 1; first <= 50; first += 1) {
    const before = drawn;
    drawn = drawnFor(drawn, { first, last: first + 20 }, ROWS);
    expect(drawn.origin).toBe(before.origin);
    expect(drawn.last).toBeGreaterThanOrEqual(Math.min(first + 28, before.last + 1));
  }
  expect(run(drawn)).toEqual([42, 78]);
});

it("numbers the rows after a jump like those before it", () => {
  const before = rested(drawnFor(NO_ROWS, { first: 100, last: 120 }, ROWS));
  const after = drawnFor(before, { first: 700, last: 720 }, ROWS);
  expect(run(after)).toEqual([700, 720]);
  expect(keyOf(after, after.first)).toBe(keyOf(before, before.first));
});

it("ends where the rows end", () => {
  expect(run(rested(drawnFor(NO_ROWS, { first: -2, last: 12 }, 10)))).toEqual([0, 9]);
  const long = rested(drawnFor(NO_ROWS, { first: 980, last: 1001 }, ROWS));
  expect(run(long)).toEqual([972, 999]);
  expect(run(rested(drawnFor(long, { first: 980, last: 1001 }, 985)))).toEqual([972, 984]);
  const none = drawnFor(long, { first: 0, last: 20 }, 0);
  expect(none.last).toBeLessThan(none.first);
});

it("stays the same object where nothing is otherwise", () => {
  const drawn = drawnFor(NO_ROWS, { first: 100, last: 120 }, ROWS);
  expect(drawnFor(drawn, { first: 100, last: 120 }, ROWS)).toBe(drawn);
});
