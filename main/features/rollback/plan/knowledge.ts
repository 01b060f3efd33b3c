import type { FieldName } from "../../../../preload/fields.ts";
import type { LinkedRow } from "../../../records/customers/linked-rows.ts";
import type { Sending } from "../../../records/imports/arrivals/sending.ts";

/** What this workstation knows of a customer at the platform, from what it sent itself. */
export interface Knowledge {
  /** Whether the customer exists there: "maybe" where nothing tells. */
  readonly exists: "yes" | "no" | "maybe";
  readonly values: ReadonlyMap<FieldName, string>;
  /** Whether every field that is not in `values` is empty: the customer was made or emptied here. */
  readonly restIsEmpty: boolean;
  /** Fields whose value is one of several: a batch that changed them may or may not have arrived. */
  readonly unsure: ReadonlySet<FieldName>;
}

export const NOTHING_KNOWN: Knowledge = {
  exists: "maybe",
  values: new Map(),
  restIsEmpty: false,
  unsure: new Set(),
};

const GONE: Knowledge = { ...NOTHING_KNOWN, exists: "no" };

/** The value of a field, "" where it is known to be empty, or null where it is not known. */
export function knownValue(known: Knowledge, field: FieldName): string | null {
  if (known.unsure.has(field)) return null;
  return known.values.get(field) ?? (known.restIsEmpty ? "" : null);
}

/**
 * What is known after some sendings, in the order in which they went out. Undoing a batch in the
 * admin pages puts its customers back as they were before it, whatever came in between.
 * @param since after this number in the order of sending something may have been sent of which
 * nothing is written here (`knownSince`)
 */
export function knowledgeAfter(sendings: readonly Sending[], since = 0): Knowledge {
  return since === 0 && isPlain(sendings) ? plainly(sendings) : stepByStep(sendings, since);
}

/**
 * Whether what a row told is all that counts of it and the one before it, whatever was sent earlier
 * or later: both arrived, and it names every field that the other one does, or overwrites.
 * @param since as for `knowledgeAfter`
 */
export function isMore(row: LinkedRow, before: LinkedRow, since: number): boolean {
  const { facts } = row;
  const past = before.facts;
  const count = facts.arrived === "sure" && past.arrived === "sure";
  const stand = facts.revertedOrder === null && past.revertedOrder === null;
  if (!count || !stand || facts.undoes !== past.undoes) return false;
  if (past.sentOrder === null || past.sentOrder <= since) return false;
  if (facts.duplicates === "yes") return row.identity.code !== "";
  const update = facts.duplicates === "update" && past.duplicates === "update";
  const same = row.fields === before.fields && row.identity.card === before.identity.card;
  return update && same && past.created !== "all";
}

/** Whether all are in order, none was undone, and of each it is known whether it changed anything. */
function isPlain(sendings: readonly Sending[]): boolean {
  const at = (sending: Sending | undefined) => sending?.sentOrder ?? Number.POSITIVE_INFINITY;
  return sendings.every(
    (sending, place) =>
      sending.revertedOrder === null &&
      sending.arrived !== "maybe" &&
      sending.duplicates !== "ignore" &&
      (place === 0 || at(sendings[place - 1]) <= at(sending)),
  );
}

/** Of customers of very many imports, all but the values that still hold is left unread. */
function plainly(sendings: readonly Sending[]): Knowledge {
  const sure = sendings.filter(({ arrived }) => arrived === "sure");
  const from = sure.findLastIndex(
    ({ created, duplicates, values }) =>
      created === "all" || (duplicates === "yes" && values.has("code")),
  );
  let values = new Map<FieldName, string>();
  let restIsEmpty = false;
  for (const sending of from < 0 ? sure : sure.slice(from)) {
    const isNew = sending.created === "all";
    if (isNew || sending.duplicates === "yes") {
      values = replaced(isNew ? undefined : values.get("code"), sending.values);
      restIsEmpty = true;
    } else {
      for (const [field, value] of sending.values) values.set(field, value);
    }
  }
  const exists = sure.length > 0 ? "yes" : "maybe";
  return { exists, values, restIsEmpty, unsure: NOTHING_KNOWN.unsure };
}

function stepByStep(sendings: readonly Sending[], since: number): Knowledge {
  const before = new Map<number, Knowledge>();
  let known = NOTHING_KNOWN;
  let isPast = since === 0;
  const passGap = () => {
    if (!isPast) known = { ...NOTHING_KNOWN, exists: known.exists };
    isPast = true;
  };
  for (const event of inOrder(sendings)) {
    if (event.at > since) passGap();
    if (event.kind === "reverted") {
      const earlier = before.get(event.sending.batchId) ?? NOTHING_KNOWN;
      known = earlier.exists === "maybe" && event.sending.created === "all" ? GONE : earlier;
    } else {
      // A batch may hold a customer twice: what was before it is what was before the first row.
      const { batchId } = event.sending;
      if (!before.has(batchId)) before.set(batchId, known);
      known = after(known, event.sending);
    }
  }
  passGap();
  return known;
}

type Event = { readonly kind: "sent" | "reverted"; readonly at: number; readonly sending: Sending };

function inOrder(sendings: readonly Sending[]): readonly Event[] {
  const events = sendings.flatMap((sending): Event[] => [
    { kind: "sent", at: sending.sentOrder ?? Number.POSITIVE_INFINITY, sending },
    ...(sending.revertedOrder === null
      ? []
      : [{ kind: "reverted" as const, at: sending.revertedOrder, sending }]),
  ]);
  // Sorting keeps the order of equals: sendings come in theirs. Of batches marked as undone at
  // once, the newest was undone first.
  const places = new Map(sendings.map((sending, place) => [sending, place]));
  const newestFirst = (a: Event, b: Event) =>
    a.kind === "reverted" && b.kind === "reverted"
      ? (places.get(b.sending) ?? 0) - (places.get(a.sending) ?? 0)
      : 0;
  return events.sort((a, b) => (a.at === b.at ? newestFirst(a, b) : a.at - b.at));
}

function after(known: Knowledge, sending: Sending): Knowledge {
  switch (sending.arrived) {
    case "none":
    case "pending":
      return known;
    case "maybe":
      return maybeAfter(known, applied(known, sending));
    case "sure":
      return applied(known, sending);
  }
}

/** The documentation's three ways of treating a match. */
function applied(known: Knowledge, { duplicates, values, created }: Sending): Knowledge {
  const isNew = known.exists === "no" || created === "all";
  if (isNew || duplicates === "yes") {
    const all = replaced(isNew ? undefined : known.values.get("code"), values);
    return { exists: "yes", values: all, restIsEmpty: true, unsure: new Set() };
  }
  if (duplicates === "ignore") {
    // "the existing data will be left untouched"; who was not there is new with the data given.
    if (known.exists === "yes" || created === "none") return { ...known, exists: "yes" };
    return { ...NOTHING_KNOWN, exists: "yes" };
  }
  // "only change the fields that are given"
  const unsure = new Set([...known.unsure].filter((field) => !values.has(field)));
  return { ...known, exists: "yes", values: new Map([...known.values, ...values]), unsure };
}

/** "blank out all existing fields/data for that customer, and replace with the data given" */
function replaced(
  code: string | undefined,
  values: ReadonlyMap<FieldName, string>,
): Map<FieldName, string> {
  return new Map([...(code === undefined ? [] : [["code", code] as const]), ...values]);
}

/** What is known after a change that may have happened or not: that on which both cases agree. */
function maybeAfter(without: Knowledge, withIt: Knowledge): Knowledge {
  const fields = new Set([...without.values.keys(), ...withIt.values.keys()]);
  const unsure = new Set([...without.unsure, ...withIt.unsure]);
  const values = new Map<FieldName, string>();
  for (const field of fields) {
    const one = knownValue(without, field);
    const other = knownValue(withIt, field);
    if (one !== null && one === other) values.set(field, one);
    else unsure.add(field);
  }
  return {
    exists: without.exists === withIt.exists ? without.exists : "maybe",
    values,
    restIsEmpty: without.restIsEmpty && withIt.restIsEmpty,
    unsure,
  };
}
