import type { StoredCustomer } from "../store/customers.ts";
import type { PracticeStore } from "../store/store.ts";
import { generateCardNumber, generateCode } from "./generate.ts";
import type { BatchRequest } from "./request.ts";
import type { BatchRow } from "./row.ts";

export interface Keys {
  readonly code: string;
  /** "" where the customer has none. */
  readonly cardNumber: string;
  /** Whether the server made up either of them. */
  readonly made: boolean;
}

/**
 * Gives every row of a batch its keys: the row's own, else the matching customer's, else made up.
 * The code is the customer's identity and stays even when the customer is overwritten; the card
 * number is data and goes then. A card number is made up (where the batch asks for that) only for
 * a customer who would have none: an update takes nobody's card away.
 * Made-up keys avoid those that later rows of the same batch bring along.
 */
export function createKeys(
  store: PracticeStore,
  request: BatchRequest,
  rows: readonly BatchRow[],
): (row: BatchRow, match: StoredCustomer | undefined) => Keys {
  const codes = new Set(rows.map((row) => row.code));
  const cards = new Set(rows.map((row) => row.cardNumber));
  const codeTaken = (code: string) => codes.has(code) || store.customers.hasCode(code);
  const cardTaken = (card: string) => cards.has(card) || store.customers.hasCard(card);
  const digits = request.generateCardNumbers;

  return (row, match) => {
    const keptCard = request.duplicates === "yes" ? "" : (match?.cardNumber ?? "");
    const code = row.code || match?.code || "";
    const cardNumber = row.cardNumber || keptCard;
    const makeCard = cardNumber === "" && digits !== null;
    return {
      code: code || generateCode(codeTaken),
      cardNumber: makeCard ? generateCardNumber(digits, cardTaken) : cardNumber,
      made: code === "" || makeCard,
    };
  };
}
