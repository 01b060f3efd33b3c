import { expect, test } from "vitest";
import { giveBack } from "../../main/common/give-back.ts";

test("bytes are empty once their memory is given back", () => {
  const bytes = new Uint8Array(4000).fill(7);
  giveBack(bytes);
  expect(bytes.length).toBe(0);
});

test("what lies together with others stays", () => {
  const bytes = Buffer.from("one of many");
  const beside = Buffer.from("another");
  expect(bytes.buffer).toBe(beside.buffer);
  giveBack(bytes);
  expect(bytes.toString()).toBe("one of many");
  expect(beside.toString()).toBe("another");
});
