import { plainLetters } from "../headers/plain-letters.ts";
import type { Candidate } from "./candidate.ts";
import { contradicts } from "./contradicts.ts";
import { type Proposed, proposeSingle } from "./single-fields.ts";

/**
 * First and last name: their own columns where there are any; a bare "Name" fills the gap beside
 * one of them; a full name alone is offered as a split into both.
 */
export function proposeNames(candidates: readonly Candidate[]): readonly Proposed[] {
  const first = proposeSingle("first_name", candidates);
  const last = proposeSingle("last_name", candidates);
  if (first !== null && last !== null) return [first, wholeLastName(last, candidates)];
  const own = candidates.filter((each) => each.owner === "main" && !unfit(each));
  const bare = own.find((each) => each.meaning === "name");
  if (first !== null) {
    if (bare === undefined || holdsOther(bare, first, candidates)) return [first];
    return [first, { field: "last_name", columns: [bare.column.index], confidence: "likely" }];
  }
  if (last !== null) {
    if (bare === undefined || holdsOther(bare, last, candidates))
      return [wholeLastName(last, candidates)];
    return [
      { field: "first_name", columns: [bare.column.index], confidence: "likely" },
      wholeLastName(last, candidates),
    ];
  }
  const full = own.find((each) => each.meaning === "full_name" && hasTwoWords(each)) ?? bare;
  return full === undefined ? [] : splitOf(full);
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

function unfit(each: Candidate): boolean {
  return contradicts("first_name", each.facts);
}

/** Two to five words without digits in most values: people rather than groups or ticks. */
function hasTwoWords(each: Candidate): boolean {
  if (each.facts.values.length === 0) return each.confidence !== "unsure";
  return each.facts.share((value) => /^[^\d\s]+(?:[\s,]+[^\d\s]+){1,4}$/.test(value)) >= 0.5;
}

/** Whether the bare name repeats the other column's value: then it is the full name. */
function holdsOther(bare: Candidate, other: Proposed, candidates: readonly Candidate[]): boolean {
  const beside = candidates.find((each) => each.column.index === other.columns[0]);
  if (beside === undefined) return false;
  const parts = new Set(beside.facts.values.map(plainLetters));
  const repeating = bare.facts.share((value) => {
    const words = plainLetters(value).split(/[\s,]+/);
    return words.length > 1 && words.some((word) => parts.has(word));
  });
  return repeating >= 0.5;
}

/** "Jane Doe" by the first blank, "Doe, Jane" by the comma. */
function splitOf(full: Candidate): readonly Proposed[] {
  if (!hasTwoWords(full)) return [];
  const columns = [full.column.index];
  const confidence = full.confidence === "certain" ? "likely" : full.confidence;
  const byComma = full.facts.share((value) => /^[^,]+,[^,]+$/.test(value)) >= 0.5;
  const by = byComma ? "comma" : "blank";
  return [
    {
      field: "first_name",
      columns,
      confidence,
      part: { by, take: byComma ? "rest" : "first" },
    },
    {
      field: "last_name",
      columns,
      confidence,
      part: { by, take: byComma ? "first" : "rest" },
    },
  ];
}
