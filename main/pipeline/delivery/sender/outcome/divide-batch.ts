import type { Batch } from "../../../../common/batch.ts";
import { readPayload } from "../../../../records/imports/batches/sealed-parts.ts";
import { createDivisibleReader } from "../../../../records/imports/corrections/divisible-batch.ts";
import { createBatcher } from "../../../batches/batcher.ts";
import { writeParts } from "../../write-parts.ts";
import type { Attempt } from "../attempt.ts";
import type { SenderContext } from "../sender-context.ts";

/** "Content too large": nothing of the request was dealt with. */
const TOO_LARGE = 413;

/** What is divided at once, of a batch that this sender has on its way. */
export interface OnItsWayHere {
  readonly id: number;
  readonly attempt: number;
}

/**
 * Divides a batch that the server refuses for its size: the same rows in the same order, as two
 * requests, in its place. Only at its first try, which is known to have come to nothing.
 */
export function createDivider(
  context: Pick<SenderContext, "db" | "vault" | "store" | "lease" | "now">,
): (done: OnItsWayHere, end: Attempt) => boolean {
  const { db, vault, store, lease, now } = context;
  const divisible = createDivisibleReader(db);

  /** To be called inside a transaction. @returns whether it was divided and waits again */
  return ({ id, attempt }, { result, kept }) => {
    if (kept?.status !== TOO_LARGE || result.kind !== "rejected") return false;
    const place = divisible(id);
    const payload = place === undefined ? null : readPayload(db, vault, id);
    if (place === undefined || payload === null) return false;
    const limits = { rows: Math.ceil(payload.rows.length / 2), bytes: Number.POSITIVE_INFINITY };
    const { generateCardNumbers } = place;
    const batcher = createBatcher({ fields: payload.fields, limits, generateCardNumbers });
    const parts: Batch[] = [];
    for (const row of payload.rows) {
      const full = batcher.add(row);
      if (full !== null) parts.push(full);
    }
    const last = batcher.end();
    if (last !== null) parts.push(last);
    const { kind } = store.apply(
      id,
      { kind: "too-large", holder: lease.holder, attempt },
      { now: now() },
    );
    if (kind !== "moved") return false;
    for (const part of writeParts(db, vault, { ...place, ...payload }, parts).slice(1)) {
      store.note(part, "queued", { cause: "divided", detail: `${place.position}` }, now());
    }
    return true;
  };
}
