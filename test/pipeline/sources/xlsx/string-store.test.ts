import { expect, test } from "vitest";
import { StringStore } from "../../../../main/pipeline/sources/xlsx/strings/string-store.ts";

/** Some 20 MB: six pieces of memory, most of which are kept compressed. */
const COUNT = 350_000;
const LONG_AT = 1000;

const textOf = (at: number): string => {
  if (at % LONG_AT === 0) return `${at} `.repeat(4 + (at % 7) * 500);
  return at % 3 === 0 ? `Zoë ${at} 東京` : `customer${at}.of-a-shop-with-a-long-name@shop.example`;
};

function filled(): StringStore {
  const store = new StringStore();
  for (let at = 0; at < COUNT; at += 1) store.add(textOf(at));
  return store;
}

const wrong = (store: StringStore, places: Iterable<number>): number[] =>
  [...places].filter((at) => store.get(at) !== textOf(at));

function* order(step: number, times: number): Generator<number> {
  for (let turn = 0, at = 0; turn < times; turn += 1, at = (at + step) % COUNT) yield at;
}

test("millions of strings are found in their order, with the first ones in between", () => {
  const store = filled();
  expect(store.count).toBe(COUNT);
  expect(wrong(store, order(1, COUNT))).toEqual([]);
  const between = [...order(7, 20_000)].flatMap((at) => [at, at % 50]);
  expect(wrong(store, between)).toEqual([]);
});

test("strings that are named in any other order are found too", () => {
  const store = filled();
  expect(wrong(store, order(COUNT - 1, 5_000))).toEqual([]);
  expect(wrong(store, order(133_319, 20_000))).toEqual([]);
});
