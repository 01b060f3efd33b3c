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

test.each([
  ["commas below semicolons", "Karte;Vorname;Ort", [0, 1, 2].map((n) => `"50${n},Uta,Ulm"`)],
  ["semicolons below commas", "Card,First,City", [0, 1, 2].map((n) => `"50${n};Uta;Ulm"`)],
  ["bars below a tab", "Card\tFirst\tCity", [0, 1, 2].map((n) => `"50${n}|Uta|Ulm"`)],
  ["semicolons below a quoted header", '"Card,First,City"', [0, 1].map((n) => `"50${n};Uta;Ulm"`)],
])("lines in quotes are cut by their own separator: %s", async (_, header, rows) => {
  const judged = await judge(`${header}\n${rows.join("\n")}\n`);
  expect(judged.values.map(({ card_number, city }) => `${card_number} ${city}`)).toEqual(
    rows.map((_row, n) => `50${n} Ulm`),
  );
  expect(codes(judged).toSorted()).toEqual(["header-separated-otherwise", "lines-in-quotes"]);
});

test("a title above lines in quotes leaves them rows, with headers or without", async () => {
  const rows = '"101,Ann,Lake"\n"102,Ben,Hill"\n"103,Cat,Wood"\n';
  const named = await judge(`Customers\n"Card,First,Last"\n${rows}`);
  expect(named.values.map(({ last_name }) => last_name)).toEqual(["Lake", "Hill", "Wood"]);
  expect(codes(named)).toEqual(["lines-in-quotes"]);
  const bare = await judge(`Liste\n${rows}`);
  expect(codes(bare)).toEqual(expect.arrayContaining(["lines-in-quotes", "headers-are-values"]));
});

test.each([
  ["tags", 'Tags\n"gold,vip,shop"\n"new,web,mail"\n"gold,web,shop"\n'],
  ["addresses", 'Address\n"1 Elm St,Reno,NV"\n"2 Oak St,Elko,NV"\n"3 Fir St,Reno,NV"\n'],
  ["amounts", 'Sum\n"1,250,000"\n"2,250,000"\n"3,100,000"\n'],
])("a single column of texts with commas stays one: %s", async (_, list) => {
  const judged = await judge(list);
  expect(judged.reading.columns).toHaveLength(1);
});

const QUOTED = "501,Uta,2 Elm St,Reno\n502,Ole,3 Elm St,Elko\n503,Eva,4 Elm St,Reno\n";

test.each(["“Street, no.”", "„Street, no.“", "«Street, no.»", "»Street, no.«", "‚Street, no.‘"])(
  "a header in typographic quotes is one with the separator in it: %s",
  async (header) => {
    const judged = await judge(`Card,First,${header},City\n${QUOTED}`);
    expect(judged.values.map(({ city }) => city)).toEqual(["Reno", "Elko", "Reno"]);
    expect(codes(judged)).toEqual([]);
  },
);

test("values in typographic quotes that hold the separator are one, and are told", async () => {
  const one = await judge(`Card,First,Street,City\n${QUOTED}504,Dan,“12 Main St, Apt 4”,Yuma\n`);
  expect(one.values.at(-1)).toMatchObject({ street1: "12 Main St, Apt 4", city: "Yuma" });
  expect(one.findings).toMatchObject([{ code: "values-in-typographic-quotes", rows: [5] }]);
  const all = await judge(
    `Card,First,Street,City\n${QUOTED.replaceAll(/(\d Elm) St/g, "«$1, Apt 4»")}`,
  );
  expect(all.values.map(({ city }) => city)).toEqual(["Reno", "Elko", "Reno"]);
  expect(codes(all)).toEqual(["values-in-typographic-quotes"]);
});

test("typographic quotes that are not closed join nothing", async () => {
  const judged = await judge(`Card,First,Street,City\n${QUOTED}504,“Dan,5 Elm St,Yuma\n`);
  expect(codes(judged)).toEqual([]);
  expect(judged.values.at(-1)).toMatchObject({ street1: "5 Elm St", city: "Yuma" });
});
