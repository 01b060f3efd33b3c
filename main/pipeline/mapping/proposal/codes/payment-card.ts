/** Visa, Mastercard, American Express by their leading digits. */
const ISSUERS =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13})$/;

/**
 * Whether a number can be a payment card's: issuer's digits and a right check digit. One loyalty
 * number in ten passes the check digit by chance, so a whole column must pass.
 */
export function isPaymentCard(value: string): boolean {
  const digits = value.replace(/[\s-]/g, "");
  return ISSUERS.test(digits) && passesLuhn(digits);
}

/** `**** 1234`, `XXXX-1234`, `•••• 1234`: what is left of a payment card in exports. */
export function isMasked(value: string): boolean {
  return /[*•·]{2}|[xX]{3}[\s-]*\d/.test(value);
}

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
