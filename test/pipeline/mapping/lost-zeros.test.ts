import { expect, test } from "vitest";
import { codes, judge } from "../sources/shape/judged.ts";

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
