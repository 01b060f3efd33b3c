import fc from "fast-check";
import { expect, test } from "vitest";
import { partsFor } from "../../../main/pipeline/delivery/line/sizes.ts";

test("a batch goes as it is where it is smaller than what was refused, else in parts that are", () => {
  const sizes = fc
    .tuple(fc.integer({ min: 2, max: 10_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([refused, part]) => ({ refused, taken: Math.floor((refused - 1) * part) }));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000_000 }), sizes, (bytes, known) => {
      const count = partsFor(bytes, known);
      if (bytes < known.refused) expect(count).toBe(1);
      else expect(bytes / count).toBeLessThan(known.refused);
    }),
  );
});

test("parts are about as large as what was taken, not many small ones", () => {
  expect(partsFor(100_000, { refused: 100_000, taken: 0 })).toBe(2);
  expect(partsFor(104_000, { refused: 100_000, taken: 51_000 })).toBe(2);
  expect(partsFor(100_000, { refused: 60_000, taken: 52_000 })).toBe(2);
  expect(partsFor(400_000, { refused: 60_000, taken: 52_000 })).toBe(7);
});
