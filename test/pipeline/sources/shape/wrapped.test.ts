import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const HEAD = "Card Number,First Name,Email\n";
const ROW = (n: number) => `700000${n},Ann ${n},a${n}@example.com`;

test.each([
  ["one of them", `${HEAD}${ROW(1)}\n${ROW(2)}\n"${ROW(3)}"\n${ROW(4)}\n`],
  [
    "with quotes inside",
    `${HEAD}${ROW(1)}\n${ROW(2)}\n"7000003,""Ann 3"",a3@example.com"\n${ROW(4)}\n`,
  ],
  ["the last one", `${HEAD}${ROW(1)}\n${ROW(2)}\n${ROW(3)}\n"${ROW(4)}"\n`],
])("lines in quotes as a whole are read as rows: %s", async (_, list) => {
  const judged = await judge(list);
  expect(judged.values.map(({ card_number, email }) => [card_number, email])).toEqual(
    [1, 2, 3, 4].map((n) => [`700000${n}`, `a${n}@example.com`]),
  );
  expect(codes(judged)).toEqual(["lines-in-quotes"]);
});

test.each([
  [
    "values with separators in quotes",
    `${HEAD}7000001,"Lake, Ann",a@example.com\n${ROW(2)}\n${ROW(3)}\n`,
  ],
  ["a single column of quoted text", 'Name\n"Lake, Ann"\n"Hill, Ben"\n"Moor, Cat"\n'],
])("nothing is told of %s", async (_, list) => {
  expect(codes(await judge(list))).toEqual([]);
});

test.each(["sep=;\nA;1\n2;3\n", "A;1\n2;3\n", "X,7\nY,8\n9,10\n"])(
  "a list of %j keeps rows below its headers",
  async (list) => {
    const judged = await judge(list);
    expect(judged.reading.headerRow).toBe(1);
  },
);
