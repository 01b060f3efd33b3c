import type { Duplicates } from "../../../preload/types.ts";
import type { Identity } from "../identity/same-customer.ts";
import type { Arrived } from "../imports/arrivals/sending.ts";

/** A row that shares a code or a card number with others, directly or by a third. */
export interface LinkedRow {
  readonly identity: Identity;
  /** Of its batch. */
  readonly facts: {
    readonly arrived: Arrived;
    readonly duplicates: Duplicates;
    readonly created: "all" | "none" | "some";
    readonly revertedOrder: number | null;
  };
}

/** Whether linked rows are all of one customer, and by which code the platform knows them. */
export type CustomerIdentity =
  | { readonly kind: "one"; readonly code: string }
  /** They may be of several customers: nothing of them is touched. */
  | { readonly kind: "unclear" };

const UNCLEAR: CustomerIdentity = { kind: "unclear" };

/**
 * Decides whether rows speak of one customer: the platform finds a customer by the code, else by
 * the card number, and cards change hands. Pure; rather says "unclear" than yes.
 * @param rows in the order of sending, those that never went out left out
 */
export function identifyCustomer(rows: readonly LinkedRow[]): CustomerIdentity {
  const code = rows.find(({ identity }) => identity.code !== "")?.identity.code ?? "";
  // One card with two codes: the card passed on, or the customer got another code.
  if (rows.some(({ identity }) => identity.code !== "" && identity.code !== code)) return UNCLEAR;
  const byCard = rows.some((row) => row.identity.code === "");
  if (code === "" || !byCard) return { kind: "one", code };
  if (rows.some(({ facts }) => facts.revertedOrder !== null)) return UNCLEAR;
  const first = rows.findIndex((row) => row.identity.code !== "");
  if (isAnother(rows)) return UNCLEAR;
  let card = cardBefore(rows, first);
  if (first > 0 && card === null) return UNCLEAR;
  for (const row of rows.slice(first)) {
    if (row.identity.code !== "") card = cardAfter(card, row);
    else if (row.identity.card !== card) return UNCLEAR;
  }
  const sure = rows.some((row) => row.identity.code !== "" && row.facts.arrived === "sure");
  return sure ? { kind: "one", code } : UNCLEAR;
}

/**
 * Whether the reply says of a row that names a card alone that its customer was new, though the card
 * is another row's: then it is not that row's customer.
 */
function isAnother(rows: readonly LinkedRow[]): boolean {
  return rows.some(
    ({ identity: { code, card }, facts }, at) =>
      code === "" &&
      facts.created === "all" &&
      rows.slice(0, at).some((earlier) => earlier.identity.card === card),
  );
}

/**
 * The card of a customer who was known by it alone before a row gave the code; null where the code
 * may have been another customer's: only a reply that made nobody new says that both are one.
 */
function cardBefore(rows: readonly LinkedRow[], first: number): string | null {
  const giver = rows[first];
  if (giver === undefined || giver.facts.arrived !== "sure") return null;
  if (giver.facts.duplicates === "ignore") return null;
  const { card } = giver.identity;
  const earlier = rows.slice(0, first);
  const theirs = earlier.every(({ identity }) => identity.card === card);
  return earlier.length > 0 && theirs && giver.facts.created === "none" ? card : null;
}

/** The card of a customer after a row that names them by code; null where it is not known. */
function cardAfter(card: string | null, row: LinkedRow): string | null {
  const { identity } = row;
  const { arrived, duplicates, created } = row.facts;
  if (identity.card === card) return card;
  if (arrived !== "sure") return null;
  if (duplicates === "ignore") return created === "all" ? identity.card : null;
  if (identity.card !== "") return identity.card;
  // Overwriting without a card number takes it away, an update leaves it.
  return duplicates === "yes" ? "" : card;
}
