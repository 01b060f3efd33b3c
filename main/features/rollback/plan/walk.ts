import type { FieldName } from "../../../../preload/fields.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { readAtOnce } from "../../../common/sqlite/read-at-once.ts";
import { identifyCustomer } from "../../../records/customers/customer-identity.ts";
import { type LinkedRow, linkedRows } from "../../../records/customers/linked-rows.ts";
import { type PlainRows, plainRows } from "../../../records/customers/plain-rows.ts";
import { createRelated, type Related } from "../../../records/customers/related.ts";
import type { Identity } from "../../../records/identity/same-customer.ts";
import {
  type BatchFacts,
  compareSending,
  createFactsReader,
  factsAt,
} from "../../../records/imports/arrivals/batch-facts.ts";
import {
  createFormerReader,
  createPayloadCache,
} from "../../../records/imports/arrivals/payload-cache.ts";
import { type Sending, sendingOf } from "../../../records/imports/arrivals/sending.ts";
import { batchIdsOf } from "../../../records/imports/batches/batch-ids.ts";
import { knownSince } from "../../../records/imports/past/known-since.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { decide, type Verdict } from "./decide.ts";
import { isMore } from "./knowledge.ts";

/** Batches whose customers are looked up together; many make a walk through the index pay. */
const CHUNK_BATCHES = 50;

/** A customer of the import to be undone, with what can be undone. */
export interface CustomerVerdict {
  /** The last of the customer's rows in the import. */
  readonly row: MappedRow;
  readonly fields: readonly FieldName[];
  /** All of them, in the order of sending: each added its own amount. */
  readonly rows: readonly OwnRow[];
  readonly identity: Identity;
  readonly verdict: Verdict;
  /** Whether anything else may have reached the customer since. */
  readonly sentLater: boolean;
}

export interface OwnRow {
  readonly row: MappedRow;
  readonly fields: readonly FieldName[];
}

export type WalkStep =
  | { readonly kind: "customer"; readonly customer: CustomerVerdict }
  /** Rows of a batch that are not kept any more. */
  | { readonly kind: "gone"; readonly rows: number };

/**
 * Goes through the customers of an import that reached the platform (or may have) and was not
 * undone in the admin pages, each once, in list order; yields after every batch.
 */
export function* walkUndo(
  db: Database,
  vault: Vault,
  importId: number,
): Generator<readonly WalkStep[]> {
  const factsOf = createFactsReader(db);
  const open = createPayloadCache(db, vault);
  const openFormer = createFormerReader(db, vault);
  const sent = batchIdsOf(db, importId).flatMap((id) => {
    const facts = factsOf(id);
    return facts === null || !isUndoable(facts) ? [] : [facts];
  });
  const own = new Map(sent.map((facts) => [facts.batchId, facts]));
  const since = knownSince(db);

  for (let at = 0; at < sent.length; at += CHUNK_BATCHES) {
    const chunk = sent.slice(at, at + CHUNK_BATCHES);
    const [{ server }] = chunk as [BatchFacts, ...BatchFacts[]];
    const related = createRelated(db, vault, server);
    const facts = new Map<number, BatchFacts | null>(own);
    const factsFor = (id: number) => {
      if (!facts.has(id)) facts.set(id, factsAt(factsOf(id), server));
      return facts.get(id) ?? null;
    };
    const about = { open, openFormer, factsFor, related, own, since };
    // Each of these is looked at once.
    const openOther = createPayloadCache(db, vault, 1);
    const openOnce = (id: number) => (own.has(id) ? open(id) : openOther(id));
    const plain = readAtOnce(db, () => plainOf(chunk, importId, { ...about, open: openOnce }));
    for (const batch of chunk) yield readAtOnce(db, () => verdicts(batch, { ...about, plain }));
  }
}

/** All customers of some batches at once, and where those stand who have to be followed one by one. */
function plainOf(
  chunk: readonly BatchFacts[],
  importId: number,
  { open, openFormer, factsFor, related, since }: Omit<WalkParts, "plain">,
): PlainRows {
  const identities = chunk.flatMap(({ batchId }) => open(batchId)?.identities ?? []);
  related.lookUp(identities);
  const batches = related.all().flatMap((id) => factsFor(id) ?? []);
  const plain = plainRows(identities, batches.sort(compareSending), {
    open,
    openFormer,
    isMore: (row, before) =>
      row.facts.importId !== importId &&
      before.facts.importId !== importId &&
      isMore(row, before, since),
  });
  related.lookUp(plain.toFollow);
  return plain;
}

function isUndoable(facts: BatchFacts): boolean {
  return (facts.arrived === "sure" || facts.arrived === "maybe") && facts.revertedOrder === null;
}

interface WalkParts {
  readonly open: ReturnType<typeof createPayloadCache>;
  readonly openFormer: ReturnType<typeof createFormerReader>;
  readonly factsFor: (batchId: number) => BatchFacts | null;
  readonly related: Related;
  readonly plain: PlainRows;
  readonly own: ReadonlyMap<number, BatchFacts>;
  readonly since: number;
}

function verdicts(batch: BatchFacts, parts: WalkParts): readonly WalkStep[] {
  const opened = parts.open(batch.batchId);
  if (opened === null) return [{ kind: "gone", rows: batch.rows }];
  // Kept apart from the cache, which may let go of the batch meanwhile.
  const { rows, fields, identities } = opened;
  const steps = rows.flatMap((row, place): readonly WalkStep[] => {
    const identity = identities[place] ?? { code: "", card: "" };
    const self = sendingOf(batch, fields, row.values);
    const customer = { row, fields, rows: [{ row, fields }], identity, sentLater: false };
    if (identity.code === "" && identity.card === "") {
      // Without a key the platform makes a new customer every time.
      return [{ kind: "customer", customer: { ...customer, verdict: NEW } }];
    }
    const found = gather(identity, { batch, place, self }, parts);
    if (found === "later-row") return [];
    if (found === "unclear") {
      const unclear = { ...customer, verdict: UNCLEAR, sentLater: true };
      return [{ kind: "customer", customer: unclear }];
    }
    const verdict = decide(found.undone, found.before, found.after, parts.since);
    // By the code they are found whatever became of their card.
    const by = found.code === "" ? identity : { ...identity, code: found.code };
    const sentLater = found.after.length > 0;
    const rows = found.rows.length > 0 ? found.rows : customer.rows;
    return [
      { kind: "customer", customer: { ...customer, rows, identity: by, verdict, sentLater } },
    ];
  });
  return byCounts(batch, steps);
}

/**
 * The reply's counts against what is known. Who may be new is new where the reply counted as many new customers as are not known from
 * before; for that, every row must be a customer of its own.
 */
function byCounts(batch: BatchFacts, steps: readonly WalkStep[]): readonly WalkStep[] {
  const are = (kinds: readonly Verdict["customer"][]) =>
    steps.filter(
      (step) => step.kind === "customer" && kinds.includes(step.customer.verdict.customer),
    ).length;
  const others = batch.rows - steps.length + are(["unclear"]);
  if ((batch.createdCount ?? 0) > are(["new", "maybe-new"]) + others) {
    // More were new than can be: somebody who was known is not there any more.
    return steps.map((step) =>
      step.kind === "customer" && step.customer.verdict.customer === "existing"
        ? { ...step, customer: { ...step.customer, verdict: UNCLEAR } }
        : step,
    );
  }
  if (others > 0) return steps;
  if (batch.createdCount !== are(["new", "maybe-new"])) return steps;
  return steps.map((step) =>
    step.kind === "customer" && step.customer.verdict.customer === "maybe-new"
      ? { ...step, customer: { ...step.customer, verdict: NEW } }
      : step,
  );
}

const NEW: Verdict = { customer: "new", fields: new Map(), emptied: false };
const UNCLEAR: Verdict = { customer: "unclear", fields: new Map(), emptied: false };

interface Gathered {
  /** By which the platform knows the customer; "" where only by the card number. */
  readonly code: string;
  readonly undone: readonly [Sending, ...Sending[]];
  readonly before: readonly Sending[];
  readonly after: readonly Sending[];
  /** The customer's rows in the undone import. */
  readonly rows: readonly OwnRow[];
}

/** Everything that was sent of a customer; "later-row": the import holds the customer again. */
function gather(
  identity: Identity,
  here: { readonly batch: BatchFacts; readonly place: number; readonly self: Sending },
  parts: WalkParts,
): Gathered | "later-row" | "unclear" {
  const { own } = parts;
  const rows = parts.plain.of(identity) ?? inOrder(linkedRows(identity, parts));
  if (rows === null) return "unclear";
  const owner = identifyCustomer(rows);
  if (owner.kind === "unclear") return "unclear";
  const undone: Sending[] = [];
  const before: Sending[] = [];
  const after: Sending[] = [];
  const ownRows: OwnRow[] = [];
  const begun = here.batch.sentOrder ?? 0;
  for (const { facts, place, version, row, fields } of rows) {
    const sending = sendingOf(facts, fields, row.values);
    if (own.has(facts.batchId)) {
      const former = version > 0;
      if (!former && isLater(facts, place, here)) return "later-row";
      undone.push(sending);
      if (!former) ownRows.push({ row, fields });
    } else if (facts.importId === here.batch.importId) {
      // Undone in the admin pages.
    } else if (compareSending(facts, here.batch) < 0) {
      const wiped = facts.revertedOrder !== null && facts.revertedOrder >= begun;
      const stood = { ...facts, revertedOrder: null };
      before.push(wiped ? sendingOf(stood, fields, row.values) : sending);
      if (wiped) after.push(sending);
    } else if (facts.revertedOrder === null) {
      after.push(sending);
    }
  }
  const [first, ...rest] = undone;
  return {
    code: owner.code,
    undone: first === undefined ? [here.self] : [first, ...rest],
    before,
    after,
    rows: ownRows,
  };
}

function inOrder(rows: readonly LinkedRow[] | null): readonly LinkedRow[] | null {
  if (rows === null) return null;
  return rows.toSorted(
    (a, b) =>
      compareSending(a.facts, b.facts) ||
      Number(b.version > 0) - Number(a.version > 0) ||
      a.place - b.place,
  );
}

function isLater(
  facts: BatchFacts,
  place: number,
  { batch, place: own }: { readonly batch: BatchFacts; readonly place: number },
): boolean {
  return facts.position > batch.position || (facts.batchId === batch.batchId && place > own);
}
