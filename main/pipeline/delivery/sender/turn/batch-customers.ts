import { normalKey } from "../../../../records/customers/keys.ts";
import { cellText, eachCell, eachRow } from "../../../../records/imports/batches/packed-rows.ts";
import { readFields } from "../../../../records/imports/batches/payload.ts";

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

/** Reads no other cells. Pure. @param json the rows as they are kept */
export function customersOf(json: Buffer): BatchCustomers {
  const fields = readFields(json);
  const text = json.toString("latin1");
  const codes = keysIn(json, text, fields.indexOf("code"));
  const cards = keysIn(json, text, fields.indexOf("card_number"));
  const keys = new Set<string>();
  let rows = 0;
  let byCode = 0;
  let byCard = 0;
  eachRow(text, (row) => {
    const [first = "", second = ""] = [codes[row], cards[row]];
    if (first !== "") keys.add(first);
    if (second !== "") keys.add(second);
    if (first !== "") byCode += 1;
    else if (second !== "") byCard += 1;
    rows += 1;
  });
  const by = byCode === rows ? "code" : byCard === rows ? "card" : "mixed";
  return { keys, by };
}

/** The values of a column, as they are compared, by row. */
function keysIn(json: Buffer, text: string, place: number): readonly string[] {
  const keys: string[] = [];
  if (place < 0) return keys;
  eachCell(text, place, (row, from, to) => {
    keys[row] = normalKey(cellText(json, from, to));
  });
  return keys;
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
