import { expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

const LINES = [
  "Card Number,First Name,Last Name",
  "7000001,Ann,O'Lake",
  "7000002,Ben,Hill",
  "7000003,Cat,Moor",
];
const KEYS = ["7000001", "7000002", "7000003"];
const around = (open: string, close: string, lines: readonly string[] = LINES) =>
  lines.map((line) => `${open}${line}${close}\n`).join("");

test.each([
  ["single quotes", around("'", "'")],
  ["single quotes, but for the header", `${LINES[0]}\n${around("'", "'", LINES.slice(1))}`],
  [
    "single quotes, with another separator",
    around(
      "'",
      "'",
      LINES.map((line) => line.replaceAll(",", ";")),
    ),
  ],
  ["typographic quotes", around("„", "“")],
  ["guillemets", around("«", "»")],
  ["brackets", around("[", "]")],
  ["single quotes with another separator behind", around("'", "';")],
  ["single quotes with their separator behind", around("'", "',")],
])("lines that stand in %s as a whole are read as rows", async (_, list) => {
  const judged = await judge(list);
  expect(judged.values).toEqual(
    LINES.slice(1).map((line) => {
      const [card_number, first_name, last_name] = line.split(",");
      return { card_number, first_name, last_name };
    }),
  );
  expect(codes(judged)).toEqual(["lines-in-quotes"]);
});

test.each([
  ["a separator of another program behind every line", around("", ";")],
  ["a stroke behind every line", around("", "|")],
  ["several separators of another program behind every line", around("", ";;;")],
  ["one behind most lines", `${around("", ";", LINES.slice(0, 3))}${LINES[3]}\n`],
  [
    "backticks around each value",
    LINES.map(
      (line) =>
        `${line
          .split(",")
          .map((cell) => `\`${cell}\``)
          .join(",")}\n`,
    ).join(""),
  ],
])("%s is no part of the values", async (_, list) => {
  const judged = await judge(list);
  expect(judged.values.map(({ card_number }) => card_number)).toEqual(KEYS);
  expect(judged.values.map(({ last_name }) => last_name)).toEqual(["O'Lake", "Hill", "Moor"]);
  expect(codes(judged)).toEqual([]);
});

test.each([
  [
    "phone numbers in brackets in front",
    "Phone,First Name,Group\n(555) 010-1001,Ann,(new)\n(555) 010-1002,Ben,(old)\n",
    "(555) 010-1001",
  ],
  [
    "names that begin and end with an apostrophe",
    "First Name,City,Phone\n'Abd,Bath,5550101001\nOdd,Bern,5550101002'\n",
    "5550101001",
  ],
  [
    "a column that is empty at the end of every row",
    "Phone;First Name;\n5550101001;Ann;\n5550101002;Ben;\n",
    "5550101001",
  ],
])("%s is left as it is", async (_, list, phone) => {
  const judged = await judge(list);
  expect(judged.values[0]).toMatchObject({ phone });
  expect(codes(judged)).toEqual([]);
});
