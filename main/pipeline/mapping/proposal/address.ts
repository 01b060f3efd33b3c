import type { FieldName } from "../../../../preload/fields.ts";
import type { Meaning, Owner } from "../headers/dictionary.ts";
import { headerWords, isJoining } from "../headers/header-words.ts";
import type { Candidate } from "./candidate.ts";
import { contradicts, isChannel } from "./contradicts.ts";
import { bySureness, capped, type Proposed } from "./single-fields.ts";

/** The customer's own address first; a billing address serves only where there is no other. */
const FAMILIES: readonly Owner[] = ["main", "home", "mailing", "billing"];
const CORE: readonly Meaning[] = [
  "street1",
  "lot",
  "city",
  "province_city",
  "postal_code",
  "postal_city",
  "postal_town",
];
const FIELDS = ["street1", "street2", "city", "state", "postal_code", "country"] as const;

/**
 * All parts of the address come from one family of columns, never half from billing and half
 * from the main address. Only a bare "State" or "Country" joins a family that has none.
 * Shipping, company and further addresses are never taken.
 */
export function proposeAddress(candidates: readonly Candidate[]): readonly Proposed[] {
  const family = familyOf(candidates);
  const found = FIELDS.flatMap((field) => {
    const own = best(field, family, candidates);
    if (own !== null) return withHouseNumber(own, family, candidates);
    if (field !== "state" && field !== "country") return [];
    const bare = best(field, ["main"], candidates);
    return bare === null ? [] : [bare];
  });
  return [...found, ...cutFrom(family, candidates, found)];
}

/** "01067 Dresden" in one column: what of the two no other column has. */
function cutFrom(
  family: readonly Owner[],
  candidates: readonly Candidate[],
  found: readonly Proposed[],
): readonly Proposed[] {
  const both = candidates.find(
    (each) => each.meaning === "postal_city" && family.includes(each.owner),
  );
  if (both === undefined || both.facts.share(isPostalCity) < MOST) return [];
  const columns = [both.column.index];
  const cut = [
    { field: "postal_code", part: { by: "blank", take: "first" } },
    { field: "city", part: { by: "blank", take: "rest" } },
  ] as const;
  return cut
    .filter(({ field }) => found.every((each) => each.field !== field))
    .map((each): Proposed => ({ ...each, columns, confidence: "likely" }));
}

/** A postal code without blanks, then words. */
function isPostalCity(value: string): boolean {
  return /^(?:[A-Z]{1,2}-)?\d[\d-]{2,8}\s+\p{L}/u.test(value);
}

/** "Address" and "Home city" are one address, unless the list has a "City" too. */
function familyOf(candidates: readonly Candidate[]): readonly Owner[] {
  const family = chooseFamily(candidates);
  if (family !== "main" && family !== "home") return [family];
  const twins = CORE.some((meaning) =>
    (["main", "home"] as const).every((owner) =>
      candidates.some((each) => each.meaning === meaning && each.owner === owner),
    ),
  );
  return twins ? [family] : ["main", "home"];
}

function chooseFamily(candidates: readonly Candidate[]): Owner {
  const having = (filled: boolean) =>
    FAMILIES.find((family) =>
      candidates.some(
        (each) =>
          each.owner === family &&
          CORE.includes(each.meaning) &&
          (!filled || each.facts.values.length > 0),
      ),
    );
  return having(true) ?? having(false) ?? "main";
}

function best(
  field: FieldName,
  family: readonly Owner[],
  candidates: readonly Candidate[],
): Proposed | null {
  const theirs = candidates.filter((each) => family.includes(each.owner));
  const inPlace = theirs.some((each) => CORE.includes(each.meaning));
  const [first] = theirs
    .filter((each) => means(each.meaning, field, inPlace, theirs))
    .filter((each) => isLot(each) || !contradicts(field, each.facts))
    .filter((each) => each.meaning !== "postal_town" || (field === "city") === isTowns(each))
    .filter((each) => each.meaning !== "state_code" || each.facts.share(isStateCode) >= MOST)
    .filter((each) => field !== "street1" || !maySayHow(each) || !isChannel(each.facts))
    .filter((each) => !isWhole(each) || each.owner === "main" || each.owner === "home")
    .toSorted(
      (a, b) => Number(b.meaning === field) - Number(a.meaning === field) || bySureness(a, b),
    );
  if (first === undefined) return null;
  const confidence = isWhole(first) ? "unsure" : capped(first);
  return { field, columns: [first.column.index], confidence };
}

/** What stands for a field only beside others, or where no other column does. */
function means(
  meaning: Meaning,
  field: FieldName,
  inPlace: boolean,
  theirs: readonly Candidate[],
): boolean {
  const isThere = (other: Meaning) => theirs.some((each) => each.meaning === other);
  if (meaning === field) return true;
  if (field === "state" && meaning === "state_maybe") return inPlace;
  if (field === "state" && meaning === "state_code") return isThere("city");
  if (field === "state" && meaning === "province_city") return isThere("city");
  if (field === "city" && meaning === "province_city") return !isThere("city");
  if (field === "city" && meaning === "postal_town") return !isThere("city");
  if (field !== "street1" || isThere("street1")) return false;
  return meaning === "lot" || meaning === "postal_town";
}

const MOST = 0.9;

/** "St" is a state, a street or a status: only the codes of states, ME or NSW, show which. */
function isStateCode(value: string): boolean {
  return /^[A-Z]{2,3}$/.test(value);
}

/** "Malmö", not "Box 12" or "211 45 Malmö". */
function isTowns({ facts }: Candidate): boolean {
  return facts.values.length > 0 && facts.share((value) => /\d/.test(value)) < 1 - MOST;
}

/** A lot is a number as often as not: "1-2-3". */
function isLot({ meaning, facts }: Candidate): boolean {
  return meaning === "lot" && facts.share((value) => /^\d[\d-]*$/.test(value)) >= 0.5;
}

/** "Via" is a street in Italian, and elsewhere the way that a customer came. */
function maySayHow({ column }: Candidate): boolean {
  return headerWords(column.header).join("") === "via";
}

/** "1 Main St, Austin, TX 78701": street, city and more in one cell. */
function isWhole({ meaning, facts }: Candidate): boolean {
  return meaning === "street1" && facts.share((value) => /,.*,/.test(value)) >= 0.5;
}

/** Words of English and French headers; in other languages the number is read behind the street. */
const READ_FIRST = /^(?:(?:house|street) number|number (?:rue|voie))$/;
const FIRST_BESIDE = /\b(?:street|road|rue|voie)\b/;

/** "House No", "Street": 12 Oak Road. "Huisnummer", "Straat": Dorpsstraat 12, all the same. */
function isReadFirst(house: Candidate, street: Candidate | undefined): boolean {
  if (street === undefined || house.column.index > street.column.index) return false;
  const number = saidBy(house);
  return READ_FIRST.test(number) || (!number.includes(" ") && FIRST_BESIDE.test(saidBy(street)));
}

function saidBy({ column }: Candidate): string {
  const words = headerWords(column.header);
  return words.filter((word) => !isJoining(word)).join(" ");
}

/** "Straße" and "Hausnummer" are one line of an address. */
function withHouseNumber(
  own: Proposed,
  family: readonly Owner[],
  candidates: readonly Candidate[],
): readonly Proposed[] {
  const house = candidates.find(
    (each) =>
      (each.meaning === "house_number" || each.meaning === "lot") &&
      family.includes(each.owner) &&
      !own.columns.includes(each.column.index),
  );
  if (own.field !== "street1" || house === undefined) return [own];
  const { index } = house.column;
  const street = candidates.find((each) => each.column.index === own.columns[0]);
  const columns = isReadFirst(house, street) ? [index, ...own.columns] : [...own.columns, index];
  return [{ ...own, columns, confidence: "likely" }];
}
