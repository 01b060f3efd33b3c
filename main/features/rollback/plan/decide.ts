import type { FieldName } from "../../../../preload/fields.ts";
import type { Sending } from "../../../records/imports/arrivals/sending.ts";
import { type Knowledge, knowledgeAfter, knownValue } from "./knowledge.ts";

/** What can be put back of one field of one customer. */
export type FieldVerdict =
  /** The value from before, known from an earlier import ("" where it was empty). */
  | { readonly kind: "restore"; readonly value: string }
  /** The undone import changed nothing: the value was the same before. */
  | { readonly kind: "same" }
  /** A later import sent this field too: its value stays. */
  | { readonly kind: "later" }
  /** Put back before: only imports that undo this one have sent the field since. */
  | { readonly kind: "undone" }
  | { readonly kind: "unknown" };

/** What can be undone of one customer of an import. */
export interface Verdict {
  /**
   * "new": the import made the customer; "maybe-new": it or somebody before; "skipped": the
   * platform left the row out ("ignore"); "unclear": its keys point at two customers.
   */
  readonly customer: "existing" | "new" | "maybe-new" | "skipped" | "unclear";
  readonly fields: ReadonlyMap<FieldName, FieldVerdict>;
  /** Overwriting may have emptied fields that are not known here. */
  readonly emptied: boolean;
}

const NO_FIELDS: ReadonlyMap<FieldName, FieldVerdict> = new Map();

/**
 * Decides about one customer. Pure.
 * @param undone the customer's rows in the import to be undone, in the order of sending
 * @param before what other imports of the account sent of the customer earlier, in that order
 * @param after what others sent later or will send
 * @param since up to which number in the order of sending later ones may be missing (`knownSince`)
 */
export function decide(
  undone: readonly [Sending, ...Sending[]],
  before: readonly Sending[],
  after: readonly Sending[],
  since = 0,
): Verdict {
  const known = knowledgeAfter(before, since);
  const customer = customerOf(undone, known);
  if (customer !== "existing") return { customer, fields: NO_FIELDS, emptied: false };
  const overwritten = undone[0].duplicates === "yes";
  const fields = new Map<FieldName, FieldVerdict>();
  const own = knowledgeAfter(undone);
  // Somebody may have sent the fields since, of which nothing is known here.
  const isHidden = undone.some(({ sentOrder }) => sentOrder !== null && sentOrder <= since);
  for (const field of touchedFields(undone, known)) {
    const verdict = fieldVerdict(field, undone, { known, own }, after);
    fields.set(field, isHidden && verdict.kind !== "later" ? { kind: "unknown" } : verdict);
  }
  return { customer, fields, emptied: overwritten && !known.restIsEmpty };
}

function customerOf(
  [first]: readonly [Sending, ...Sending[]],
  known: Knowledge,
): Exclude<Verdict["customer"], "unclear"> {
  // The platform knows better: who was known may have got another code since.
  if (first.created === "all") return "new";
  if (known.exists === "yes") return first.duplicates === "ignore" ? "skipped" : "existing";
  if (known.exists === "no") return "new";
  if (first.created === "none") return first.duplicates === "ignore" ? "skipped" : "existing";
  return "maybe-new";
}

/** The code names the customer and is not put back. Overwriting touches every known field. */
function touchedFields(undone: readonly Sending[], known: Knowledge): ReadonlySet<FieldName> {
  const touched = new Set(undone.flatMap(({ values }) => [...values.keys()]));
  if (undone[0]?.duplicates === "yes") for (const field of known.values.keys()) touched.add(field);
  touched.delete("code");
  return touched;
}

function fieldVerdict(
  field: FieldName,
  undone: readonly [Sending, ...Sending[]],
  { known, own }: { readonly known: Knowledge; readonly own: Knowledge },
  after: readonly Sending[],
): FieldVerdict {
  const [first] = undone;
  const later = after.filter((sending) => touches(sending, field));
  if (later.length > 0) {
    return { kind: later.every(({ undoes }) => undoes === first.importId) ? "undone" : "later" };
  }
  const value = knownValue(known, field);
  // A card number cannot be taken away by sending none.
  if (value === null || (field === "card_number" && value === "")) return { kind: "unknown" };
  const now = own.values.get(field) ?? "";
  const sure = undone.every(({ arrived }) => arrived === "sure");
  return sure && now === value ? { kind: "same" } : { kind: "restore", value };
}

function touches(
  { arrived, duplicates, values, revertedOrder }: Sending,
  field: FieldName,
): boolean {
  if (arrived === "none") return false;
  if (revertedOrder !== null || duplicates === "yes") return true;
  return duplicates === "update" && values.has(field);
}
