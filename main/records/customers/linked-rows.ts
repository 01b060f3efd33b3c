import type { MappedRow } from "../../common/rows.ts";
import type { Identity } from "../identity/same-customer.ts";
import type { BatchFacts } from "../imports/arrivals/batch-facts.ts";
import type { OpenBatch } from "../imports/arrivals/payload-cache.ts";
import type { Related } from "./related.ts";

/** A row that shares a code or a card number with another, and where it stands. */
export interface LinkedRow {
  readonly facts: BatchFacts;
  readonly place: number;
  /** These are the values from before the row was corrected, which may have arrived. */
  readonly former: boolean;
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
  const rows = new Map<string, LinkedRow>();
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
      if (facts === null) continue;
      const batch = facts.arrived === "none" ? null : open(batchId);
      const take = (from: OpenBatch, version: number) => {
        for (const place of from.places(identity)) {
          const name = `${batchId} ${version} ${place}`;
          const row = from.rows[place];
          const found = from.identities[place];
          if (row === undefined || found === undefined || rows.has(name)) continue;
          const former = version > 0;
          const at = former ? asFormer(facts) : facts;
          const { fields } = from;
          rows.set(name, { facts: at, place, former, row, fields, identity: found });
          queue.push(found);
        }
      };
      for (const [at, former] of openFormer(batchId).entries()) take(former, at + 1);
      if (batch !== null) take(batch, 0);
    }
  }
  return [...rows.values()];
}
