/** Quotation marks in front of a whole value, with those that end it. */
const CLOSING: Readonly<Record<string, string>> = {
  ...{ '"': '"', "'": "'", "“": "”", "„": "“”", "‟": "”", "”": "”" },
  ...{ "‘": "’", "‚": "‘’", "«": "»", "»": "«", "‹": "›", "›": "‹" },
  ...{ "「": "」", "『": "』", "＂": "＂" },
};
const ANY = /["“”„‟‘‚«»‹›「」『』＂]/u;
/** Two marks and what stands between them. */
const SHORTEST = 3;

/** A look at the ends alone. */
export function mayBeInQuotes(text: string): boolean {
  if (text.length < SHORTEST) return false;
  return CLOSING[text.charAt(0)]?.includes(text.charAt(text.length - 1)) === true;
}

/** `“Ann”`, `"Ann"` and `'Ann'` without the marks; what has others inside stays as it is. */
export function withoutQuotes(text: string): string {
  if (!mayBeInQuotes(text)) return text;
  const inner = text.slice(1, -1);
  const isMore = ANY.test(inner) || (text.startsWith("'") && inner.includes("'"));
  return isMore ? text : inner.trim();
}
