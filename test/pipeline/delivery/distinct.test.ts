import fc from "fast-check";
import { expect, test } from "vitest";
import { createDistinct } from "../../../main/pipeline/delivery/enqueue/distinct.ts";

test("keys are found to repeat, or not, as a set finds it", () => {
  const hash = (value: number) => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(
      0,
      (BigInt(value) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn,
    );
    return bytes;
  };
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 200 }), (keys) => {
      const distinct = createDistinct();
      for (const key of keys) distinct.add([hash(key)]);
      expect(distinct.verdict()).toBe(new Set(keys).size === keys.length);
    }),
  );
  const many = createDistinct();
  for (let key = 1; key <= 100_000; key++) many.add([hash(key)]);
  expect(many.verdict()).toBe(true);
  many.add([hash(77_777)]);
  expect(many.verdict()).toBe(false);
  const keyless = createDistinct();
  keyless.add([]);
  expect(keyless.verdict()).toBe(false);
});
