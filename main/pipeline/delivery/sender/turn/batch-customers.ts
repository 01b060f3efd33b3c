import { normalKey } from "../../../../records/customers/keys.ts";
import type { BatchPayload } from "../../../../records/imports/batches/payload.ts";

/** By what the platform finds the customers of a batch: the code, else the card number. */
export interface BatchCustomers {
  /** Codes and card numbers, as they are compared. */
  readonly keys: ReadonlySet<string>;
  /**
   * "code": every row has one; "card": no row has one, every row has a card number; "mixed": some
   * rows may be of any customer, as far as the list tells.
   */
  readonly by: "code" | "card" | "mixed";
}

/** Pure. */
export function customersOf({ fields, rows }: BatchPayload): BatchCustomers {
  const code = fields.indexOf("code");
  const card = fields.indexOf("card_number");
  const keys = new Set<string>();
  let byCode = 0;
  let byCard = 0;
  for (const { values } of rows) {
    const [first, second] = [normalKey(values[code] ?? ""), normalKey(values[card] ?? "")];
    if (first !== "") keys.add(first);
    if (second !== "") keys.add(second);
    if (first !== "") byCode += 1;
    else if (second !== "") byCard += 1;
  }
  const by = byCode === rows.length ? "code" : byCard === rows.length ? "card" : "mixed";
  return { keys, by };
}

/** Whether a customer stands in both for certain. */
export function shareCustomer(one: BatchCustomers, other: BatchCustomers): boolean {
  const [few, many] = one.keys.size < other.keys.size ? [one, other] : [other, one];
  for (const key of few.keys) if (many.keys.has(key)) return true;
  return false;
}

/**
 * Whether no customer can stand in both. Of a row that gives a code and one that gives a card number
 * alone nobody knows: the card may be that customer's, or become it by the row.
 */
export function areApart(one: BatchCustomers, other: BatchCustomers): boolean {
  return one.by !== "mixed" && one.by === other.by && !shareCustomer(one, other);
}
