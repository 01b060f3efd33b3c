import fc from "fast-check";
import { expect, test } from "vitest";
import { createAmountSum } from "../../../main/pipeline/batches/amounts.ts";

test("amounts add up exactly to the hundredth, as often as their rows go", () => {
  const amount = fc.record({
    hundredths: fc.nat(1_000_000_000),
    times: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 40 }), (amounts) => {
      const sum = createAmountSum();
      for (const { hundredths, times } of amounts) {
        const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
        sum.add(["code", "auto_add"], ["X", text], times);
      }
      const wanted = amounts.reduce((all, { hundredths, times }) => all + hundredths * times, 0);
      const told = sum.total();
      expect(Math.round(Number(told.sum) * 100)).toBe(wanted);
      expect(told.rows).toBe(
        amounts.reduce((all, { hundredths, times }) => all + (hundredths > 0 ? times : 0), 0),
      );
    }),
  );
});

test("names of products, empty cells and lists without amounts add nothing", () => {
  const sum = createAmountSum();
  sum.add(["code", "auto_add"], ["1", "Coffee"]);
  sum.add(["code", "auto_add"], ["2", ""]);
  sum.add(["code", "auto_add"], ["3", "0.00"]);
  sum.add(["code", "first_name"], ["4", "12"]);
  expect(sum.total()).toEqual({ rows: 0, sum: "0" });
  sum.add(["code", "auto_add"], ["5", "12.5"]);
  expect(sum.total()).toEqual({ rows: 1, sum: "12.50" });
});
