import { expect, test } from "vitest";
import { codes, judge } from "../../sources/shape/judged.ts";

async function column(header: string, values: readonly string[]) {
  const rows = values.map((each, at) => `"${each}",Ann${at},Lake${at}\n`);
  return await judge(`${header},First Name,Last Name\n${rows.join("")}`);
}

test.each([
  ["Card Number", ["8.001", "8.002", "9.417"], [2, 3, 4]],
  ["Code", ["8,001", "12,400"], [2, 3]],
  ["Kundennummer", ["8.001", "8002", "977"], [2]],
  ["Code", ["1'204", "12'005", "77"], [2, 3]],
  ["Card Number", ["1 204", "12 005", "7"], [2, 3]],
  ["Code", ["1.204.377", "2.204.112"], [2, 3]],
] as const)("marks between thousands of a %s are told: %s", async (header, values, rows) => {
  const { findings } = await column(header, values);
  const found = findings.find(({ code }) => code === "numbers-grouped");
  expect(found).toMatchObject({ rows, column: header });
});

test.each([
  ["Card Number", ["1.1", "8.001", "2.5"]],
  ["Code", ["001.204", "002.377"]],
  ["Code", ["A.001", "8.001", "8.002"]],
  ["Code", ["2024.001", "2024.002"]],
  ["Card Number", ["600 123 456", "600 123 457"]],
  ["Code", ["8.001-2", "8.002-1"]],
] as const)("marks that belong to a %s are not told: %s", async (header, values) => {
  expect(codes(await column(header, values))).not.toContain("numbers-grouped");
});

test.each([
  ["PLZ", ["8.001", "3.011", "8.048"], ["numbers-grouped"]],
  ["PLZ", ["8001", "3011", "8048"], []],
  ["Code postal", ["75 001", "69 002", "1 000"], []],
] as const)("of postal codes as well: %s %s", async (header, values, told) => {
  const rows = values.map((each, at) => `${7001 + at};Ann;${each}\n`);
  expect(codes(await judge(`Card Number;First Name;${header}\n${rows.join("")}`))).toEqual(told);
});

test.each([
  [["K-100", "К-101", "K-102"], [3]],
  [["AB1", "AB2", "ΑΒ3", "CD4"], [4]],
  [["КМ1", "АВ2", "AB3"], [4]],
  [["100M", "101М", "102M"], [3]],
])("keys in letters that only look alike are told: %s", async (values, rows) => {
  const { findings } = await column("Code", values);
  expect(findings.find(({ code }) => code === "letters-alike")).toMatchObject({ rows });
});

test.each([
  [["АБ-1", "VIP-2", "АБ-3"]],
  [["АБ-1", "КМ-2", "Ж-3"]],
  [["KD-1", "MC-2"]],
  [["КД-1", "KD-2"]],
  [["7001", "7002"]],
])("keys of one alphabet, or of two, are not: %s", async (values) => {
  expect(codes(await column("Code", values))).not.toContain("letters-alike");
});

test("keys such as 2.0 stay among others with decimals", async () => {
  const list = await column("Card Number", ["1.1", "2.0", "3.5"]);
  expect(list.values.map((each) => each.card_number)).toEqual(["1.1", "2.0", "3.5"]);
  const whole = await column("Card Number", ["7001.0", "7002.0"]);
  expect(whole.values.map((each) => each.card_number)).toEqual(["7001", "7002"]);
});

test.each([
  [["cat_wood", "annlake77", "benhill"], ["column-unlike-header"]],
  [["annlake", "benhill", "catwood"], ["column-unlike-header"]],
  [["ann", "ben", "cat"], ["column-unlike-header"]],
  [["GOLD", "VIP", "GOLD", "GOLD", "VIP", "BASIC"], []],
  [["Ann Lake", "Ben Hill", "Cat Wood"], []],
  [["Ann", "Ben", "Cat"], []],
])("a Name of user names that goes nowhere is told: %s", async (names, told) => {
  const rows = names.map((each, at) => `${7001 + at},${each},a${at}@example.com\n`);
  expect(codes(await judge(`Card Number,Name,Email\n${rows.join("")}`))).toEqual(told);
});

test.each([
  [["01 23 45 67 89 / 06 12 34 56 78", "01 23 45 67 90 / 06 12 34 56 79"], "01 23 45 67 89"],
  [["555-0101 (home), 555-0102 (work)", "555-0103 (home), 555-0104 (work)"], "555-0101"],
  [["Telefon: 030 1234567", "Telefon: 030 1234568"], "030 1234567"],
])(
  "a column with more than one number in each cell is one of phones: %s",
  async (phones, first) => {
    const rows = phones.map((each, at) => `${7001 + at};Ann;${each}\n`);
    const list = await judge(`Card Number;First Name;Phone\n${rows.join("")}`);
    expect(list.values[0]?.phone).toBe(first);
    expect(codes(list)).not.toContain("column-unlike-header");
  },
);

test.each([[["see the notes of 2024", "ask for Ann"]], [["Lake, Ann; Hill, Ben", "none yet"]]])(
  "a column of texts is none: %s",
  async (texts) => {
    const rows = texts.map((each, at) => `${7001 + at},Ann,"${each}"\n`);
    const list = await judge(`Card Number,First Name,Phone\n${rows.join("")}`);
    expect(list.values[0]?.phone).toBeUndefined();
  },
);
