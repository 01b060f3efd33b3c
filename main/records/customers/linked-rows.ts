import type { MappedRow } from "../../common/rows.ts";
import type { Identity } from "../identity/same-customer.ts";
import type { BatchFacts } from "../imports/arrivals/batch-facts.ts";
import type { OpenBatch } from "../imports/arrivals/payload-cache.ts";
import type { Related } from "./related.ts";

/** A row that shares a code or a card number with another, and where it stands. */
export interface LinkedRow {
  readonly facts: BatchFacts;
  readonly place: number;
  /** From 1: these are values from before the row was corrected, which may have arrived; 0: its own. */
  readonly version: number;
  readonly row: MappedRow;
  readonly fields: OpenBatch["fields"];
  readonly identity: Identity;
}

/** Codes and card numbers followed from one row; more of them belong to nobody in particular. */
const MAX_KEYS = 20;

/** What is known of a batch's way before its rows were corrected. */
function asFormer(facts: BatchFacts): BatchFacts {
  return { ...facts, arrived: "maybe", created: "some", createdCount: null };
}

/**
 * All rows that hold a key of this one, or a key that stands beside it in such a row, and so on;
 * null where that leads too far.
 */
export function linkedRows(
  start: Identity,
  about: {
    readonly related: Related;
    readonly open: (batchId: number) => OpenBatch | null;
    readonly openFormer: (batchId: number) => readonly OpenBatch[];
    readonly factsFor: (batchId: number) => BatchFacts | null;
  },
): readonly LinkedRow[] | null {
  const { related, open, openFormer, factsFor } = about;
  const rows: LinkedRow[] = [];
  const codes = new Set<string>();
  const cards = new Set<string>();
  const isNew = ({ code, card }: Identity) =>
    (code !== "" && !codes.has(code)) || (card !== "" && !cards.has(card));
  const queue: Identity[] = [start];
  // Nearly all customers have one code and one card: no row of theirs is met twice.
  let met: Set<string> | null = null;
  for (let identity = queue.shift(); identity !== undefined; identity = queue.shift()) {
    if (!isNew(identity)) continue;
    if (codes.size + cards.size > 0) met ??= new Set(rows.map(nameOf));
    if (identity.code !== "") codes.add(identity.code);
    if (identity.card !== "") cards.add(identity.card);
    if (codes.size + cards.size > MAX_KEYS) return null;
    const take = (from: OpenBatch, facts: BatchFacts, version: number) => {
      for (const place of from.places(identity)) {
        const row = from.rows[place];
        const found = from.identities[place];
        if (row === undefined || found === undefined) continue;
        const linked = { facts, place, version, row, fields: from.fields, identity: found };
        if (met?.has(nameOf(linked)) === true) continue;
        met?.add(nameOf(linked));
        rows.push(linked);
        if (isNew(found)) queue.push(found);
      }
    };
    for (const batchId of related.batchesOf(identity)) {
      const facts = factsFor(batchId);
      if (facts === null) continue;
      const batch = facts.arrived === "none" ? null : open(batchId);
      for (const [at, former] of openFormer(batchId).entries()) {
        take(former, asFormer(facts), at + 1);
      }
      if (batch !== null) take(batch, facts, 0);
    }
  }
  return rows;
}

function nameOf({ facts, version, place }: LinkedRow): string {
  return `${facts.batchId} ${version} ${place}`;
}
