import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createVault } from "../../../main/records/vault/vault.ts";

test("the keyed hash is HMAC-SHA-256, cut to 16 bytes, for any text", () => {
  const key = randomBytes(32);
  const vault = createVault(key);
  const hashKey = Buffer.from(hkdfSync("sha256", key, "", "loyalty-importer hash", 32));
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const expected = createHmac("sha256", hashKey).update(text, "utf8").digest();
      expect(vault.hash(text)).toEqual(expected.subarray(0, 16));
    }),
  );
});
