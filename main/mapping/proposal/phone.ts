import type { Candidate } from "./candidate.ts";
import { contradicts } from "./contradicts.ts";
import { capped, type Proposed } from "./single-fields.ts";

/** Of several phones the mobile is preferred, then the customer's main one, home, billing, work. */
export function proposePhone(candidates: readonly Candidate[]): Proposed | null {
  const phones = candidates
    .filter((each) => preference(each) < Number.POSITIVE_INFINITY)
    .filter((each) => !contradicts("phone", each.facts))
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
    preference(best) >= WORK ? "unsure" : second === undefined ? capped(best) : "likely";
  return { field: "phone", columns: [best.column.index], confidence };
}

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
