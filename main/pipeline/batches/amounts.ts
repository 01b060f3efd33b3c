import type { FieldName } from "../../../preload/fields.ts";
import type { AmountSum } from "../../../preload/types.ts";

const AMOUNT = /^(\d{1,15})(?:\.(\d{1,2}))?$/;

/**
 * Adds up the amounts of rows, of one list of fields or of several, exact to the hundredth. Names
 * of products and services add no amount.
 */
export function createAmountSum() {
  let rows = 0;
  let hundredths = 0n;
  return {
    /** @param times how often the same row goes */
    add(fields: readonly FieldName[], values: readonly string[], times = 1): void {
      const [, whole, decimals = ""] = AMOUNT.exec(values[fields.indexOf("auto_add")] ?? "") ?? [];
      if (whole === undefined) return;
      const amount = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, "0"));
      if (amount === 0n) return;
      rows += times;
      hundredths += amount * BigInt(times);
    },
    total(): AmountSum {
      const rest = hundredths % 100n;
      const decimals = rest === 0n ? "" : `.${String(rest).padStart(2, "0")}`;
      return { rows, sum: `${hundredths / 100n}${decimals}` };
    },
  };
}

export type AmountCounter = ReturnType<typeof createAmountSum>;
