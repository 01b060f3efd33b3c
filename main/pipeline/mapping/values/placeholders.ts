import type { FieldName } from "../../../../preload/fields.ts";
import * as words from "./no-value-words.ts";

const { OTHER, PERSON, FAMILY, PLACE, KEY, CONTACT, DATE } = words;

const KIND_OF: Partial<Record<FieldName, number>> = {
  first_name: PERSON,
  last_name: FAMILY,
  ...{ city: PLACE, state: PLACE, country: PLACE, street1: PLACE, street2: PLACE },
  ...{ card_number: KEY, code: KEY },
  ...{ email: CONTACT, phone: CONTACT, postal_code: CONTACT },
  custom_date: DATE,
};
const ASCII_END = 128;
const MAY_BE_SIGNS = PERSON | FAMILY | PLACE | KEY | CONTACT;

/** By word, the kinds of fields that it says nothing in; as it is written, and in small letters. */
const exact = new Map<string, number>();
const said = new Map<string, number>();
for (const [kinds, list] of words.EXACT_WORDS) {
  for (const word of list.split(" ")) exact.set(word, (exact.get(word) ?? 0) | kinds);
}
for (const [kinds, list] of words.SAID_WORDS) {
  for (const word of list.split(",")) said.set(folded(word), (said.get(folded(word)) ?? 0) | kinds);
}
const LONGEST = Math.max(...[...exact.keys(), ...said.keys()].map(({ length }) => length));

/** In small letters, whichever i a language or a program takes for the small one of I and İ. */
function folded(text: string): string {
  const small = text.toLowerCase();
  return isAscii(small) ? small : small.replace(/\u0307/g, "").replaceAll("ı", "i");
}

/** By first letter, length and last letter, the kinds of fields in which some word may be a text. */
const QUICK = 4096;
const quick = new Uint8Array(QUICK);
for (const each of [exact, said]) {
  for (const [word, kinds] of each) {
    const place = placeOf(word);
    quick[place] = (quick[place] ?? 0) | kinds;
  }
}

function placeOf(text: string): number {
  const { length } = text;
  const first = text.charCodeAt(0) | 32;
  const last = text.charCodeAt(length - 1) | 32;
  return (first * 31 + last * 7 + length * 131) & (QUICK - 1);
}

/** A field that a letter to customers was to be filled with: `{{first_name}}`, `*|FNAME|*`, `[Last Name]`. */
const TO_FILL_IN =
  /^(?:\{\{[^{}]+\}\}|\{[A-Za-z_ ]+\}|\*\|[^|*]+\|\*|%[A-Za-z_]+%|%%[A-Za-z_]+%%|\[[A-Za-z_ ]{0,20}(?:[Nn]ame|[Mm]ail|City|State|Address|Phone|Street|Country|NAME|MAIL)\]|\$\{[^{}]+\}|<<[^<>]+>>|«[^«»]+»|\[object Object\])$/;
const SIGN = /^[^\p{L}\p{N}]+$/u;

/** Numbers that forms are satisfied with: `000-000-0000`, `9999999999`, `1234567890`. */
const NO_NUMBER =
  /^[+(]*(?:0[\s().-]*){4,}$|^(?:(?:1[\s().-]*){9,}|(?:9[\s().-]*){9,})$|^1234567890?$/;
const ZERO = 48;
const ONE = 49;
const NINE = 57;
/** Addresses of nobody, whatever their domain: `noemail@shop.com`, `none@none.com`. */
const NO_ADDRESS =
  /^(?:no[._-]?(?:e-?mail|mail|correo|tiene)|none|sin[._-]?(?:e?mail|correo)|keine?[._-]?e?-?mail|pas[._-]?de?[._-]?(?:e?mail|courriel)|geen[._-]?e?-?mail|brak(?=@brak)|sem[._-]?e?-?mail)@/i;

/** Whether a cell says in a word, or a number that is none, that it holds nothing. */
export function isPlaceholder(field: FieldName, text: string): boolean {
  if (text === "") return false;
  const kind = KIND_OF[field] ?? OTHER;
  if (kind === CONTACT && isNoContact(field, text)) return true;
  if ((kind & MAY_BE_SIGNS) !== 0 && mayBeSigns(text)) {
    if (TO_FILL_IN.test(text) || (isAscii(text) && SIGN.test(text))) return true;
  }
  if (text.length > LONGEST || !mayBeWord(text, kind)) return false;
  if (((exact.get(text) ?? 0) & kind) !== 0) return true;
  return ((said.get(folded(text)) ?? 0) & kind) !== 0;
}

/** Whether a cell says nothing of what its column holds; a tick says something. */
export function saysNothing(text: string): boolean {
  const isAnywhere = ((exact.get(text) ?? 0) & OTHER) !== 0;
  return isAnywhere || (text.length > 3 && isPlaceholder("phone", text));
}

/** Nearly no value is any of these; letters beyond ASCII have other small ones. */
function mayBeWord(text: string, kind: number): boolean {
  const isOther = text.charCodeAt(0) >= ASCII_END || text.charCodeAt(text.length - 1) >= ASCII_END;
  return isOther || ((quick[placeOf(text)] ?? 0) & kind) !== 0;
}

function isNoContact(field: FieldName, text: string): boolean {
  if (field === "email") return NO_ADDRESS.test(text);
  const end = text.charCodeAt(text.length - 1);
  return (end === ZERO || end === ONE || end === NINE) && NO_NUMBER.test(text);
}

/** Signs at both ends, which nearly always tell. */
function mayBeSigns(text: string): boolean {
  const first = text.charCodeAt(0);
  return (isSign(first) || first === GUILLEMET) && isSign(text.charCodeAt(text.length - 1), true);
}

const GUILLEMET = 0xab;
const GUILLEMET_END = 0xbb;

function isSign(code: number, isEnd = false): boolean {
  if (code >= ASCII_END) return isEnd && code === GUILLEMET_END;
  return code < 48 || (code > 57 && code < 65) || (code > 90 && code < 97) || code > 122;
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= ASCII_END) return false;
  return true;
}
