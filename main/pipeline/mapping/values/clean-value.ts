import { decodeHTMLStrict } from "entities/decode";
import type { FieldName } from "../../../../preload/fields.ts";
import { countDigits } from "../../../common/letters.ts";
import { decodeBack } from "../../sources/misread/decode-back.ts";
import { isPlainAscii } from "../plain-text.ts";
import { bareEmail, barePhone, firstEmail, firstPhone, TWO_NUMBERS } from "./contacts.ts";
import { asciiForms, withoutGroups } from "./digits.ts";
import { unescaped } from "./escapes.ts";
import { endsInExponent, readExponent } from "./exponents.ts";
import { createPlaceholderTest } from "./placeholders.ts";
import { mayBeInQuotes, withoutQuotes } from "./quotes.ts";

/** What was done to a value that can be told for certain; codes of problems.json. */
export type CleaningCode =
  | "placeholder-emptied"
  | "entities-decoded"
  | "invisible-removed"
  | "digits-written"
  | "quotes-removed"
  | "prefix-removed"
  | "several-phones-in-cell"
  | "several-emails-in-cell"
  | "groups-removed"
  | "exponent-written"
  | "decimal-removed";

export interface ValueCleaner {
  /** A quick look at plain ASCII: whether there may be something to do. */
  looks(text: string): boolean;
  /** @param done is told of every change */
  clean(text: string, done: (code: CleaningCode) => void): string;
}

const KEYS: ReadonlySet<FieldName> = new Set<FieldName>(["card_number", "code"]);
const NUMBERS: ReadonlySet<FieldName> = new Set<FieldName>([
  ...KEYS,
  "phone",
  "postal_code",
  "customer_PIN",
  "customer_username",
]);
/** Values in which nothing stands that cannot be seen. */
const EXACT: ReadonlySet<FieldName> = new Set<FieldName>([
  ...NUMBERS,
  "email",
  "custom_date",
  "customer_username",
  "auto_add",
]);
/** Names and addresses, where nobody writes `\u00e9`. */
const WORDS: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(["first_name", "last_name", "street1", "street2", "city", "state", "country"] as const),
]);
/** Passwords may hold anything. */
const UNTOUCHED: ReadonlySet<FieldName> = new Set<FieldName>(["customer_password"]);

const ENTITY = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\d]{1,30});/;
const CAPITAL_ENTITY = /&[A-Z]{4,7};/g;
/** Marks that hide; in names those stay that join letters or turn their direction. */
const HIDDEN = /[\u00AD\u200B\u2060-\u2064\uFEFF]/g;
const HIDDEN_EXACT = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
/** Letters that marks join or turn: of Hebrew, Arabic, Indian and other scripts, and pictures. */
const JOINING =
  /[\u0590-\u109F\u1780-\u18AF\uA800-\uABFF\uFB1D-\uFDFF\uFE70-\uFEFC]|\p{Extended_Pictographic}/u;
const HARD_BLANKS = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g;
/** Two zeros may be a part of a short code. */
const DECIMAL = /^\d+[.,]0$|^\d{4,}(?:[.,]00|\.)$/;
const FRACTION = /^\d+[.,](?!0+$)\d{1,2}$/;
const MAY_BE_GROUPED = /^\d{1,3}[,'’]|^[\d.]+,00$/;
const WHOLE = /^\d+/;
const DOT = 46;
/** Tags of web pages as exports leave them in values; those that end a line part what they end. */
const TAG =
  /<\/?(?:(br|p|div|td|tr|li)|b|i|u|em|strong|span|font|small|a)(?:\s[^<>]{0,200})?\/?>/gi;
/** `&amp;#039;`: written for a web page twice. */
const MAX_DECODINGS = 3;

/** Values that a blank of another kind makes another value. */
const COMPARED: ReadonlySet<FieldName> = new Set<FieldName>([
  ...KEYS,
  "email",
  "customer_username",
]);

/** `1.1`: where keys are written so, 2.0 is one of them. */
export function isFraction(text: string): boolean {
  return FRACTION.test(text);
}

/**
 * Cleans the values of one field, before its transforms.
 * @param hasFractions whether other values of the column are numbers with decimals
 */
export function createValueCleaner(field: FieldName, hasFractions = false): ValueCleaner {
  const isPlaceholder = createPlaceholderTest(field);
  const isNumber = NUMBERS.has(field);
  const isCounted = KEYS.has(field) || field === "phone";
  const isExact = EXACT.has(field);
  const isWords = WORDS.has(field);
  const hidden = isExact ? HIDDEN_EXACT : HIDDEN;
  const hardBlank = field === "email" ? "" : " ";
  const shown = (text: string) => {
    const seen = text.replace(isWords && !JOINING.test(text) ? HIDDEN_EXACT : hidden, "");
    return COMPARED.has(field) ? seen.replace(HARD_BLANKS, hardBlank).trim() : seen;
  };
  if (UNTOUCHED.has(field)) return { looks: () => false, clean: (text) => text };
  return {
    looks(text) {
      if (isPlaceholder(text) || text.includes("&") || text.includes("<")) return true;
      if (isWords && /[\\=%+]/.test(text)) return true;
      if ((isWords || isExact) && mayBeInQuotes(text)) return true;
      if (isNumber) {
        if (endsInExponent(text)) return true;
        const { length } = text;
        if (text.charCodeAt(length - 1) === DOT) return true;
        const before = text.charCodeAt(length - 2) === 48 ? 3 : 2;
        if (text.charCodeAt(length - 1) === 48 && text.charCodeAt(length - before) < 47)
          return true;
      }
      if (field === "auto_add") return endsInExponent(text);
      if (field === "email") return text.includes(":") || text.indexOf("@") < text.lastIndexOf("@");
      if (field === "phone" && mayHoldMore(text)) return true;
      return isCounted && MAY_BE_GROUPED.test(text);
    },
    clean(text, done) {
      let value = text;
      const change = (next: string, code: CleaningCode) => {
        if (next !== value) done(code);
        value = next;
      };
      if (value.includes("&")) change(decoded(value), "entities-decoded");
      if (isWords) change(unescaped(value), "entities-decoded");
      if (value.includes("<")) change(withoutTags(value), "entities-decoded");
      // What was misread is told as it is: the soft hyphen of `MarÃ­a` belongs to its í.
      if (!isPlainAscii(value) && decodeBack(value)?.certain !== true) {
        change(shown(value), "invisible-removed");
        if (isExact) {
          // A hard blank parts the groups of a number like any other.
          value = value.replace(HARD_BLANKS, " ").trim();
          change(asciiForms(value), "digits-written");
        }
        value = value.normalize("NFC");
      }
      if (isWords || isExact) change(withoutQuotes(value), "quotes-removed");
      if (isPlaceholder(value)) {
        // As a key it stays, to be seen: the rules refuse it.
        if (!KEYS.has(field)) change("", "placeholder-emptied");
        return value;
      }
      if (field === "email") {
        change(bareEmail(value), "prefix-removed");
        change(firstEmail(value) ?? value, "several-emails-in-cell");
      }
      if (isCounted) change(withoutGroups(value), "groups-removed");
      if (field === "phone") {
        change(barePhone(value), "prefix-removed");
        const first = firstPhone(value);
        if (first !== null) change(barePhone(first), "several-phones-in-cell");
      }
      if (isNumber || field === "auto_add") {
        const whole = endsInExponent(value) ? readExponent(value) : null;
        if (whole !== null && whole !== "cut") change(whole, "exponent-written");
        if (isNumber && !hasFractions && DECIMAL.test(value)) {
          change(WHOLE.exec(value)?.[0] ?? value, "decimal-removed");
        }
      }
      return value;
    },
  };
}

function mayHoldMore(text: string): boolean {
  if (text.length > 10 && /[:;,/|&]|\s\p{L}{1,4}\s/u.test(text)) return true;
  return /^\p{L}/u.test(text) || text.endsWith(")") || countDigits(text) >= TWO_NUMBERS;
}

function withoutTags(text: string): string {
  const bare = text.replace(TAG, (_, ends?: string) => (ends === undefined ? "" : " "));
  return bare === text ? text : bare.replace(/ {2,}/g, " ").trim();
}

function decoded(text: string): string {
  let value = text;
  for (let round = 0; round < MAX_DECODINGS && ENTITY.test(value); round += 1) {
    value = decodeHTMLStrict(value);
  }
  const all = value.includes("&") ? value.replace(CAPITAL_ENTITY, decodedCapital) : value;
  // Of &nbsp; nobody sees that it is no ordinary blank.
  return all === text ? text : all.replaceAll("\u00a0", " ");
}

/** `&EACUTE;`, what capitals made of `&eacute;`. */
function decodedCapital(code: string): string {
  const letter = decodeHTMLStrict(code.toLowerCase());
  return letter.length === 1 ? letter.toUpperCase() : code;
}
