import { expect, test } from "vitest";
import { findByText, phoneKey } from "../../../main/features/history/find-by-text.ts";
import { forgetCustomer } from "../../../main/features/privacy/forget/forget-customer.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { type UndoWorkshop, undoWorkshop } from "../rollback/workshop.ts";

async function twoImports(): Promise<UndoWorkshop> {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({
    fields: ["code", "card_number", "email", "phone"],
    rows: [
      ["0012", "4000123412341234", "Ana@Example.com", "+41 (0)79 555-01-01"],
      ["0013", "4000123412341235", "bea@example.com", "079 555 02 02"],
      ["AB-7", "4000123412341236", "cleo@example.com", "079 555 02 02"],
    ],
  });
  await shop.import({
    fields: ["card_number", "phone"],
    rows: [["4000123412341234", "0041 79 555.01.01"]],
  });
  return shop;
}

const find = (shop: UndoWorkshop, text: string, now?: () => number) =>
  findByText(shop.db(), shop.vault, { text }, now);

test.each([
  ["a code", "0012"],
  ["a code with a dash", "ab-7"],
  ["an e-mail in other letters", " ANA@example.com "],
  ["a card as it is printed", "4000 1234 1234 1234"],
  ["a card with dashes", "4000-1234-1234-1234"],
])("%s names its customer", async (_, text) => {
  const { customers, complete } = await find(await twoImports(), text);
  expect(complete).toBe(true);
  expect(customers).toHaveLength(1);
  const [customer = ""] = customers;
  expect([text.trim(), text.replaceAll(/[\s-]/g, "")]).toContain(customer);
});

test("a phone names whoever was sent with it, each once, however it is written", async () => {
  const shop = await twoImports();
  for (const text of ["+41795550101", "0041 (0)79 555 01 01"]) {
    expect(await find(shop, text), text).toEqual({
      customers: ["4000123412341234"],
      complete: true,
    });
  }
  expect((await find(shop, "079-555-02-02")).customers).toEqual(["0013", "AB-7"]);
});

test("nobody is named by a part, another number, a file's name or a forgotten customer", async () => {
  const shop = await twoImports();
  for (const text of [
    "001",
    "ana@",
    "example.com",
    "079 555 02",
    "march.csv",
    "---",
    "0795550303",
  ]) {
    expect(await find(shop, text), text).toEqual({ customers: [], complete: true });
  }
  forgetCustomer(shop.db(), shop.vault, {
    customer: "0013",
    confirm: true,
    includeQueue: false,
  });
  expect((await find(shop, "0013")).customers).toEqual([]);
  expect((await find(shop, "079 555 02 02")).customers).toEqual(["AB-7"]);
});

test("a phone is not looked for without end, which is said", async () => {
  let clock = 0;
  const now = () => (clock += 1000);
  expect(await find(await twoImports(), "+410795550999", now)).toEqual({
    customers: [],
    complete: false,
  });
});

test("a phone is its digits, international where it is written so", () => {
  expect(["+41 79 555", "0041-(0)79-555", "079/555.01"].map(phoneKey)).toEqual([
    "+4179555",
    "+4179555",
    "07955501",
  ]);
  expect(["12345", "ext 123456", "1".repeat(21), ""].map(phoneKey)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
