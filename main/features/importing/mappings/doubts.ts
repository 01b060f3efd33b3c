import type { FieldName } from "../../../../preload/fields.ts";
import { isCustomField } from "../../../../preload/fields.ts";
import type { FieldMapping, FileReading, Mapping, Notice } from "../../../../preload/types.ts";
import { fieldWord } from "../../../common/field-word.ts";
import { createMapper } from "../../../pipeline/mapping/apply.ts";
import { isDate, isPhone } from "../../../pipeline/mapping/proposal/contradicts.ts";
import { type ColumnFacts, columnFacts } from "../../../pipeline/mapping/proposal/facts.ts";
import { notice } from "../../../pipeline/validation/messages.ts";
import { exchangedEntries, isUnlike } from "./exchanged.ts";
import { withNameOrder } from "./name-order.ts";

const HALF = 0.5;
/** Digits of a number that no house or country has. */
const LONG_NUMBER = 4;
/** A name in the place of a PIN. */
const NAME = /^\p{Lu}\p{Ll}{2,}/u;
/** Digits of a phone number; no amount and no PIN has dashes among so many. */
const PHONE = 7;

export interface Doubted {
  /** The entries that nothing speaks against. */
  readonly mapping: Mapping;
  readonly doubts: readonly FieldMapping[];
}

/**
 * Looks at a list before a mapping of an earlier one is applied to it: under the same headers may
 * stand other things, and the platform's own fields may have changed places. Stricter than a
 * proposal, which needs no reason to stay silent: a person chose this mapping once, so that only
 * values that cannot be meant speak against it.
 * @param fresh what the list itself and the account's labels propose
 * @param renamed custom fields that have another name now, by the former one
 */
export function doubtMapping(
  recalled: Mapping,
  reading: FileReading,
  fresh: Mapping,
  renamed: ReadonlyMap<FieldName, string> = new Map(),
): Doubted {
  const kept = withNameOrder(recalled, fresh);
  const rows = reading.firstRows.filter(({ row }) => row > reading.headerRow);
  const map = createMapper(kept, reading.columns);
  const mapped = rows.map(({ row, cells }) => map({ number: row, cells }).mapped.values);
  const facts = kept.map((_, at) => columnFacts(at, mapped, []));
  const labelled = new Map(
    fresh.flatMap(({ field, columns, confidence }) =>
      isCustomField(field) && confidence === "certain"
        ? columns.map((column) => [column, field] as const)
        : [],
    ),
  );
  const isLabelledOtherwise = ({ field, columns: [only, ...others] }: FieldMapping) => {
    const label = only === undefined || others.length > 0 ? undefined : labelled.get(only);
    return isCustomField(field) && label !== undefined && label !== field;
  };
  const speaks = kept.map((entry, at) => {
    const own = facts[at];
    if (entry.columns.length === 0 || own === undefined) return false;
    // The first rows may be empty where later ones are not.
    if (isLabelledOtherwise(entry)) return true;
    // A header that has the new name speaks for it.
    if (renamed.has(entry.field) && labelled.get(entry.columns[0] ?? -1) !== entry.field)
      return true;
    return own.values.length > 0 && cannotBe(entry.field, own);
  });
  const pairs = exchangedEntries(kept, facts);
  const full = fullNameEntry(kept, mapped);
  const exchanged = pairs.size > 0 || speaks.includes(true);
  // `NV` stands in the street, or in the city.
  const hasPlaceElsewhere = kept.some(
    ({ field }, at) => isLongPlace(field) && (facts[at]?.share(isShortPlace) ?? 0) > HALF,
  );
  const doubted = kept.filter((entry, at) => {
    if (speaks[at] === true || pairs.has(at) || at === full) return true;
    const own = facts[at];
    return exchanged && own !== undefined && isMoved(entry.field, own, hasPlaceElsewhere);
  });
  const doubts = kept.filter((entry) => doubted.includes(entry) || isOtherPart(entry, doubted));
  return { mapping: kept.filter((entry) => !doubts.includes(entry)), doubts };
}

/**
 * Whether values are more likely another field's, once columns have changed places: a code may be a
 * word, and a place two letters.
 */
function isMoved(field: FieldName, facts: ColumnFacts, hasPlaceElsewhere: boolean): boolean {
  if (field === "code") return facts.share(isWord) > HALF;
  if (isLongPlace(field) && facts.share(isShortPlace) > HALF) return true;
  if (hasPlaceElsewhere && field === "state") return facts.share(isLongWord) > HALF;
  return isUnlike(field, facts);
}

function isLongPlace(field: FieldName): boolean {
  return field === "street1" || field === "city";
}

function isLongWord(value: string): boolean {
  return /\p{L}{4}/u.test(value);
}

function isShortPlace(value: string): boolean {
  return /^\p{Lu}{2,3}$/u.test(value);
}

/** The other name of a column that is split into both: one alone means nothing. */
function isOtherPart({ field, columns }: FieldMapping, doubted: readonly FieldMapping[]): boolean {
  const isName = (name: FieldName) => name === "first_name" || name === "last_name";
  if (!isName(field)) return false;
  return doubted.some((each) => isName(each.field) && each.columns.join() === columns.join());
}

/** The first names that repeat the last names beside them are full names; -1 where they are not. */
function fullNameEntry(kept: Mapping, rows: readonly (readonly string[])[]): number {
  const [first, last] = (["first_name", "last_name"] as const).map((field) =>
    kept.findIndex((entry) => entry.field === field),
  );
  const both = rows.filter((values) => values[first ?? -1] && values[last ?? -1]);
  const repeating = both.filter((values) => {
    const words = (values[first ?? -1] ?? "").split(/[\s,]+/);
    return words.length > 1 && words.includes(values[last ?? -1] ?? "");
  });
  return repeating.length > both.length * HALF ? (first ?? -1) : -1;
}

/** A day of a calendar: no number of a customer is written so. */
function isDay(value: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(value) && isDate(value);
}

function cannotBe(field: FieldName, facts: ColumnFacts): boolean {
  switch (field) {
    case "email":
      return facts.share((value) => value.includes("@")) < HALF;
    case "phone":
      return facts.share((value) => isPhone(value) && !isDay(value)) < HALF;
    case "custom_date":
      return facts.share(isDate) < HALF;
    case "postal_code":
      if (facts.share((value) => /\p{L}{3}/u.test(value) && !/\d{4}/.test(value)) > HALF)
        return true;
      return facts.share(isNumbered) < HALF;
    case "card_number":
      return facts.share(isNumbered) < HALF;
    case "street1":
    case "street2":
    case "country":
    case "state":
      return facts.share((value) => value.includes("@") || isLongNumber(value)) > HALF;
    case "customer_PIN":
      return (
        facts.share((value) => NAME.test(value) || value.includes("@") || isTelephone(value)) > HALF
      );
    case "code":
      return facts.share((value) => /\p{L}\s+\p{L}/u.test(value) || isDay(value)) > HALF;
    case "auto_add":
      return facts.share((value) => !/\d/.test(value) || isDay(value) || isTelephone(value)) > HALF;
    case "first_name":
    case "last_name":
    case "city":
      return facts.share((value) => !/\p{L}/u.test(value) || value.includes("@")) >= HALF;
    default:
      return false;
  }
}

function isNumbered(value: string): boolean {
  return /\d/.test(value) && !value.includes("@") && !isDay(value);
}

/** A postal code or a phone number: streets and countries have letters, or numbers of three digits. */
function isLongNumber(value: string): boolean {
  return !/\p{L}/u.test(value) && value.replace(/\D/g, "").length >= LONG_NUMBER;
}

/** Digits parted as only phone numbers are. */
function isTelephone(value: string): boolean {
  return /^[+(]|\d[/-]\d/.test(value) && isPhone(value) && value.replace(/\D/g, "").length >= PHONE;
}

function isWord(value: string): boolean {
  return !/[\d@]/.test(value);
}

/** Told until a person changes the mapping. */
export function doubtNotices(
  doubts: readonly FieldMapping[],
  { columns }: Pick<FileReading, "columns">,
  renamed: ReadonlyMap<FieldName, string> = new Map(),
): readonly Notice[] {
  return doubts.map(({ field, columns: [index = -1] }) => {
    const column = columns.find((each) => each.index === index)?.header ?? "";
    const label = renamed.get(field);
    if (label !== undefined)
      return notice("kept-field-renamed", "warning", null, { column, field: label });
    return notice("kept-column-doubted", "warning", null, { column, field: fieldWord(field) });
  });
}
