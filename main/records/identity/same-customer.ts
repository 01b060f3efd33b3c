import type { FieldName } from "../../../preload/fields.ts";

/** The keys by which the platform tells customers apart; "" where a row has none. */
export interface Identity {
  readonly code: string;
  readonly card: string;
}

export function identityReader(fields: readonly FieldName[]) {
  const code = fields.indexOf("code");
  const card = fields.indexOf("card_number");
  const value = (values: readonly string[], place: number) =>
    place < 0 ? "" : (values[place] ?? "").trim();
  return (values: readonly string[]): Identity => ({
    code: value(values, code),
    card: value(values, card),
  });
}

/**
 * Whether two rows speak of one customer: by code where both have one, else by card number.
 * "unclear": the same card number with different codes.
 */
export function sameCustomer(a: Identity, b: Identity): "yes" | "no" | "unclear" {
  const sameCard = a.card !== "" && a.card === b.card;
  if (a.code === "" || b.code === "") return sameCard ? "yes" : "no";
  if (a.code === b.code) return "yes";
  return sameCard ? "unclear" : "no";
}
