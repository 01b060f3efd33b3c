import { expect, test } from "vitest";
import { codes, judge } from "../../sources/shape/judged.ts";

async function keys(...values: readonly string[]) {
  return await judge(
    `Card Number,First Name\n${values.map((each, at) => `${each},Ann${at}\n`).join("")}`,
  );
}

test.each([
  [["00123", "00456", "789"], [4]],
  [["0012345", "0098765", "7654321", "55501"], [5]],
  [
    ["0100", "0200", "0300", "1400", "500", "60"],
    [6, 7],
  ],
])("keys that lost their zeros among padded ones are told: %s", async (values, rows) => {
  const list = await keys(...values);
  const found = list.findings.find(({ code }) => code === "zeros-lost");
  expect(found).toMatchObject({ rows, column: "Card Number" });
});

test.each([
  [["123", "4567", "89"]],
  [["00123", "00456", "78901"]],
  [["00123", "0456", "789"]],
  [["00123", "456", "789", "12"]],
  [["00123", "00456", "A789"]],
])("keys of any length stay quiet: %s", async (values) => {
  expect(codes(await keys(...values))).toEqual([]);
});

async function postal(header: string, ...rows: readonly string[]) {
  return await judge(
    `Card Number,First Name,${header}\n${rows.map((each, at) => `${7_000_001 + at},Ann${at},${each}\n`).join("")}`,
  );
}

test.each([
  ["Zip", ["02134", "2134", "10001", "07030", "90210-1234"], [3]],
  ["Zip", ["02134-1234", "601", "07030", "10001"], [3]],
  ["Zip,Country", ["01067,DE", "4109,DE", "1010,AT", "04229,DE", "8020,AT"], [3]],
] as const)("postal codes that lost their zeros are told: %s %s", async (header, rows, told) => {
  const list = await postal(header, ...rows);
  expect(list.findings.find(({ code }) => code === "postal-zeros-lost")).toMatchObject({
    rows: told,
  });
});

test.each([
  ["Zip,Country", ["01067,DE", "04109,DE", "1010,AT", "8020,AT"]],
  ["Zip", ["10115", "8001", "1010", "80331"]],
  ["Postcode", ["SW1A 1AA", "02134", "01067", "2134"]],
  ["Zip", ["02134", "07030", "10001", "90210"]],
] as const)("other postal codes stay quiet: %s %s", async (header, rows) => {
  expect(codes(await postal(header, ...rows))).toEqual([]);
});
