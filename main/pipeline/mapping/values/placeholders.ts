import type { FieldName } from "../../../../preload/fields.ts";
import { isAscii, isDigit } from "../../../common/letters.ts";
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
const LATIN_END = 256;
/** The bit by which small letters differ from capitals in ASCII, and in the upper half of Latin-1. */
const SMALL = 32;
const WORDED = PERSON | FAMILY | PLACE;
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

/** By length and the letters at the ends, the kinds of fields in which some word may be a text. */
const QUICK = 16_384;
const quick = new Uint8Array(QUICK);
for (const each of [exact, said]) {
  for (const [word, kinds] of each) {
    const place = placeOf(word);
    quick[place] = (quick[place] ?? 0) | kinds;
  }
}

function placeOf(text: string): number {
  const { length } = text;
  const first = text.charCodeAt(0) | SMALL;
  const second = text.charCodeAt(1) | SMALL;
  const last = text.charCodeAt(length - 1) | SMALL;
  return (first * 31 + second * 1021 + last * 7 + length * 131) & (QUICK - 1);
}

/** A field that a letter to customers was to be filled with: `{{first_name}}`, `*|FNAME|*`, `[Last Name]`. */
const TO_FILL_IN =
  /^(?:\{\{[^{}]+\}\}|\{[A-Za-z_ ]+\}|\*\|[^|*]+\|\*|%[A-Za-z_]+%|%%[A-Za-z_]+%%|\[[A-Za-z_ ]{0,20}(?:[Nn]ame|[Mm]ail|City|State|Address|Phone|Street|Country|NAME|MAIL)\]|\$\{[^{}]+\}|<<[^<>]+>>|<(?:[A-Za-z]+[_ ])?[Nn]ame>|«[^«»]+»|\[object Object\])$/;
const SIGN = /^[^\p{L}\p{N}]+$/u;

/** Numbers that forms are satisfied with: `0`, `000-000-0000`, `9999999999`, `1234567890`. */
const NO_NUMBER =
  /^[+(]*(?:0[\s().-]*)+$|^(?:(?:1[\s().-]*){9,}|(?:9[\s().-]*){9,})$|^1234567890?$/;
const ZERO = 48;
const ONE = 49;
const NINE = 57;
/** Addresses of nobody, whatever their domain: `noemail@shop.com`, `none@none.com`. */
const NO_ADDRESS =
  /^(?:no[._-]?(?:e-?mail|mail|correo|tiene)|none|sin[._-]?(?:e?mail|correo)|keine?[._-]?e?-?mail|pas[._-]?de?[._-]?(?:e?mail|courriel)|geen[._-]?e?-?mail|brak(?=@brak)|sem[._-]?e?-?mail)@/i;

/** Whether a cell says in a word, or a number that is none, that it holds nothing. */
export function isPlaceholder(field: FieldName, text: string): boolean {
  return isOfKind(field, KIND_OF[field] ?? OTHER, text);
}

/** The same of one field, for many cells. */
export function createPlaceholderTest(field: FieldName): (text: string) => boolean {
  const kind = KIND_OF[field] ?? OTHER;
  return (text) => isOfKind(field, kind, text);
}

function isOfKind(field: FieldName, kind: number, text: string): boolean {
  if (text === "") return false;
  if (kind === CONTACT && (field === "email" ? isNoAddress(text) : isNoNumber(text))) return true;
  // No word and no sign begins with a digit, but for what a formula makes of an empty cell.
  if (isDigit(text.charCodeAt(0))) return text === "0" && (kind & WORDED) !== 0;
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

/** Nearly no value is any of these; small letters beyond Latin-1 differ from capitals in other ways. */
function mayBeWord(text: string, kind: number): boolean {
  if (((quick[placeOf(text)] ?? 0) & kind) !== 0) return true;
  const { length } = text;
  return (
    isBeyond(text.charCodeAt(0)) ||
    isBeyond(text.charCodeAt(1)) ||
    isBeyond(text.charCodeAt(length - 1))
  );
}

function isBeyond(code: number): boolean {
  return code >= LATIN_END;
}

/** Whether an e-mail address is nobody's. */
export function isNoAddress(text: string): boolean {
  return beginsAsNoAddress(text) && NO_ADDRESS.test(text);
}

/** Whether a phone number or a postal code is one that only satisfies a form. */
export function isNoNumber(text: string): boolean {
  return endsAsItBegins(text) && NO_NUMBER.test(text);
}

/** The letters that `NO_ADDRESS` begins with. */
function beginsAsNoAddress(text: string): boolean {
  switch (text.charCodeAt(0) | SMALL) {
    case 98: // b
    case 103: // g
    case 107: // k
    case 110: // n
    case 112: // p
    case 115: // s
      return true;
    default:
      return false;
  }
}

const PLUS = 43;
const OPENING = 40;

/** Zeros, ones and nines alone, and 123456789 with or without a zero. */
function endsAsItBegins(text: string): boolean {
  const end = text.charCodeAt(text.length - 1);
  if (end !== ZERO && end !== ONE && end !== NINE) return false;
  let at = 0;
  while (text.charCodeAt(at) === PLUS || text.charCodeAt(at) === OPENING) at += 1;
  const first = text.charCodeAt(at);
  return first === end || first === ONE;
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
