import { expect, test } from "vitest";
import { codes, judge } from "../sources/shape/judged.ts";

/** A list whose last column has this header over these values. */
async function column(header: string, ...values: readonly string[]) {
  const rows = values.map((value, at) => `${7_000_001 + at},p${at}@example.com,${value}\n`);
  return await judge(`Card Number,E-mail,${header}\n${rows.join("")}`);
}

test.each([
  ["Zip", "Bath", "Reno", "York"],
  ["PLZ", "Bonn", "Köln", "Trier"],
  ["City", "22", "23", "24"],
  ["Apellidos", "11", "12", "13"],
  ["Vorname", "a@x.com", "b@x.com", "c@x.com"],
  ["Indirizzo", "b@x.com", "c@x.com", "d@x.com"],
  ["Customer ID", "Ann Lake", "Ben Hill", "Cat Wood"],
  ["Mobil", "cat@x.com", "dan@x.com", "eva@x.com"],
  ["Cell", "A4", "B7", "C9"],
])("what cannot be %s is left out and told", async (header, ...values) => {
  const list = await column(header, ...values);
  expect(list.findings).toMatchObject([{ code: "column-unlike-header", column: header }]);
});

test.each([
  ["State", "Active", "Inactive", "Blocked"],
  ["Country", "44", "44", "44"],
  ["Mobile", "yes", "no", "yes"],
  ["Cell", "", "", ""],
  ["Zip", "10115", "", "none"],
  ["City", "22", "Bath", "Reno"],
])("columns that may mean something else or are filled as usual stay quiet: %s", async (...all) => {
  const [header = "", ...values] = all;
  expect(codes(await column(header, ...values))).not.toContain("column-unlike-header");
});

test("an address under phones and phones under addresses are told, whatever the header is called", async () => {
  const list = await judge(
    "Card,First,Mail,Phone\n7001,Cat,555-010-1236,cat@x.com\n7002,Dan,555-010-1237,dan@x.com\n",
  );
  expect(list.findings).toMatchObject([
    { code: "column-unlike-header", column: "Mail" },
    { code: "column-unlike-header", column: "Phone" },
  ]);
});

test("a second phone that is none is left out without a word", async () => {
  const list = await judge(
    "Card,First,Phone,Mobile\n7001,Cat,555-010-1236,see above\n7002,Dan,555-010-1237,no phone\n",
  );
  expect(codes(list)).not.toContain("column-unlike-header");
});
