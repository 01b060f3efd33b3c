import { countDigits } from "../../../common/letters.ts";
import { isEmailAddress } from "./email.ts";

/** `mailto:`, `https://` before an address, or a name with the address in angle brackets. */
export function bareEmail(text: string): string {
  const named = /<([^<>\s]{3,254})>$/.exec(text)?.[1];
  const bare = (named ?? text)
    .replace(/^(?:mailto|smtp|e-?mail):\s*/i, "")
    .replace(/^https?:\/\//i, "");
  const more = bare.search(/\?(?:subject|body|cc)=/i);
  const address = more < 0 ? bare : bare.slice(0, more);
  return isEmailAddress(address) ? address : text;
}

/** The first of several addresses in one cell; null where there is one. */
export function firstEmail(text: string): string | null {
  const addresses = text.split(/[;,|/\s]+/).filter(isEmailAddress);
  return addresses.length >= 2 ? (addresses[0] ?? null) : null;
}

const PHONE_WORDS =
  /^(?:tel|telef|teléf|telefon|telefono|teléfono|téléphone|telephone|phone|ph|callto|sip|sms|whatsapp|fax|mobile?|mob|móvil|cell?|cel|celular|handy|gsm|tlf|тел|home|work|office|casa|trabajo|privat|privé|büro|bureau|domicile|portable|thuis|werk|ufficio|lavoro|dom|praca|komórka|[hwcmtp])(?:[:.]{1,2}\s*(?:\/\/)?|\s+(?=[+(\d]))/i;
/** `555-0101 (home)` */
const WORD_BEHIND = /\s?\(\p{L}[\p{L}. ]{0,20}\)$/u;

/** `tel:`, `Tel. `, `Mobile ` and their kin before a number, and a word in brackets behind it. */
export function barePhone(text: string): string {
  const bare = text.replace(PHONE_WORDS, "").replace(WORD_BEHIND, "");
  return /\d/.test(bare) ? bare : text;
}

const BETWEEN = /:::|[;,|&\n]|\s(?:or|oder|o|ou|y|und|and|e|et)\s/i;
/** `H: 555-0105 C: 555-0106`, `5550101 (home) 5550102 (work)` */
const LABELS = /\(?\p{L}[\p{L}.]{0,20}\)?:?/u;
const DASH = /\s[-–—]\s/;
/** Each begins anew: `+49 171 1234567 +49 30 7654321`. */
const PLUS = /\s(?=\+)/;
const LEAST_DIGITS = 5;
/** A slash also parts an area code from its number, a blank one group from the next. */
const LEAST_ALONE = 7;
/** Two numbers have so many digits at least. */
export const TWO_NUMBERS = 2 * LEAST_ALONE;

/** The first of several phone numbers in one cell; null where there is one. */
export function firstPhone(text: string): string | null {
  const found = firstOf(text.split(BETWEEN), LEAST_DIGITS);
  if (found !== null || countDigits(text) < TWO_NUMBERS) return found;
  for (const border of ["/", PLUS, DASH, LABELS]) {
    const first = firstOf(text.split(border), LEAST_ALONE);
    if (first !== null) return first;
  }
  const parts = text.split(/\s/).filter((part) => part !== "");
  return parts.every((part) => countDigits(part) >= LEAST_ALONE)
    ? firstOf(parts, LEAST_ALONE)
    : null;
}

function firstOf(parts: readonly string[], least: number): string | null {
  const numbers = parts.filter((part) => countDigits(part) >= least);
  return numbers.length >= 2 ? (numbers[0]?.trim() ?? null) : null;
}
