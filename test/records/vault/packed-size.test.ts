import { randomBytes } from "node:crypto";
import { deflateSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packedSize } from "../../../main/records/vault/packed-size.ts";
import { createVault } from "../../../main/records/vault/vault.ts";

/** Around the sizes from which a header writes them otherwise. */
const size = fc.oneof(fc.nat(600), fc.integer({ min: 65_000, max: 67_000 }), fc.nat(400_000));

test("what is packed says how many bytes it holds, or nothing of it", () => {
  const vault = createVault(randomBytes(32));
  fc.assert(
    fc.property(size, fc.boolean(), (length, random) => {
      const plain = random ? randomBytes(length) : Buffer.alloc(length, "ab");
      expect([length, null]).toContain(packedSize(zstdCompressSync(plain)));
      expect(vault.openPacked(vault.sealPacked(plain)).equals(plain)).toBe(true);
    }),
  );
});

test("nothing is told of what is no such frame", () => {
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(4), deflateSync("text"), randomBytes(3)]) {
    expect(packedSize(bytes)).toBeNull();
  }
  const cut = zstdCompressSync(Buffer.alloc(100_000)).subarray(0, 6);
  expect(packedSize(cut)).toBeNull();
});
