import { apiField } from "../../headers/api-field.ts";
import { headerWords } from "../../headers/header-words.ts";
import type { ReadColumn } from "../candidate.ts";
import { isMasked } from "./payment-card.ts";

/** Headers that stand beside a payment card's number. */
const PAYMENT = new Set(
  (
    "cardbrand cardtype cardholder cardholdername expiry expirydate expirationdate expdate cardexpiry " +
    "cardexpiration cvv cvc ccv nameoncard last4 cardlast4 lastfour cardlastfour paymentmethod " +
    "creditcardtype ccnumber cctype ccexpiry creditcardnumber"
  ).split(" "),
);
const LOYALTY =
  /loyal|member|club|reward|fidel|treue|bonus|kunden|klant|client|socio|spaar|customer|tessera|mitglied/;

/** Whether the only card column of a list stands among a payment card's details. */
export function cardContext(columns: readonly ReadColumn[]): boolean {
  const keys = columns.map(({ column }) => headerWords(column.header).join(""));
  if (!keys.some((key) => PAYMENT.has(key))) return false;
  return columns.every(
    ({ column, entry, facts }, at) =>
      entry?.meaning !== "card_number" ||
      (!LOYALTY.test(keys[at] ?? "") &&
        apiField(column.header) !== "card_number" &&
        (facts.values.length === 0 || facts.share(mayBePaymentCard) >= HALF)),
  );
}

const HALF = 0.5;

/** Its last four digits, or as many as payment cards have: a membership card expires as well. */
function mayBePaymentCard(value: string): boolean {
  return isMasked(value) || /^(?:\d{4}|\d{12,19})$/.test(value.replace(/[\s-]/g, ""));
}
