import { expect, test } from "vitest";
import { createShortHash } from "../../main/customers/short-hash.ts";

/** The reference's key 00 01 ... 0f; its vectors of even lengths, as our texts are 16 bits a unit. */
const hash = createShortHash(Uint8Array.from({ length: 16 }, (_, byte) => byte));

test.each([
  [0, "726fdb47dd0e0e31"],
  [2, "0d6c8009d9a94f5a"],
  [4, "cf2794e0277187b7"],
  [6, "cbc9466e58fee3ce"],
  [8, "93f5f5799a932462"],
])("the reference's vector of %i bytes comes out", (length, expected) => {
  const bytes = Buffer.from(Array.from({ length }, (_, byte) => byte));
  hash(bytes.toString("utf16le"));
  const words = [...hash.out].map((word) => word.toString(16).padStart(8, "0"));
  expect(words.join("")).toBe(expected);
});
