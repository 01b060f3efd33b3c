import type { Batch } from "../../../../common/batch.ts";
import { createRequestSizes } from "../../../../records/connections/request-sizes.ts";
import type { ResolvedConnection } from "../../../../records/connections/resolved.ts";
import { batchNumber } from "../../../../records/imports/batches/batch-number.ts";
import { readPayload } from "../../../../records/imports/batches/sealed-parts.ts";
import {
  createDivisibleReader,
  createSizeReader,
  type DivisibleBatch,
} from "../../../../records/imports/corrections/divisible-batch.ts";
import { type BatchLimits, createBatcher } from "../../../batches/batcher.ts";
import { partsFor } from "../../line/sizes.ts";
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
 * Divides batches that the server refuses for their size: the same rows in the same order, as several
 * requests, in their place. Only where every try of it is known to have come to nothing.
 * To be called inside transactions.
 */
export interface Divider {
  /** Learns from how a try ended. @returns whether the batch was divided and waits again */
  after(done: OnItsWayHere, end: Attempt, used: ResolvedConnection): boolean;
  /** Whether the server has refused others of a waiting batch's size; outside transactions as well. */
  isTooLarge(batchId: number, connection: ResolvedConnection): boolean;
  /** Divides such a batch, and no other. @returns whether it was divided */
  fit(batchId: number, connection: ResolvedConnection): boolean;
}

export function createDivider(
  context: Pick<SenderContext, "db" | "vault" | "store" | "lease" | "now">,
): Divider {
  const { db, vault, store, lease, now } = context;
  const divisible = createDivisibleReader(db);
  const sizeOf = createSizeReader(db);
  const sizes = createRequestSizes(db);

  function parted(place: DivisibleBatch, most: BatchLimits) {
    const payload = readPayload(db, vault, place.id);
    if (payload === null) return null;
    const { generateCardNumbers } = place;
    const batcher = createBatcher({ fields: payload.fields, limits: most, generateCardNumbers });
    const parts: Batch[] = [];
    for (const row of payload.rows) {
      const full = batcher.add(row);
      if (full !== null) parts.push(full);
    }
    const last = batcher.end();
    if (last !== null) parts.push(last);
    return { payload, parts };
  }

  /** Batches that stand behind the first say where they come from. */
  function write(
    place: DivisibleBatch,
    { payload, parts }: NonNullable<ReturnType<typeof parted>>,
  ) {
    const ids = writeParts(db, vault, { ...place, ...payload }, parts);
    const detail = `${batchNumber(db, place.id)}`;
    for (const id of ids.slice(1)) store.note(id, "queued", { cause: "divided", detail }, now());
  }

  /** The place of a batch that is known to be too large, and the most that goes into a part of it. */
  function partsOf(batchId: number, { server }: ResolvedConnection) {
    const known = sizes.read(server, now());
    const size = known === undefined ? undefined : sizeOf(batchId);
    if (known === undefined || size === undefined) return null;
    const count = partsFor(size.bytes, known);
    const place = count === 1 ? undefined : divisible(batchId);
    if (place === undefined) return null;
    const most = { rows: Math.ceil(size.rows / count), bytes: known.refused - 1 };
    return { place, most };
  }

  /** What refuses a single row, or once for whatever reason everything, tells nothing of sizes. */
  function learn(id: number, { server }: ResolvedConnection): void {
    const size = sizeOf(id);
    if (size === undefined) return;
    if (size.rows > 1) sizes.refuses(server, size.bytes, now());
    else sizes.forget(server);
  }

  return {
    after({ id, attempt }, { result, kept }, used) {
      if (result.kind === "accepted" && sizes.read(used.server, now()) !== undefined) {
        sizes.takes(used.server, sizeOf(id)?.bytes ?? 0, now());
      }
      if (kept?.status !== TOO_LARGE || result.kind !== "rejected") return false;
      learn(id, used);
      const place = divisible(id);
      if (place === undefined) return false;
      const { rows } = sizeOf(id) ?? { rows: 0 };
      const halves = parted(place, { rows: Math.ceil(rows / 2), bytes: Number.POSITIVE_INFINITY });
      if (halves === null) return false;
      const event = { kind: "too-large", holder: lease.holder, attempt } as const;
      if (store.apply(id, event, { now: now() }).kind !== "moved") return false;
      write(place, halves);
      return true;
    },
    isTooLarge: (batchId, connection) => partsOf(batchId, connection) !== null,
    fit(batchId, connection) {
      const found = partsOf(batchId, connection);
      const parts = found === null ? null : parted(found.place, found.most);
      if (found === null || parts === null) return false;
      store.note(batchId, "queued", { cause: "divided", detail: null }, now());
      write(found.place, parts);
      return true;
    },
  };
}
