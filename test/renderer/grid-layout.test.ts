import { expect, it } from "vitest";
import type { FieldName } from "../../preload/fields.ts";
import { roomBelow } from "../../renderer/import/review/grid-layout.ts";

const FIELDS: readonly FieldName[] = ["code", "first_name", "email", "phone", "auto_add"];
const at =
  (...problems: readonly number[]) =>
  (index: number) =>
    problems.includes(index);

it("a sentence below a cell reaches up to the next cell that has one", () => {
  expect(roomBelow(FIELDS, 0, at(0, 3))).toEqual({ width: "37rem", to: "right" });
  expect(roomBelow(FIELDS, 2, at(2))).toEqual({ width: "34rem", to: "right" });
});

it("in the last columns it reaches to the left, where there is more room", () => {
  expect(roomBelow(FIELDS, 4, at(1, 4))).toEqual({ width: "34rem", to: "left" });
  expect(roomBelow(FIELDS, 4, at(3, 4))).toEqual({ width: "8rem", to: "right" });
});
