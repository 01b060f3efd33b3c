import type { Mapping } from "../../../../preload/types.ts";
import { type Entry, fieldOf, type Meaning } from "../headers/dictionary.ts";
import { isMasked, isPaymentCard } from "../proposal/codes/payment-card.ts";
import {
  isAmount,
  isCardLike,
  isDate,
  isNoCode,
  isNoStreet,
  isNoWord,
  isPhone,
  isPostalCode,
} from "../proposal/contradicts.ts";
import { isTick } from "../proposal/facts.ts";
import { isCompanyName } from "../proposal/names/company-name.ts";
import { mayBeName } from "../proposal/names/names.ts";
import type { ColumnWatch } from "./watch.ts";

/** So few different values, each again and again, are groups or ticks, whatever the header says. */
const GROUPS = 2;

/** One word may be a name too, and a group. */
const ONE_WORD = /^\p{L}[\p{L}'’-]*$/u;
/** From so many different values on, they are no groups. */
const MANY = 100;
const isPerson = (value: string) =>
  (mayBeName(value) || ONE_WORD.test(value)) && !isCompanyName(value);

const isWord = (value: string) => !isNoWord(value);

/** What can be told of one value, whatever stands in the other rows. Payment cards are left out rightly. */
const FITS: Partial<Record<Meaning, (value: string) => boolean>> = {
  card_number: (value) => isCardLike(value) || isMasked(value) || isPaymentCard(value),
  custom_date: isDate,
  email: (value) => value.includes("@"),
  phone: isPhone,
  mobile_phone: isPhone,
  home_phone: isPhone,
  auto_add: isAmount,
  first_name: isWord,
  last_name: isWord,
  street1: (value) => !isNoStreet(value),
  city: isWord,
  state: isWord,
  country: isWord,
  postal_code: isPostalCode,
  code: (value) => !isNoCode(value),
  full_name: isPerson,
  family_first: isPerson,
  name: isPerson,
};
/** "annlake", "VIP": a user name or a group, as long as it stands alone. */
const isLoneWord = (value: string) => ONE_WORD.test(value) && !mayBeName(value);
const NAMES: ReadonlySet<string> = new Set(["full_name", "family_first", "name"]);

/** Where a header may mean something else, only what belongs under the other one speaks against it. */
const EXCHANGED: ReadonlySet<string> = new Set(["email", "phone"]);

/**
 * A column that goes nowhere although its header names a field that no other column has: most of
 * its values are not written as that field's are. Null where the header names none of these fields.
 * @param known what the header stands for
 */
export function watchUnlikeHeader(
  column: string,
  known: Entry | null,
  mapping: Mapping,
): ColumnWatch | null {
  if (known === null || known.owner !== "main") return null;
  const { meaning } = known;
  // A bare "Name" may be anybody's, but it is the list's only one.
  const isSure = known.confidence === "certain" || meaning === "name";
  if (!isSure && !EXCHANGED.has(fieldOf(meaning))) return null;
  const isName = NAMES.has(meaning);
  const fits = FITS[meaning];
  const fields = isName ? ["first_name", "last_name"] : [fieldOf(meaning)];
  if (fits === undefined || mapping.some(({ field }) => fields.includes(field))) return null;
  const different = new Set<string>();
  let loneWords = 0;
  let filled = 0;
  let fitting = 0;
  let exchanged = 0;
  return {
    add({ value, shape }) {
      filled += 1;
      if (different.size < MANY) different.add(value);
      if (isName && isLoneWord(value)) loneWords += 1;
      // Days without a year have a finding of their own.
      if (shape.kind === "no-year" || fits(value)) fitting += 1;
      if (!isSure && (meaning === "email" ? isPhone(value) : value.includes("@"))) exchanged += 1;
      return true;
    },
    findings() {
      if (!isSure && exchanged * 2 <= filled) return [];
      const isFew = different.size <= GROUPS;
      const areTicks = isFew && (filled > different.size || [...different].every(isTick));
      const areGroups = different.size < MANY && different.size * 2 <= filled;
      const people = areGroups ? fitting : fitting - loneWords;
      if (areTicks || people * 2 >= filled) return [];
      return [{ code: "column-unlike-header", params: { column }, column }];
    },
  };
}
