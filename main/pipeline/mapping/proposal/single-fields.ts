import type { FieldName } from "../../../../preload/fields.ts";
import type { Confidence } from "../../../../preload/types.ts";
import type { Owner } from "../headers/dictionary.ts";
import type { Candidate } from "./candidate.ts";
import { contradicts } from "./contradicts.ts";

/** A field that was settled, before it becomes a FieldMapping. */
export interface Proposed {
  readonly field: FieldName;
  readonly columns: readonly number[];
  readonly confidence: Confidence;
  readonly part?: {
    readonly by: "blank" | "comma";
    readonly take: "first" | "rest";
    readonly proven?: true;
  };
  /** What stands between the columns' values, where it is no blank. */
  readonly joinedBy?: "-";
}

const SURENESS: readonly Confidence[] = ["certain", "likely", "unsure"];

/** Whose value may stand in for the customer's own, in order; a company's never does. */
const OWNERS: readonly Owner[] = ["main", "home", "mailing", "billing"];

/** Fields decided by their own header and values alone: the surest column wins. */
export function proposeSingle(field: FieldName, candidates: readonly Candidate[]): Proposed | null {
  const fitting = candidates
    .filter((each) => each.meaning === field && OWNERS.includes(each.owner))
    .filter((each) => isOwnName(each) || !contradicts(field, each.facts));
  const [best] = fitting.toSorted(bySureness);
  if (best === undefined) return null;
  return { field, columns: [best.column.index], confidence: capped(best) };
}

/** `auto_add`, `custom_date`: nobody writes these by chance; a card number is still looked at. */
function isOwnName(each: Candidate): boolean {
  return each.rank < 0 && each.meaning.includes("_") && each.meaning !== "card_number";
}

/** Columns that hold something first, then the owner, the confidence, the dictionary's order. */
export function bySureness(a: Candidate, b: Candidate): number {
  return (
    Number(b.facts.values.length > 0) - Number(a.facts.values.length > 0) ||
    OWNERS.indexOf(a.owner) - OWNERS.indexOf(b.owner) ||
    SURENESS.indexOf(a.confidence) - SURENESS.indexOf(b.confidence) ||
    a.rank - b.rank ||
    a.column.index - b.column.index
  );
}

/** A column without values, or of another owner, is at most likely. */
export function capped(each: Candidate): Confidence {
  const apart = each.owner === "mailing" || each.owner === "billing";
  if (each.confidence === "certain" && (apart || each.facts.empty) && each.rank >= 0) {
    return "likely";
  }
  return each.confidence;
}
