import { expect, test } from "vitest";
import {
  identifyCustomer,
  type LinkedRow,
} from "../../../main/records/customers/customer-identity.ts";

const ARRIVED: LinkedRow["facts"] = {
  arrived: "sure",
  duplicates: "update",
  created: "some",
  revertedOrder: null,
};

function row(code: string, card: string, more: Partial<LinkedRow["facts"]> = {}): LinkedRow {
  return { identity: { code, card }, facts: { ...ARRIVED, ...more } };
}

const of = (...rows: readonly LinkedRow[]) => {
  const answer = identifyCustomer(rows);
  return answer.kind === "one" ? `one ${answer.code}`.trim() : "unclear";
};

test("rows that name the code are one customer's, whatever became of the card", () => {
  expect(of(row("A", "1"), row("A", ""), row("A", "2"))).toBe("one A");
  expect(of(row("", "1"), row("", "1"))).toBe("one");
});

test("a card that stood with the code is the customer's as long as they have it", () => {
  expect(of(row("A", "1"), row("", "1"), row("A", ""))).toBe("one A");
  expect(of(row("A", "1"), row("A", "2"), row("", "1"))).toBe("unclear");
  expect(of(row("A", "1"), row("A", "", { duplicates: "yes" }), row("", "1"))).toBe("unclear");
  expect(of(row("A", "1"), row("A", "2", { arrived: "maybe" }), row("", "2"))).toBe("unclear");
});

test("who was known by the card alone may get a code, unless it is a new customer's", () => {
  expect(of(row("", "1"), row("A", "1", { created: "none" }))).toBe("one A");
  // Of a batch with some new customers nobody knows whether this one is among them.
  expect(of(row("", "1"), row("A", "1"))).toBe("unclear");
  expect(of(row("", "1"), row("A", "1", { created: "all" }))).toBe("unclear");
  expect(of(row("", "1"), row("A", ""), row("A", "1"))).toBe("unclear");
  expect(of(row("A", ""), row("", "1"), row("A", "1"))).toBe("unclear");
  expect(of(row("A", "1"), row("", "1", { created: "all" }), row("A", ""))).toBe("unclear");
});

test("one card with two codes belongs to nobody in particular", () => {
  expect(of(row("A", "1"), row("B", "1"))).toBe("unclear");
});
