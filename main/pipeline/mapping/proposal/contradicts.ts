import type { FieldName } from "../../../../preload/fields.ts";
import { readAmount } from "../amounts.ts";
import { damageOf } from "../damage.ts";
import { type DateShape, dateShape } from "../dates/shape.ts";
import { convertDate } from "../dates.ts";
import { barePhone, firstPhone } from "../values/contacts.ts";
import { isMasked, isPaymentCard } from "./codes/payment-card.ts";
import { type ColumnFacts, isYesNo } from "./facts.ts";
import { isStatus } from "./status-words.ts";

/** Up to this many values are too few to judge repetition by. */
const FEW = 5;
const HALF = 0.5;
const MOSTLY_REPEATED = 0.2;

/**
 * Whether a column's values speak against its header. A wrong proposal is worse than none, so a
 * field is proposed only where half of the values can be what the header says.
 */
export function contradicts(field: FieldName, all: ColumnFacts): boolean {
  if (all.values.length === 0) return false;
  if (field !== "auto_add" && isYesNo(all) && !isOnePlace(field, all)) return true;
  const facts = ZERO_IS_NONE.has(field) ? withoutZeros(all) : all;
  switch (field) {
    case "email":
      return facts.share((value) => value.includes("@")) < HALF;
    case "phone":
      return facts.share(isPhone) < HALF;
    case "custom_date":
      return facts.share(isDate) < HALF;
    case "postal_code":
      return facts.share(isPostalCode) < HALF;
    case "card_number":
      return contradictsCard(facts);
    case "code":
      return repeats(facts) || facts.share(isNoCode) > HALF;
    case "first_name":
    case "last_name":
    case "city":
    case "country":
      return facts.share(isNoWord) >= HALF;
    case "state":
      return facts.share((value) => isStatus(value) || isNoWord(value)) >= HALF;
    case "street1":
      return facts.share(isNoStreet) >= HALF;
    case "customer_username":
      return facts.share((value) => /\s/.test(value)) >= HALF;
    case "auto_add":
      return facts.share(isAmount) < HALF;
    default:
      return false;
  }
}

/** In these a zero is what a program writes where there is nothing; it is emptied and told. */
const ZERO_IS_NONE: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(["first_name", "last_name", "city", "state", "country", "street1"] as const),
  ...(["phone", "postal_code"] as const),
]);

function withoutZeros(facts: ColumnFacts): ColumnFacts {
  const values = facts.values.filter((value) => value !== "0");
  if (values.length === 0 || values.length === facts.values.length) return facts;
  return { ...facts, values, share: (test) => values.filter(test).length / values.length };
}

/** Codes of countries and provinces that are words for yes and no too: Norway, Slovenia, Austria. */
const PLACES: ReadonlySet<string> = new Set("NO SI NE A E H K N S T".split(" "));

/** A shop's customers all live in one country; ticks of one kind alone say nothing. */
function isOnePlace(field: FieldName, { values }: ColumnFacts): boolean {
  if (field !== "country" && field !== "state") return false;
  return PLACES.has(values[0] ?? "") && new Set(values).size === 1;
}

export function isPhone(value: string): boolean {
  if (damageOf("phone", value) !== null || isOnePhone(value)) return true;
  // Two numbers, or one with words around it, of which one number is sent.
  const bare = barePhone(firstPhone(value) ?? value);
  return bare !== value && isOnePhone(bare);
}

function isOnePhone(value: string): boolean {
  const digits = value.replace(/\D/g, "").length;
  const letters = value.replace(/[^\p{L}]/gu, "").length;
  return digits >= 5 && digits <= 17 && letters <= 4 && !isFullDate(value);
}

/** With a year of four digits: 55-12-34 may be a phone. */
function isFullDate(value: string): boolean {
  const shape = dateShape(value);
  return shape.kind === "year-first" || (shape.kind === "numeric" && shape.yearDigits === 4);
}

/**
 * What is written as a date counts, also where the calendar has no such day, and a day number: the
 * row's own problem then says what is wrong. Left unmapped, it would be lost without a word.
 */
export function isDate(value: string): boolean {
  const { kind } = dateShape(value);
  if (kind === "zero") return value.length >= "00/00/00".length;
  if (kind === "compact") return COMPACT.some((each) => convertDate(value, each).kind === "date");
  return WRITTEN_AS_DATES.has(kind);
}

const COMPACT = ["YYYYMMDD", "DDMMYYYY", "MMDDYYYY"] as const;

export function isAmount(value: string): boolean {
  const { kind } = readAmount(value, undefined);
  return kind === "amount" || kind === "undecided" || kind === "negative";
}

const WRITTEN_AS_DATES: ReadonlySet<DateShape["kind"]> = new Set([
  "year-first",
  "numeric",
  "named",
  "serial",
]);

function contradictsCard(facts: ColumnFacts): boolean {
  if (facts.share(isMasked) > 0.2) return true;
  if (facts.values.length >= 3 && facts.share(isPaymentCard) >= 0.9) return true;
  return repeats(facts) || facts.share(isCardLike) < HALF;
}

export function isCardLike(value: string): boolean {
  return (
    damageOf("card_number", value) !== null ||
    /^(?=.*\d)(?:[№#] ?)?[\p{L}\d][\p{L}\d \-._/]*$/u.test(value)
  );
}

/** Damaged keys look alike: long numbers of one range all become 6.00649E+15. */
function repeats(facts: ColumnFacts): boolean {
  if (facts.share((value) => damageOf("code", value) !== null) >= HALF) return false;
  return facts.values.length >= FEW && facts.distinct < MOSTLY_REPEATED;
}

/** Words, or two or three letters as countries and shops have. */
export function isNoCode(value: string): boolean {
  return /\p{L}\s+\p{L}|^\p{L}{2,3}$/u.test(value);
}

/** The shortest postal codes have three characters. */
export function isPostalCode(value: string): boolean {
  return /\d/.test(value) && value.length >= 3 && value.length <= 12;
}

export function isNoStreet(value: string): boolean {
  return /@|^https?:/u.test(value) || !/\p{L}/u.test(value);
}

/**
 * "Via: web, shop, phone" is no street: a few words that come again and again. Customers of one
 * town share their streets as well, where the house numbers have a column of their own; so this is
 * asked only of headers that may mean either.
 */
export function isChannel(facts: ColumnFacts): boolean {
  if (facts.share((value) => /^\p{Ll}+$/u.test(value)) >= HALF) return true;
  return (
    facts.values.length >= FEW &&
    facts.distinct <= 0.5 &&
    facts.share((value) => /\d/.test(value)) < 0.2
  );
}

export function isNoWord(value: string): boolean {
  return !/\p{L}/u.test(value) || value.includes("@");
}
