import fc from "fast-check";
import { expect, test } from "vitest";
import { nextTryAt } from "../../main/delivery/backoff.ts";
import { createDistinct } from "../../main/delivery/distinct.ts";

const MINUTES_5 = 300_000;
const DAY = 86_400_000;

test("the wait is drawn from nothing to twice the last ceiling, up to five minutes", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (failures, draw) => {
        const wait = nextTryAt(0, failures, null, () => draw);
        expect(wait).toBeGreaterThanOrEqual(100);
        expect(wait).toBeLessThanOrEqual(
          Math.min(MINUTES_5, Math.max(100, 1000 * 2 ** (failures - 1))),
        );
      },
    ),
  );
  expect(nextTryAt(7, 3, null, () => 0.5)).toBe(7 + 2000);
});

test("never before the time that the server asked for, but for one that asks for years", () => {
  expect(nextTryAt(0, 1, 60_000, () => 0)).toBe(60_000);
  expect(nextTryAt(0, 20, 1000, () => 0.999)).toBeGreaterThan(200_000);
  expect(nextTryAt(0, 1, 1e12, () => 0)).toBe(DAY);
});

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
