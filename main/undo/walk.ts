import type { FieldName } from "../../preload/fields.ts";
import type { BatchRow } from "../batches/batch.ts";
import { createKeyHash, normalKey } from "../customers/keys.ts";
import { findBatches } from "../customers/lookup.ts";
import type { Database } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import { type BatchFacts, compareSending, createFactsReader } from "./batch-facts.ts";
import { decide, type Verdict } from "./decide.ts";
import { createPayloadCache } from "./payload-cache.ts";
import { type Identity, sameCustomer } from "./same-customer.ts";
import { type Sending, sentValues } from "./sending.ts";

/** Batches whose customers are looked up together; many make a walk through the index pay. */
const CHUNK_BATCHES = 50;

/** A customer of the import to be undone, with what can be undone. */
export interface CustomerVerdict {
  readonly row: BatchRow;
  readonly fields: readonly FieldName[];
  readonly identity: Identity;
  readonly verdict: Verdict;
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
  const ids = db
    .prepare("SELECT id FROM batches WHERE import_id = ? ORDER BY position")
    .pluck()
    .all(importId) as number[];
  const sent = ids.flatMap((id) => {
    const facts = factsOf(id);
    return facts === null || !isUndoable(facts) ? [] : [facts];
  });
  const own = new Map(sent.map((facts) => [facts.batchId, facts]));

  /** All other batches that a customer may be in. */
  function createRelated(chunk: readonly BatchFacts[]): (identity: Identity) => readonly number[] {
    const [first] = chunk;
    if (first === undefined) return () => [];
    const hash = createKeyHash(vault, first.accountId);
    const keyOf = (value: string) => {
      let key = 0;
      hash(normalKey(value), (high, nibble) => {
        key = high * 16 + nibble;
      });
      return key;
    };
    const keysOf = ({ code, card }: Identity) =>
      [...new Set([code, card])].filter((value) => value !== "").map(keyOf);
    const keys = chunk.flatMap(({ batchId }) => (open(batchId)?.identities ?? []).flatMap(keysOf));
    const found = findBatches(db, keys);
    return (identity) => [...new Set(keysOf(identity).flatMap((key) => found.get(key) ?? []))];
  }

  for (let at = 0; at < sent.length; at += CHUNK_BATCHES) {
    const chunk = sent.slice(at, at + CHUNK_BATCHES);
    const related = createRelated(chunk);
    const facts = new Map<number, BatchFacts | null>(own);
    const factsFor = (id: number) => {
      if (!facts.has(id)) facts.set(id, factsOf(id));
      return facts.get(id) ?? null;
    };
    for (const batch of chunk) yield verdicts(batch, { open, factsFor, related, own });
  }
}

function isUndoable(facts: BatchFacts): boolean {
  return (facts.arrived === "sure" || facts.arrived === "maybe") && facts.revertedAt === null;
}

interface WalkParts {
  readonly open: ReturnType<typeof createPayloadCache>;
  readonly factsFor: (batchId: number) => BatchFacts | null;
  readonly related: (identity: Identity) => readonly number[];
  readonly own: ReadonlyMap<number, BatchFacts>;
}

function verdicts(batch: BatchFacts, parts: WalkParts): readonly WalkStep[] {
  const opened = parts.open(batch.batchId);
  if (opened === null) return [{ kind: "gone", rows: batch.rows }];
  // Kept apart from the cache, which may let go of the batch meanwhile.
  const { rows, fields, identities } = opened;
  const steps = rows.flatMap((row, place): readonly WalkStep[] => {
    const identity = identities[place] ?? { code: "", card: "" };
    const self = { ...batch, values: sentValues(fields, row.values) };
    const customer = { row, fields, identity };
    if (identity.code === "" && identity.card === "") {
      // Without a key the platform makes a new customer every time.
      return [{ kind: "customer", customer: { ...customer, verdict: NEW } }];
    }
    const found = gather(identity, { batch, place, self }, parts);
    if (found === "later-row") return [];
    if (found === "unclear") {
      return [{ kind: "customer", customer: { ...customer, verdict: UNCLEAR } }];
    }
    const verdict = decide(found.undone, found.before, found.after);
    return [{ kind: "customer", customer: { ...customer, verdict } }];
  });
  return byCounts(batch, steps);
}

/**
 * Who may be new is new where the reply counted as many new customers as are not known from
 * before; for that, every row must be a customer of its own.
 */
function byCounts(batch: BatchFacts, steps: readonly WalkStep[]): readonly WalkStep[] {
  const are = (kinds: readonly Verdict["customer"][]) =>
    steps.filter(
      (step) => step.kind === "customer" && kinds.includes(step.customer.verdict.customer),
    ).length;
  if (steps.length !== batch.rows || are(["unclear"]) > 0) return steps;
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
  readonly undone: readonly [Sending, ...Sending[]];
  readonly before: readonly Sending[];
  readonly after: readonly Sending[];
}

/** Everything that was sent of a customer; "later-row": the import holds the customer again. */
function gather(
  identity: Identity,
  here: { readonly batch: BatchFacts; readonly place: number; readonly self: Sending },
  { open, factsFor, related, own }: WalkParts,
): Gathered | "later-row" | "unclear" {
  const undone: Sending[] = [];
  const before: Sending[] = [];
  const after: Sending[] = [];
  const known = related(identity)
    .flatMap((id) => factsFor(id) ?? [])
    .sort(compareSending);
  const begun = here.batch.sentAt ?? 0;
  for (const facts of known) {
    const batch = open(facts.batchId);
    if (batch === null) continue;
    for (const place of batch.places(identity)) {
      const same = sameCustomer(identity, batch.identities[place] ?? { code: "", card: "" });
      if (same === "unclear" && facts.arrived !== "none") return "unclear";
      const row = batch.rows[place];
      if (same !== "yes" || row === undefined) continue;
      const sending = { ...facts, values: sentValues(batch.fields, row.values) };
      if (own.has(facts.batchId)) {
        if (isLater(facts, place, here)) return "later-row";
        undone.push(sending);
      } else if (facts.importId === here.batch.importId) {
        // Undone in the admin pages, or never sent.
      } else if (compareSending(facts, here.batch) < 0) {
        const wiped = facts.revertedAt !== null && facts.revertedAt >= begun;
        before.push(wiped ? { ...sending, revertedAt: null } : sending);
        if (wiped) after.push(sending);
      } else if (facts.revertedAt === null) {
        after.push(sending);
      }
    }
  }
  const [first, ...rest] = undone;
  return { undone: first === undefined ? [here.self] : [first, ...rest], before, after };
}

function isLater(
  facts: BatchFacts,
  place: number,
  { batch, place: own }: { readonly batch: BatchFacts; readonly place: number },
): boolean {
  return facts.position > batch.position || (facts.batchId === batch.batchId && place > own);
}
