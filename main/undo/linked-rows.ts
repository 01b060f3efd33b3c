import type { MappedRow } from "../rows.ts";
import type { BatchFacts } from "./batch-facts.ts";
import type { OpenBatch } from "./payload-cache.ts";
import type { Related } from "./related.ts";
import type { Identity } from "./same-customer.ts";

/** A row that shares a code or a card number with another, and where it stands. */
export interface PlacedRow {
  readonly facts: BatchFacts;
  readonly place: number;
  readonly row: MappedRow;
  readonly fields: OpenBatch["fields"];
  readonly identity: Identity;
}

/** Codes and card numbers followed from one row; more of them belong to nobody in particular. */
const MAX_KEYS = 20;

/**
 * All rows that hold a key of this one, or a key that stands beside it in such a row, and so on;
 * null where that leads too far.
 */
export function linkedRows(
  start: Identity,
  about: {
    readonly related: Related;
    readonly open: (batchId: number) => OpenBatch | null;
    readonly factsFor: (batchId: number) => BatchFacts | null;
  },
): readonly PlacedRow[] | null {
  const { related, open, factsFor } = about;
  const rows = new Map<string, PlacedRow>();
  const followed = new Set<string>();
  const queue: Identity[] = [start];
  for (let identity = queue.shift(); identity !== undefined; identity = queue.shift()) {
    const { code, card } = identity;
    const news = [code === "" ? "" : `c${code}`, card === "" ? "" : `k${card}`].filter(
      (key) => key !== "" && !followed.has(key),
    );
    if (news.length === 0) continue;
    for (const key of news) followed.add(key);
    if (followed.size > MAX_KEYS) return null;
    for (const batchId of related(identity)) {
      const facts = factsFor(batchId);
      if (facts === null || facts.arrived === "none") continue;
      const batch = open(batchId);
      for (const place of batch?.places(identity) ?? []) {
        const name = `${batchId} ${place}`;
        const row = batch?.rows[place];
        const found = batch?.identities[place];
        if (batch === null || row === undefined || found === undefined || rows.has(name)) continue;
        rows.set(name, { facts, place, row, fields: batch.fields, identity: found });
        queue.push(found);
      }
    }
  }
  return [...rows.values()];
}
