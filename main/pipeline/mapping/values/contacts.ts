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
  /^(?:tel|telef|teléf|telefon|telefono|teléfono|téléphone|telephone|phone|ph|callto|sip|sms|whatsapp|fax|mobile?|mob|móvil|cell?|cel|celular|handy|gsm|tlf|тел)(?:[:.]{1,2}\s*(?:\/\/)?|\s+(?=[+(\d]))/i;

/** `tel:`, `Tel. `, `Mobile ` and their kin before a number. */
export function barePhone(text: string): string {
  const bare = text.replace(PHONE_WORDS, "");
  return /\d/.test(bare) ? bare : text;
}

const BETWEEN = /:::|[;,|]|\s(?:or|oder|o|ou|y|und|and|e|et)\s/i;
const LEAST_DIGITS = 5;
/** A slash also parts an area code from its number. */
const LEAST_AT_SLASH = 7;

/** The first of several phone numbers in one cell; null where there is one. */
export function firstPhone(text: string): string | null {
  return firstOf(text.split(BETWEEN), LEAST_DIGITS) ?? firstOf(text.split("/"), LEAST_AT_SLASH);
}

function firstOf(parts: readonly string[], least: number): string | null {
  const numbers = parts.filter((part) => part.replace(/\D/g, "").length >= least);
  return numbers.length >= 2 ? (numbers[0]?.trim() ?? null) : null;
}
