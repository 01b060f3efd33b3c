import { isPaymentCard, passesLuhn } from "./payment-card.ts";

/**
 * Whether digits are a loyalty card's and hardly anything else: an EAN-13 of the range that shops
 * give out themselves (20 to 29), or sixteen digits of the issuers' range 6 with a right check
 * digit that are no payment card.
 */
export function isLoyaltyNumber(value: string): boolean {
  const digits = value.replace(/[\s-]/g, "");
  if (/^2\d{12}$/.test(digits)) return hasEanDigit(digits);
  return /^6\d{15}$/.test(digits) && passesLuhn(digits) && !isPaymentCard(digits);
}

function hasEanDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
  return (10 - (sum % 10)) % 10 === Number(digits[12]);
}
