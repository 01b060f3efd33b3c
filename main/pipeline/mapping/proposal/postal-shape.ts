/**
 * Postal codes that are written like nothing else: British, Canadian, Dutch, Brazilian,
 * Portuguese, Polish, Swedish and American ones with their four further digits.
 */
const UNMISTAKABLE =
  /^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}|\d{5}-\d{3,4}|\d{4}-\d{3}|\d{2}-\d{3}|\d{3} \d{2})$/i;

export function isUnmistakablePostalCode(value: string): boolean {
  return UNMISTAKABLE.test(value);
}

/** Or only digits, which may be anything. */
export function isPostalCode(value: string): boolean {
  return /^\d{4,5}$/.test(value) || isUnmistakablePostalCode(value);
}
