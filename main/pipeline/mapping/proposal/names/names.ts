import { plainLetters } from "../../../../common/plain-letters.ts";
import { isEastAsian } from "../../headers/header-words.ts";
import { bookedName } from "../../values/names/booked-name.ts";
import { capitalsFirst } from "../../values/names/capitals-first.ts";
import type { Candidate } from "../candidate.ts";
import { contradicts } from "../contradicts.ts";
import { type Proposed, proposeSingle } from "../single-fields.ts";
import { isCompanyName } from "./company-name.ts";

type Part = "first_name" | "last_name";

/**
 * First and last name: their own columns where there are any; a bare "Name" fills the gap beside
 * one of them; a full name alone is offered as a split into both.
 */
export function proposeNames(candidates: readonly Candidate[]): readonly Proposed[] {
  const own = candidates.filter((each) => each.owner === "main" && !unfit(each));
  const bare = own.find((each) => each.meaning === "name") ?? own.find(isHalfName);
  const full = own.find((each) => isFullName(each) && hasTwoWords(each));
  const whole = full ?? bare;
  const first = standing("first_name", candidates, whole);
  const last = standing("last_name", candidates, whole);
  const both = holderOfBoth(first, last, candidates);
  if (both !== null) return splitOf({ ...both, confidence: "unsure" });
  if (first !== null && last !== null) return [first, wholeLastName(last, candidates)];
  if (first !== null) return [first, ...gap("last_name", first, bare, full, candidates)];
  if (last === null) {
    const split = whole === undefined ? [] : splitOf(whole);
    return split.length > 0 ? split : undivided(own);
  }
  const found = gap("first_name", last, bare, full, candidates);
  // A "last name" that the full name does not hold is something else: Brazil's "Apelido".
  if (found.length === 0 && full !== undefined) return splitOf(full);
  return [...found, wholeLastName(last, candidates)];
}

/** "Ann Lake" below "First name" and nothing below "Last name" in all rows: both are in the one. */
function holderOfBoth(
  first: Proposed | null,
  last: Proposed | null,
  candidates: readonly Candidate[],
): Candidate | null {
  const columnOf = (part: Proposed | null) =>
    candidates.find(({ column }) => column.index === part?.columns[0]);
  const [named, other] = [columnOf(first), columnOf(last)];
  if (named === undefined || other === undefined) return null;
  const filled = named.facts.empty ? other : named;
  const isHalfEmpty = named.facts.empty !== other.facts.empty;
  const isWhole = filled.facts.values.length > 1 && filled.facts.share(isTwoToFiveWords) >= MOST;
  return isHalfEmpty && isWhole ? filled : null;
}

/** 名前 beside 苗字: what names the whole elsewhere holds one word only. */
function isHalfName(each: Candidate): boolean {
  return isFullName(each) && each.confidence === "certain" && each.facts.share(isOneWord) >= MOST;
}

function isOneWord(value: string): boolean {
  return /^\p{L}[\p{L}'’.-]*$/u.test(value);
}

function isFullName({ meaning }: Candidate): boolean {
  return meaning === "full_name" || meaning === "family_first";
}

/**
 * 王小明, 김철수: nothing shows where the family name ends, so that the whole name goes into one
 * field as it is. So does a plain "Name" of single words or with a number behind ("Ana 17"), as
 * long as its values differ as people's names do.
 */
function undivided(own: readonly Candidate[]): readonly Proposed[] {
  const name = own.find(
    (each) =>
      (isFullName(each) || each.meaning === "name") &&
      (each.facts.share(isEastAsianName) >= 0.5 ||
        (each.facts.distinct >= 0.5 && each.facts.share(isShortName) >= MOST)),
  );
  if (name === undefined) return [];
  return [{ field: "first_name", columns: [name.column.index], confidence: "unsure" }];
}

const MOST = 0.9;

/** One name of a person, or one with a number that tells namesakes apart. */
function isShortName(value: string): boolean {
  return /^\p{Lu}[\p{L}'’.-]+(?: \d{1,4})?$/u.test(value) && !isAllCapitals(value);
}

/** Codes and groups are written so: VIP, GOLD. */
function isAllCapitals(value: string): boolean {
  return /^\P{Ll}+$/u.test(value);
}

function isEastAsianName(value: string): boolean {
  return isEastAsian(value) && !/\d/.test(value);
}

/** Whether its values show that the family name stands in front: by the script, a patronymic at the end, or capitals. */
function showFamilyFirst({ facts }: Candidate): boolean {
  if (facts.values.length === 0) return false;
  if (facts.share((value) => capitalsFirst(value) !== null) >= MOST) return true;
  return facts.share((value) => isEastAsianName(value) || PATRONYMIC.test(value)) >= 0.5;
}

/** By the header, which says the same of every list. */
function isFamilyFirst({ meaning, facts, column }: Candidate): boolean {
  return meaning === "family_first" || (facts.values.length === 0 && isEastAsian(column.header));
}

/** "Иванов Иван Иванович". */
const PATRONYMIC = /^\S+\s+\S+\s+\S+(?:вич|ьич|вна|чна)$/iu;

/** The field's own column, unless only the full name has values, or is the customer's own. */
function standing(field: Part, candidates: readonly Candidate[], whole: Candidate | undefined) {
  const found = proposeSingle(field, candidates);
  if (found === null || whole === undefined || !hasTwoWords(whole)) return found;
  const column = candidates.find((each) => each.column.index === found.columns[0]);
  if (column === undefined || whole.facts.values.length === 0) return found;
  return column.facts.empty || column.owner !== "main" ? null : found;
}

/** What the list says of the other half of the name. */
function gap(
  field: Part,
  other: Proposed,
  bare: Candidate | undefined,
  full: Candidate | undefined,
  candidates: readonly Candidate[],
): readonly Proposed[] {
  if (full !== undefined && holdsOther(full, other, candidates)) {
    return splitOf(full).filter((each) => each.field === field);
  }
  if (bare === undefined) return [];
  if (holdsOther(bare, other, candidates)) {
    return splitOf(bare).filter((each) => each.field === field);
  }
  return [{ field, columns: [bare.column.index], confidence: "likely" }];
}

/** "van der" goes before the last name, a second one behind it; both come from the main columns. */
function wholeLastName(last: Proposed, candidates: readonly Candidate[]): Proposed {
  const beside = (meaning: Candidate["meaning"]) =>
    candidates
      .filter((each) => each.meaning === meaning && each.owner === "main" && !unfit(each))
      .slice(0, 1)
      .map((each) => each.column.index);
  const columns = [...beside("name_infix"), ...last.columns, ...beside("second_last_name")];
  return columns.length === 1 ? last : { ...last, columns, confidence: "likely" };
}

/** A firm's name goes into one field as a whole, so that a few among people do no harm. */
const MOST_COMPANIES = 0.5;

function unfit(each: Candidate): boolean {
  return contradicts("first_name", each.facts) || each.facts.share(isCompanyName) > MOST_COMPANIES;
}

/** Two to five words without digits in most values: people rather than groups or ticks. */
function hasTwoWords(each: Candidate): boolean {
  const { facts } = each;
  if (facts.values.length === 0) return each.confidence !== "unsure";
  const share = facts.share(isTwoToFiveWords);
  if (share >= 0.5 || !isFullName(each) || each.confidence !== "certain") return share >= 0.5;
  return share > 0 && facts.distinct >= 0.5 && facts.share(isName) >= MOST;
}

/** `Prince,` is a family name whose given name is missing. */
function isName(value: string): boolean {
  if (isCompanyName(value)) return false;
  return isTwoToFiveWords(value) || isShortName(value.replace(/,\s*$/, ""));
}

/** Whether a text may be a whole name: more than a group or a tick. */
export function mayBeName(value: string): boolean {
  return isTwoToFiveWords(value) || isShortName(value) || isEastAsianName(value);
}

function isTwoToFiveWords(value: string): boolean {
  if (/\d/.test(value)) return false;
  if (bookedName(value) !== null) return true;
  const words = value.split(/[\s,]+/).filter((word) => word !== "");
  return words.length >= 2 && words.length <= 5;
}

/** Whether a name repeats the other column's value: then it is the full name. */
function holdsOther(name: Candidate, other: Proposed, candidates: readonly Candidate[]): boolean {
  const beside = candidates.find((each) => each.column.index === other.columns[0]);
  if (beside === undefined) return false;
  const parts = new Set(beside.facts.values.map(plainLetters));
  const repeating = name.facts.share((value) => {
    const plain = plainLetters(value);
    const words = plain.split(/[\s,]+/);
    if (words.length > 1) return words.some((word) => parts.has(word));
    return isEastAsian(value) && [...parts].some((part) => plain.startsWith(part));
  });
  return repeating >= 0.5;
}

/** "Jane Doe" and 山田 太郎 by the first blank, "Doe, Jane" by the comma. */
function splitOf(full: Candidate): readonly Proposed[] {
  if (!hasTwoWords(full)) return [];
  const columns = [full.column.index];
  const confidence = full.confidence === "certain" ? "likely" : full.confidence;
  const byComma = full.facts.share((value) => /^[^,]+,[^,]+$/.test(value)) >= 0.5;
  const by: "blank" | "comma" = byComma ? "comma" : "blank";
  const isShown = !byComma && !isFamilyFirst(full) && showFamilyFirst(full);
  const turned = byComma || isFamilyFirst(full) || isShown;
  const half = (field: Part, take: "first" | "rest"): Proposed => {
    const part = isShown ? ({ by, take, proven: true } as const) : { by, take };
    return { field, columns, confidence, part };
  };
  return [
    half("first_name", turned ? "rest" : "first"),
    half("last_name", turned ? "first" : "rest"),
  ];
}
