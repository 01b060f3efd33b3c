import { expect, it } from "vitest";
import type { FieldName } from "../../preload/fields.ts";
import { roomBelow } from "../../renderer/components/grid/grid-layout.ts";

const FIELDS: readonly FieldName[] = ["code", "first_name", "email", "phone", "auto_add"];
const at =
  (...problems: readonly number[]) =>
  (index: number) =>
    problems.includes(index);

const nothing = "calc(0rem + 0 * var(--extra))";

it("a sentence below a cell reaches to the cells on both sides that have one", () => {
  expect(roomBelow(FIELDS, 0, at(0, 2))).toEqual({
    before: nothing,
    after: "calc(9rem + 1 * var(--extra))",
  });
  expect(roomBelow(FIELDS, 2, at(2))).toEqual({
    before: "calc(19rem + 2 * var(--extra))",
    after: "calc(18rem + 2 * var(--extra))",
  });
});

it("in the last columns it takes the room before it, also from another sentence", () => {
  expect(roomBelow(FIELDS, 4, at(1, 4)).before).toBe("calc(25rem + 2 * var(--extra))");
  expect(roomBelow(FIELDS, 1, at(1, 4)).after).toBe(nothing);
});

it("no two sentences of a row share a column", () => {
  const bits = (mask: number) => FIELDS.map((_, index) => index).filter((i) => (mask >> i) & 1);
  const count = (css: string) => Number(/(\d+) \* var/.exec(css)?.[1]);
  for (let mask = 1; mask < 2 ** FIELDS.length; mask++) {
    const taken = bits(mask).flatMap((index) => {
      const { before, after } = roomBelow(FIELDS, index, at(...bits(mask)));
      const first = index - count(before);
      return Array.from({ length: count(before) + 1 + count(after) }, (_, i) => first + i);
    });
    expect(taken.length, `cells ${bits(mask)}`).toBe(new Set(taken).size);
  }
});
