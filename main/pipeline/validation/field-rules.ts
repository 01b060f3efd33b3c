import { type FieldName, isCustomField } from "../../../preload/fields.ts";
import type { FieldMapping, Severity } from "../../../preload/types.ts";
import { countDigits, isAlphanumeric, isAscii, isDigit } from "../../common/letters.ts";
import { readAmount } from "../mapping/amounts.ts";
import { isWrittenDay, looksLikeDate } from "../mapping/dates/became-date.ts";
import { convertDate } from "../mapping/dates.ts";
import { isEmailAddress } from "../mapping/values/email.ts";
import { mixesAlphabets } from "../mapping/values/look-alikes.ts";
import { holdsNote } from "../mapping/values/names/name-notes.ts";
import { isPlaceholder } from "../mapping/values/placeholders.ts";
import { decodeBack } from "../sources/misread/decode-back.ts";
import { likelyDomain } from "./email-slip.ts";

/** What a rule finds wrong with one value; never the value itself. */
interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Rule = (value: string, entry: Formats) => Finding | null;

/** How a list writes dates and amounts. */
type Formats = Pick<FieldMapping, "dateFormat" | "amountFormat">;

function warning(code: string, params: Readonly<Record<string, string | number>> = {}): Finding {
  return { code, severity: "warning", params };
}

function error(code: string, params: Readonly<Record<string, string | number>> = {}): Finding {
  return { code, severity: "error", params };
}

/** Longest values that make sense; the documentation names no limits, so these only warn. */
export function longest(field: FieldName): number {
  if (isCustomField(field)) return 1000;
  switch (field) {
    case "card_number":
    case "code":
    case "customer_PIN":
      return 64;
    case "email":
      return 254;
    case "phone":
    case "postal_code":
      return 32;
    case "street1":
    case "street2":
      return 200;
    default:
      return 100;
  }
}

function tooLong(field: FieldName): Rule {
  const limit = longest(field);
  return (value) =>
    value.length > limit ? warning("too-long", { length: value.length, limit }) : null;
}

const email: Rule = (value) => {
  if (!isEmailAddress(value)) return warning("email-shape");
  const domain = likelyDomain(value);
  return domain === null ? null : warning("email-slip", { domain });
};

/** How many digits a phone number has. */
export const PHONE_DIGITS = { least: 5, most: 15 } as const;

const phone: Rule = (value) => {
  const digits = countDigits(value);
  return digits < PHONE_DIGITS.least || digits > PHONE_DIGITS.most
    ? warning("phone-digits", { digits })
    : null;
};

/** Hardly anybody lives longer; 1900-01-01 stands for no date in many programs. */
const OLDEST = 120;
/** Whoever was born from here on stays younger than that for decades to come. */
const LIKELY = 1950;
const LATEST = 2099;

/** Whether a year is an ordinary one, as in nearly every row: the clock need not be asked. */
export function isUsualYear(year: number): boolean {
  return year >= LIKELY && year <= LATEST;
}

/** "The 'custom_date' must be in YYYY-MM-DD format." */
const customDate: Rule = (value, { dateFormat }) => {
  const reading = convertDate(value, dateFormat);
  if (reading.kind === "problem") {
    return error(reading.code, dateFormat === undefined ? {} : { format: dateFormat });
  }
  if (reading.kind === "blank") return null;
  if (reading.iso !== value) return error("date-not-in-format", { format: "YYYY-MM-DD" });
  const year = Number(value.slice(0, 4));
  if (isUsualYear(year)) return null;
  return year > LATEST || year < new Date().getFullYear() - OLDEST
    ? warning("date-unlikely", { year })
    : null;
};

const key: Rule = (value) => {
  if (isPlaceholder("code", value)) return error("placeholder-key");
  if (isAlphanumeric(value)) return null;
  if (/^\d+[.,]0+$/.test(value)) return warning("decimal-ending");
  return /^[\p{L}\p{N} ._:/@+#-]+$/u.test(value) ? null : warning("key-characters");
};

/** `O6 12 34 56 78`, `555-01l2`: letters in place of digits. */
const noLetters: Rule = (value) =>
  /(?:^|[\s(+-])[OoIl]\d|\d[OoIl](?=\d|$)/.test(value) ? warning("phone-letters") : null;

const decimalEnding: Rule = (value) =>
  value.endsWith("0") && /^\d{5,}[.,]0$/.test(value) ? warning("decimal-ending") : null;

/** "The amount of points, visits, dollars, or name of product or service". */
const autoAdd: Rule = (value, { amountFormat }) => {
  const reading = readAmount(value, amountFormat);
  switch (reading.kind) {
    case "amount":
      // What was converted is a plain number; a fraction of three digits is none of two readings.
      return reading.value === value || PLAIN_AMOUNT.test(value) ? null : error("auto-add-form");
    case "undecided":
      return error("amount-format-undecided");
    case "negative":
      return error("auto-add-negative");
    case "unclear":
      return error("auto-add-form");
    case "name":
      return warning("auto-add-name");
  }
};

const PLAIN_AMOUNT = /^\d+(?:\.\d+)?$/;

const pin: Rule = (value) => (/^\d+$/.test(value) ? null : warning("pin-digits"));

/** UTF-8 read in an older encoding (`Ã©`), or U+FFFD: the encoding was not the right one. */
const letters: Rule = (value) => {
  if (isAscii(value)) return null;
  // Half of a character, which no encoding can write: its whole batch would fail.
  if (!value.isWellFormed()) return error("letters-broken");
  if (decodeBack(value)?.certain === true) return warning("letters-misread");
  return /[\uFFFD\u0080-\u009F]|[ÃÂ][\u0080-\u00BF]|â€[\u0080-\u2122]/.test(value)
    ? warning("letters-damaged")
    : null;
};

/** "12-Mar", "Jan-85", "2026-03-04": what spreadsheet programs make of 12/3 and 3/4. */
const noDate: Rule = (value) => (looksLikeDate(value) ? warning("looks-like-date") : null);

/** "03.04.2026" for 3-4; a number of some kind may be written so as well. */
const noFullDate: Rule = (value) => (isWrittenDay(value) ? warning("looks-like-date") : null);

/** `{"first":"Ann"`: what one program writes down for another, whole or in parts. */
const noData: Rule = (value) =>
  (value.startsWith('{"') || value.endsWith("}")) && value.includes('":')
    ? warning("value-is-data")
    : null;

/** `Ren?e`: what an encoding has no letter for, programs write so. */
const noLetter: Rule = (value) =>
  value.includes("?") && /\p{L}\?{1,3}\p{L}|^\?\p{L}{2}/u.test(value)
    ? warning("letters-damaged")
    : null;

const oneAlphabet: Rule = (value) =>
  !isAscii(value) && mixesAlphabets(value) ? warning("letters-mixed") : null;

/** A number or a day in numbers: what belongs to another column. */
const noNumber: Rule = (value) =>
  isDigit(value.charCodeAt(0)) && ONLY_DIGITS.test(value) ? warning("word-is-number") : null;

const ONLY_DIGITS = /^[\d .,:/-]+$/;

/** What a person entered who had no name. */
const noEmail: Rule = (value) => (isEmailAddress(value) ? warning("name-is-email") : null);

/** "Lake (deceased)": what a person who looked after the list wrote behind a name. */
const noNote: Rule = (value) => (holdsNote(value) ? warning("name-holds-note") : null);

const OWN: Partial<Record<FieldName, readonly Rule[]>> = {
  card_number: [key, noDate, noFullDate, oneAlphabet],
  code: [key, noDate, noFullDate, oneAlphabet],
  first_name: [noNumber, noEmail, noDate, noData, noLetter, noNote, oneAlphabet],
  last_name: [noNumber, noEmail, noDate, noData, noLetter, noNote, oneAlphabet],
  street1: [noData, noLetter],
  street2: [noDate, noFullDate, noData],
  city: [noNumber, noDate, noData, noLetter, oneAlphabet],
  state: [noData, noLetter],
  country: [noData, noLetter],
  email: [email, oneAlphabet],
  phone: [phone, noLetters, noDate, noFullDate, decimalEnding],
  postal_code: [decimalEnding, noDate, noFullDate],
  customer_username: [oneAlphabet],
  custom_date: [customDate],
  customer_PIN: [pin],
  auto_add: [autoAdd],
};

/** The rules of a field, the telling ones first. A new rule is a function and a line above. */
export function rulesOf(field: FieldName): readonly Rule[] {
  return [...(OWN[field] ?? []), letters, tooLong(field)];
}
