import { expect, test } from "vitest";
import type { Connection } from "../../../preload/types.ts";
import {
  keyState,
  missingTexts,
  sameValues,
  toInput,
  toValues,
} from "../../../renderer/connections/form-values.ts";

const shop = {
  name: "Shop",
  url: "https://api.example.com/v1",
  userId: "u",
  accountId: "a",
  hasKey: true,
  settings: { batchRows: 50 },
} as unknown as Connection;

test("a key that is kept goes to no other address and to no other account", () => {
  const values = toValues(shop, 100);
  expect(keyState(shop, values)).toBe("kept");
  expect(keyState(shop, { ...values, url: " https://api.example.com/v1?x=1 " })).toBe("kept");
  expect(keyState(shop, { ...values, url: "https://api.example.com/v2" })).toBe("moved");
  expect(keyState(shop, { ...values, url: "https://evil.example/v1" })).toBe("moved");
  expect(keyState(shop, { ...values, url: "http://api.example.com/v1" })).toBe("moved");
  expect(keyState(shop, { ...values, accountId: "b" })).toBe("moved");
  expect(keyState({ ...shop, hasKey: false }, values)).toBe("none");
  expect(keyState(null, values)).toBe("none");
});

test("every text has to be there, the key only where none is kept", () => {
  const empty = toValues(null, 100);
  expect(missingTexts(empty, false)).toEqual(["name", "url", "userId", "accountId", "apiKey"]);
  expect(missingTexts({ ...empty, name: "  " }, true)).toEqual([
    "name",
    "url",
    "userId",
    "accountId",
  ]);
  expect(missingTexts(toValues(shop, 100), true)).toEqual([]);
});

test("a new connection begins with the batch size that holds for all, an old one keeps its own", () => {
  expect(toValues(null, 75).settings.batchRows).toBe(75);
  expect(toValues(shop, 75).settings.batchRows).toBe(50);
});

test("a key that nobody entered is not sent as an empty one", () => {
  const values = toValues(shop, 100);
  expect(toInput(1, values).apiKey).toBeNull();
  expect(toInput(1, { ...values, apiKey: "k" }).apiKey).toBe("k");
});

test("what was entered and taken back again is no change", () => {
  const values = toValues(shop, 100);
  expect(sameValues(values, toValues(shop, 100))).toBe(true);
  expect(sameValues(values, { ...values, userId: "v" })).toBe(false);
});
