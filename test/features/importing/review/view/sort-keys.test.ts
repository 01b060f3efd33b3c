import fc from "fast-check";
import { expect, test } from "vitest";
import { createBestRows } from "../../../../../main/features/importing/review/view/best-rows.ts";
import { createSortKeys } from "../../../../../main/features/importing/review/view/sort-keys.ts";

function keysOf(values: readonly string[], descending = false) {
  const keys = createSortKeys(values.length, { descending, language: "en" });
  for (const [index, value] of values.entries()) keys.add(index, value);
  return keys;
}

const ordered = (values: readonly string[], descending = false) =>
  [...keysOf(values, descending).order()].map((index) => values[index]);

test("numbers are ordered as numbers, with either decimal sign and with signs", () => {
  expect(ordered(["10", "9", "-5", "1.5", "1,25", "-10", "+3"])).toEqual([
    ...["-10", "-5", "1,25", "1.5", "+3", "9", "10"],
  ]);
});

test("days are ordered by day, however they are written", () => {
  expect(ordered(["03.02.1980", "1979-12-31", "1.1.2001", "1980-02-04"])).toEqual([
    ...["1979-12-31", "03.02.1980", "1980-02-04", "1.1.2001"],
  ]);
});

test("texts are ordered by the language, their numbers by size, rows of equal values as they stand", () => {
  const texts = ["Haus 10", "haus 9", "Ápfel", "Zebra", "apfel", "Haus 010", "émile"];
  expect(ordered(texts)).toEqual([
    ...["apfel", "Ápfel", "émile", "haus 9", "Haus 10", "Haus 010", "Zebra"],
  ]);
  expect([...keysOf(["b", "a", "b", "a"], true).order()]).toEqual([0, 2, 1, 3]);
});

const value = fc.oneof(
  fc.constantFrom("", " ", "12", "012", "12.5", "-3", "1980-02-03", "3.2.1980", "ß", "ss", "Ñu"),
  fc.string({ maxLength: 8, unit: "grapheme" }),
  fc.stringMatching(/^[a-c]{0,2}\d{1,3}$/),
);

test("the whole order and its first rows follow one and the same comparison", () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), fc.boolean(), (values, descending) => {
      const keys = keysOf(values, descending);
      const plain = [...values.keys()].sort(keys.compare);
      expect([...keys.order()]).toEqual(plain);
      const best = createBestRows(7, keys.compare);
      for (const index of values.keys()) best.add(index);
      expect([...best.rows()]).toEqual(plain.slice(0, 7));
      const blanks = values.filter((each) => each.trim() === "").length;
      expect(plain.slice(values.length - blanks).map((index) => values[index]?.trim())).toEqual(
        Array.from({ length: blanks }, () => ""),
      );
    }),
  );
});
