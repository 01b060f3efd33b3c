import type { FieldName } from "../../../../preload/fields.ts";
import type { Mapping } from "../../../../preload/types.ts";
import { isDate, isPhone } from "../../../pipeline/mapping/proposal/contradicts.ts";
import type { ColumnFacts } from "../../../pipeline/mapping/proposal/facts.ts";

type Look = "mail" | "date" | "word" | "mixed" | "digits";

/** What most values of a field look like where they are its own. */
const OWN_LOOKS: Partial<Readonly<Record<FieldName, readonly Look[]>>> = {
  email: ["mail"],
  custom_date: ["date"],
  phone: ["digits", "mixed"],
  postal_code: ["digits", "mixed"],
  card_number: ["digits", "mixed"],
  code: ["digits", "mixed"],
  customer_PIN: ["digits"],
  auto_add: ["digits"],
  first_name: ["word"],
  last_name: ["word"],
  city: ["word"],
  state: ["word"],
  country: ["word"],
  customer_username: ["word", "mixed", "digits"],
  customer_password: ["word", "mixed", "digits"],
};

const HALF = 0.5;
/** No amount has as many digits. */
const CARD_DIGITS = 10;
const LARGE_AMOUNT = 6;

/**
 * Which entries of a kept mapping have changed places in a list: each of two holds what the other
 * should, and neither what it should itself. One alone may be what a person means.
 * @param facts of each entry
 */
export function exchangedEntries(
  mapping: Mapping,
  facts: readonly ColumnFacts[],
): ReadonlySet<number> {
  const looks = facts.map(lookOf);
  const found = new Set<number>();
  for (const [at, { field }] of mapping.entries()) {
    for (let other = 0; other < at; other += 1) {
      const second = mapping[other]?.field;
      if (second === undefined) continue;
      const areAlike = isExchange(field, looks[at], second, looks[other]);
      const isPair =
        areAlike ||
        isNumberExchange(field, facts[at], second, facts[other]) ||
        isNumberExchange(second, facts[other], field, facts[at]) ||
        isShortExchange(field, facts[at], second, facts[other]) ||
        isShortExchange(second, facts[other], field, facts[at]) ||
        isPlaceExchange(field, looks[at], second, looks[other]) ||
        isPlaceExchange(second, looks[other], field, looks[at]);
      if (isPair) found.add(at).add(other);
    }
  }
  return found;
}

function isExchange(field: FieldName, look?: Look, other?: FieldName, otherLook?: Look): boolean {
  const own = OWN_LOOKS[field];
  const others = other === undefined ? undefined : OWN_LOOKS[other];
  if (own === undefined || others === undefined) return false;
  if (look === undefined || otherLook === undefined) return false;
  const isWrong = !(own.includes(look) || others.includes(otherLook));
  return isWrong && own.includes(otherLook) && others.includes(look);
}

/** Whether most values look like those of other fields only. */
export function isUnlike(field: FieldName, facts: ColumnFacts): boolean {
  const look = lookOf(facts);
  return look !== undefined && OWN_LOOKS[field]?.includes(look) === false;
}

/** House numbers stand in streets. */
function isPlaceExchange(city: FieldName, look?: Look, street?: FieldName, other?: Look): boolean {
  return city === "city" && street === "street1" && look === "mixed" && other === "word";
}

/** `NV` in the city and `Reno` in the state, or `FR` there and `Lyon` in the country. */
function isShortExchange(
  city: FieldName,
  facts?: ColumnFacts,
  other?: FieldName,
  others?: ColumnFacts,
): boolean {
  if (city !== "city" || (other !== "state" && other !== "country")) return false;
  const areShort = (facts?.share((value) => /^\p{Lu}{2,3}$/u.test(value)) ?? 0) > HALF;
  return areShort && (others?.share((value) => /\p{Ll}{3}|\p{L}{4}/u.test(value)) ?? 0) > HALF;
}

/** Numbers that only their length, or that they repeat, tells apart. */
function isNumberExchange(
  field: FieldName,
  facts?: ColumnFacts,
  other?: FieldName,
  others?: ColumnFacts,
): boolean {
  if (facts === undefined || others === undefined) return false;
  const { values } = facts;
  // Without gaps, values of one row stand at one place.
  if (values.length === 0 || values.length !== others.values.length) return false;
  const pairs = values.map((value, at) => [value, others.values[at] ?? ""] as const);
  if (field === "phone" && other === "postal_code") {
    return pairs.filter(isPhoneInPostal).length > values.length * HALF;
  }
  if (field === "phone" && (other === "card_number" || other === "code")) {
    return pairs.filter(isPhoneInKey).length > values.length * HALF;
  }
  if (field === "auto_add" && other === "postal_code") return arePostalInAmounts(pairs);
  if (field !== "auto_add" || (other !== "card_number" && other !== "code")) return false;
  if (!pairs.every(([amount, key]) => /^\d+$/.test(amount) && countDigits(key) < amount.length)) {
    return false;
  }
  const width = values[0]?.length ?? 0;
  if (values.some(({ length }) => length !== width) || facts.distinct < 1) return false;
  const isNoKey =
    others.distinct < 1 || others.values.some((key) => /^(?:0|\d+[.,]\d+)$/.test(key));
  return width >= CARD_DIGITS || (width >= LARGE_AMOUNT && values.length > 1 && isNoKey);
}

/**
 * A phone number has no fewer digits than a postal code, but for local numbers beside ZIP codes of
 * nine digits and codes of ten.
 */
function isPhoneInPostal([phone, postal]: readonly [string, string]): boolean {
  if (/^\d{5}-?\d{4}$/.test(postal)) return false;
  const digits = countDigits(phone);
  return digits > 0 && digits < countDigits(postal) && !(/^[1-9]\d{9}$/.test(postal) && digits > 7);
}

/** A key without a sign in the phone's column, and in the key's what only phone numbers look like. */
function isPhoneInKey([phone, key]: readonly [string, string]): boolean {
  const isNumber =
    isPhone(key) &&
    /^\+\d|^\(\d|^0\d+[ /-]|^\d{3}[ .-]\d{3}[ .-]\d{4}$/.test(key) &&
    countDigits(key) > 6;
  return isNumber && /^[\p{Lu}\d-]+$/u.test(phone) && !/^0/.test(phone);
}

/** Amounts of one length as postal codes have it, and postal codes of one or two digits. */
function arePostalInAmounts(pairs: readonly (readonly [string, string])[]): boolean {
  const width = pairs[0]?.[0].length ?? 0;
  const areCodes = pairs.every(([code]) => /^\d{4,6}$/.test(code) && code.length === width);
  const areShort = pairs.every(([, amount]) => /^\d{1,3}$/.test(amount));
  return areCodes && areShort && pairs.some(([, amount]) => amount.length < 3);
}

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** What more than half of the values look like. */
function lookOf(facts: ColumnFacts): Look | undefined {
  const looks = ["mail", "date", "word", "mixed", "digits"] as const;
  return looks.find((look) => facts.share((value) => oneLook(value) === look) > HALF);
}

function oneLook(value: string): Look | null {
  if (value.includes("@")) return "mail";
  if (/\D/.test(value) && /\d{4}/.test(value) && isDate(value)) return "date";
  const hasDigit = /\d/.test(value);
  if (/\p{L}/u.test(value)) return hasDigit ? "mixed" : "word";
  return hasDigit ? "digits" : null;
}
