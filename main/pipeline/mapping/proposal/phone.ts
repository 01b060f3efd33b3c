import { headerWords } from "../headers/header-words.ts";
import type { Candidate } from "./candidate.ts";
import { contradicts, isPhone } from "./contradicts.ts";
import { capped, type Proposed } from "./single-fields.ts";

/** Of several phones the mobile is preferred, then the customer's main one, home, billing, work. */
export function proposePhone(candidates: readonly Candidate[]): Proposed | null {
  const phones = candidates
    .filter((each) => preference(each) < Number.POSITIVE_INFINITY)
    .filter((each) => !contradicts("phone", each.facts) || isLocalPhone(each))
    .toSorted(
      (a, b) =>
        Number(b.facts.values.length > 0) - Number(a.facts.values.length > 0) ||
        preference(a) - preference(b) ||
        a.rank - b.rank ||
        a.column.index - b.column.index,
    );
  const [best, second] = phones;
  if (best === undefined) return null;
  const confidence =
    preference(best) >= WORK || contradicts("phone", best.facts)
      ? "unsure"
      : second === undefined
        ? capped(best)
        : "likely";
  return { field: "phone", columns: [best.column.index], confidence };
}

/** A bare "Phone" or "Móvil" over numbers as short as 555-1; with more words it may be anything. */
function isLocalPhone({ column, owner, facts }: Candidate): boolean {
  if (owner !== "main" || headerWords(column.header).length !== 1) return false;
  return facts.share((value) => SHORT.test(value) || isPhone(value)) >= 0.9;
}

/** Two groups of digits, four at least. */
const SHORT = /^(?=(?:\D*\d){4})\d{2,4}[ -]\d{1,4}$/;

/** Whether a header is one of a phone, for the notice that names the choice. */
export function isPhoneMeaning(each: { readonly meaning: string }): boolean {
  return each.meaning === "phone" || each.meaning.endsWith("_phone");
}

const WORK = 6;

function preference(each: Candidate): number {
  if (!isPhoneMeaning(each)) return Number.POSITIVE_INFINITY;
  if (each.owner === "work" || each.meaning === "work_phone") return WORK;
  if (each.owner === "billing") return 5;
  if (each.meaning === "mobile_phone") return 0;
  if (each.meaning === "home_phone") return 2;
  return each.owner === "main" ? 1 : 3;
}
