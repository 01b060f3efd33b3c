import { expect, test } from "vitest";
import { codes, judge } from "../../sources/shape/judged.ts";

const list = (cards: readonly string[], header = "Card Number") =>
  `${header},First Name,Email\n${cards.map((card, at) => `${card},Ann,ann${at}@example.com\n`).join("")}`;
const many = (count: number, card: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => card(at));

test.each([
  ["eight cards of 16 digits", many(8, (at) => `${634567890123400 + at * 71}0`), "Card Number"],
  [
    "cards of 19 digits that end in four zeros",
    many(6, (at) => `${627391234567800 + at * 13}0000`),
    "Card Number",
  ],
  ["cards in groups of four", many(5, (at) => `6273 9123 4567 ${800 + at}0`), "Card Number"],
  [
    "customer codes, shorter ones among them",
    [...many(5, (at) => `${100000000000000 + at * 31}0`), "12345"],
    "Customer Code",
  ],
])("digits that a spreadsheet program cut are told: %s", async (_, cards, header) => {
  const judged = await judge(list(cards, header));
  expect(judged.findings).toMatchObject([{ code: "digits-cut", column: header }]);
});

test.each([
  ["cards of 13 digits whose check digit is 0", many(20, (at) => `629104150${100 + at}0`)],
  ["round numbers of 15 digits", many(20, (at) => `${100000000000 + at}000`)],
  [
    "one card that ends in another digit",
    [...many(10, (at) => `${634567890123400 + at}0`), "6345678901234567"],
  ],
  ["three cards", many(3, (at) => `${634567890123400 + at}0`)],
  ["one card again and again", many(9, () => "6345678901234560")],
])("nothing is told of %s", async (_, cards) => {
  expect(codes(await judge(list(cards)))).toEqual([]);
});

test("a .0 behind whole codes is taken off with a note", async () => {
  const judged = await judge(
    "Customer Code,First Name,Postal Code\n8001.0,Ann,8001.0\n8002.0,Ben,8002.0\n",
  );
  expect(judged.values.map(({ code, postal_code }) => [code, postal_code])).toEqual([
    ["8001", "8001"],
    ["8002", "8002"],
  ]);
});
