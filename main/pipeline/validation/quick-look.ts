import { type FieldName, isCustomField } from "../../../preload/fields.ts";
import type { FieldMapping, ListColumn, Mapping } from "../../../preload/types.ts";
import {
  APOSTROPHE,
  BLANK,
  classesOf,
  countDigits,
  DIGIT,
  isDigit,
  LATIN,
  LETTER,
  OTHER,
  PHONE_SIGN,
  SIGN,
} from "../../common/letters.ts";
import { isDay } from "../mapping/dates/calendar.ts";
import type { DateCorrections } from "../mapping/dates/correct-date.ts";
import { dayOfIso } from "../mapping/dates/shape.ts";
import { isOwnExport } from "../mapping/own-export.ts";
import { isIsoShape } from "../mapping/plain-text.ts";
import { TWO_NUMBERS } from "../mapping/values/contacts.ts";
import { isUsualEmail } from "../mapping/values/email.ts";
import { holdsNote, mayBeNote } from "../mapping/values/names/name-notes.ts";
import { createPlaceholderTest, isNoAddress, isNoNumber } from "../mapping/values/placeholders.ts";
import { likelyDomain } from "./email-slip.ts";
import { isUsualYear, longest, PHONE_DIGITS } from "./field-rules.ts";

/** By 0-based place in the mapping, whether a value needs no other look; one memory for all rows. */
export type Passed = Uint8Array;

type Look = (cell: string) => boolean;

/**
 * Finds the cells of a row that are values as they are and break no rule of their field: nearly
 * all. Mapper and rules leave them out; what does not pass may still be right.
 */
export function createQuickLook(
  mapping: Mapping,
  columns: readonly ListColumn[],
  dates: DateCorrections = {},
): (cells: readonly string[]) => Passed {
  const passed = new Uint8Array(mapping.length);
  // Behind any apostrophe of an export may stand what it guards.
  const unsure = OTHER | (isOwnExport(columns) ? APOSTROPHE : 0);
  const looks = mapping.flatMap((entry, at) => {
    const look = lookOf(entry, unsure, dates);
    const [column] = entry.columns;
    const isAsIs = entry.columns.length === 1 && entry.transforms.length === 0;
    return look === null || column === undefined || !isAsIs ? [] : [{ at, column, look }];
  });
  return (cells) => {
    for (const { at, column, look } of looks) {
      const cell = cells[column];
      passed[at] = cell === undefined || cell === "" || look(cell) ? 1 : 0;
    }
    return passed;
  };
}

const ALPHANUMERIC = LETTER | DIGIT;
const TEXT = ALPHANUMERIC | BLANK | PHONE_SIGN | APOSTROPHE | SIGN | LATIN;

function lookOf({ field }: FieldMapping, unsure: number, dates: DateCorrections): Look | null {
  const limit = longest(field);
  const isPlaceholder = createPlaceholderTest(field);
  const isCorrected = dates.swapDates === true || dates.dateZone !== undefined;
  if (isCorrected && isCustomField(field)) return null;
  switch (field) {
    case "custom_date":
      return isCorrected ? null : isUsualDate;
    case "email":
      return (cell) =>
        cell.length <= limit &&
        isUsualEmail(cell) &&
        likelyDomain(cell) === null &&
        !isNoAddress(cell);
    case "phone":
      return (cell) =>
        cell.length <= limit && isPhone(cell) && !isNoNumber(cell) && !isIsoShape(cell);
    case "auto_add":
      return isPlainAmount;
  }
  const [allowed, otherwise = allowed] = CLASSES_OF[field] ?? [TEXT];
  const no = ~allowed | unsure;
  const noOther = ~otherwise | unsure;
  const isName = field === "first_name" || field === "last_name";
  return (cell) => {
    const { length } = cell;
    // "Loading...", and numbers of some lengths.
    if (length > limit || cell.charCodeAt(length - 1) === DOT) return false;
    const classes = classesOf(cell);
    if ((classes & no) !== 0 && (classes & noOther) !== 0) return false;
    // `Ren+AOk-` is a letter in another writing.
    if ((classes & PHONE_SIGN) !== 0 && cell.includes("+")) return false;
    if (isName && ((classes & BLANK) !== 0 || !beginsAsWord(cell) || mayBeNote(cell))) {
      if (holdsNote(cell)) return false;
    }
    return !isPlaceholder(cell);
  };
}

const DOT = 46;

/** Whether a text begins with a letter; brackets stand around remarks. */
function beginsAsWord(text: string): boolean {
  return text.charCodeAt(0) >= 65;
}

/** The longest number that is read without a look at its marks. */
const MAX_AMOUNT = 15;
/** Behind a point they may be a thousand's. */
const GROUP = 3;
/** `25`, `25.5`, `25.50`: what no choice of a decimal mark reads otherwise. */
const isPlainAmount: Look = (cell) => {
  const { length } = cell;
  if (length > MAX_AMOUNT) return false;
  let point = length;
  for (let at = 0; at < length; at += 1) {
    const code = cell.charCodeAt(at);
    if (isDigit(code)) continue;
    if (code !== DOT || at === 0 || point < length) return false;
    point = at;
  }
  const decimals = length - point - 1;
  return decimals < 0 || (decimals > 0 && decimals !== GROUP);
};

/** What a value of a field may consist of; two where either of them will do. */
const CLASSES_OF: Partial<Record<FieldName, readonly [number, number?]>> = {
  card_number: [ALPHANUMERIC],
  code: [ALPHANUMERIC],
  postal_code: [ALPHANUMERIC],
  customer_username: [ALPHANUMERIC],
  customer_password: [ALPHANUMERIC],
  customer_PIN: [DIGIT],
  // Without a digit it is no date and no number.
  first_name: [TEXT & ~DIGIT],
  last_name: [TEXT & ~DIGIT],
  city: [TEXT & ~DIGIT],
  street2: [ALPHANUMERIC, TEXT & ~DIGIT],
};

const isUsualDate: Look = (cell) => {
  if (!isIsoShape(cell)) return false;
  const day = dayOfIso(cell);
  return isDay(day) && isUsualYear(day.year);
};

const isPhone: Look = (cell) => {
  if ((classesOf(cell) & ~(DIGIT | BLANK | PHONE_SIGN)) !== 0) return false;
  const digits = countDigits(cell);
  // As many may be two numbers.
  return digits >= PHONE_DIGITS.least && digits < TWO_NUMBERS;
};
