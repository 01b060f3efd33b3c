import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../main/common/errors.ts";
import {
  type AttemptResult,
  reasonOf,
} from "../../../main/records/imports/batches/attempt-result.ts";
import type { BatchEvent } from "../../../main/records/imports/batches/batch-status.ts";
import { createBatchStore } from "../../../main/records/imports/batches/batch-store.ts";
import { createHolds } from "../../../main/records/imports/holds.ts";
import { type BatchTally, deriveImportState } from "../../../main/records/imports/import-state.ts";
import { createOutbox } from "../../../main/records/imports/queue/outbox.ts";
import type { BatchState } from "../../../preload/types.ts";
import { customers, type Workshop, workshop } from "../../pipeline/delivery/workshop.ts";

/**
 * Random claims, replies, faults, crashes and decisions of a person over the real database, beside
 * a model of the platform that knows what arrived.
 */
type Step =
  | { readonly kind: "claim"; readonly holder: "A" | "B" }
  | { readonly kind: "end"; readonly flight: number; readonly how: Ending }
  | { readonly kind: "crash"; readonly holder: "A" | "B" }
  | { readonly kind: "later" | "send-now" | "network-back" }
  | { readonly kind: "person"; readonly batch: number; readonly act: Act };
type Ending =
  | "accepted"
  | "rejected"
  | "credentials"
  | "try-later"
  | "not-sent"
  | "unclear-arrived"
  | "unclear-lost"
  | "unsendable";
const ACTS = [
  "cancel",
  "sent",
  "resend",
  "correct",
  "leave-out",
  "pause",
  "resume",
  "resume-connection",
] as const;
type Act = (typeof ACTS)[number];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("claim"), holder: fc.constantFrom("A", "B") }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("end"),
      flight: fc.nat(9),
      how: fc.constantFrom<Ending>(
        "accepted",
        "rejected",
        "credentials",
        "try-later",
        "not-sent",
        "unclear-arrived",
        "unclear-lost",
        "unsendable",
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("crash"), holder: fc.constantFrom("A", "B") }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom({ kind: "later" }, { kind: "send-now" }, { kind: "network-back" }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("person"),
      batch: fc.nat(5),
      act: fc.constantFrom<Act>(...ACTS),
    }),
  },
) as fc.Arbitrary<Step>;

const REASON = reasonOf("reason-reset");
const RESULTS: Readonly<Record<Ending, AttemptResult>> = {
  accepted: { kind: "accepted", created: 1, updated: 1 },
  rejected: { kind: "rejected", reason: reasonOf("reason-rejected", { words: "No" }) },
  credentials: { kind: "credentials", reason: reasonOf("reason-credentials", { words: "No" }) },
  "try-later": { kind: "try-later", retryAfterMs: 5000, reason: reasonOf("reason-try-later") },
  "not-sent": { kind: "not-sent", reason: reasonOf("reason-offline") },
  "unclear-arrived": { kind: "unclear", reason: REASON },
  "unclear-lost": { kind: "unclear", reason: REASON },
  unsendable: { kind: "unsendable", reason: reasonOf("reason-unsendable") },
};
const ARRIVES: ReadonlySet<Ending> = new Set(["accepted", "unclear-arrived"]);

interface Flight {
  readonly batchId: number;
  readonly holder: string;
  readonly attempt: number;
  /** How often a person had asked to send the batch before. */
  readonly asked: number;
}

function createRun(shop: Workshop) {
  const store = createBatchStore(shop.db, shop.vault);
  const outbox = createOutbox(shop.db);
  const holds = createHolds(shop.db);
  const flights: Flight[] = [];
  /** By batch: attempts that may have arrived since a person last asked to send it. */
  const open = new Map<number, number>();
  const arrived = new Map<number, number>();
  const asked = new Map<number, number>();
  const decidedSent = new Set<number>();
  let now = 1_000_000;

  const count = (map: Map<number, number>, id: number) => map.set(id, (map.get(id) ?? 0) + 1);
  const context = () => ({ now });
  const transaction = <T>(change: () => T): T => shop.db.transaction(change).immediate();
  const batchIds = shop.db
    .prepare("SELECT id FROM batches ORDER BY id")
    .pluck()
    .all() as readonly number[];

  function claim(holder: string): void {
    const front = outbox.front(shop.connectionId, 10);
    const candidate = front.find(({ state }) => state !== "sending");
    if (candidate === undefined || front.some(({ state }) => state === "sending")) return;
    const event = { kind: "claim", holder } as const;
    const applied = transaction(() => store.apply(candidate.id, event, context()));
    if (applied.kind !== "moved") return;
    flights.push({
      batchId: candidate.id,
      holder,
      attempt: candidate.attempts + 1,
      asked: asked.get(candidate.id) ?? 0,
    });
    count(open, candidate.id);
    if (!candidate.idempotent) expect(open.get(candidate.id)).toBe(1);
  }

  /** The platform answers, perhaps to a process that others took for dead long ago. */
  function end(flight: Flight, how: Ending): void {
    flights.splice(flights.indexOf(flight), 1);
    const { batchId } = flight;
    if (ARRIVES.has(how)) count(arrived, batchId);
    else if (how !== "unclear-lost" && flight.asked === (asked.get(batchId) ?? 0))
      open.set(batchId, (open.get(batchId) ?? 1) - 1);
    const nextTry = now + 5000;
    const event = { kind: "result", ...flight, result: RESULTS[how], nextTry } as const;
    transaction(() => store.apply(batchId, event, context()));
  }

  /** The process dies; what it had on its way arrives or not, and the next one finds it. */
  function crash(holder: string): void {
    for (const flight of flights.filter((each) => each.holder === holder)) {
      if (flight.attempt % 2 === 0) {
        flights.splice(flights.indexOf(flight), 1);
        count(arrived, flight.batchId);
      }
      transaction(() => store.apply(flight.batchId, { kind: "holder-gone" }, context()));
    }
  }

  /** As when its rows were corrected and it is sent again, or all of them were left out. */
  function corrections(batchId: number, left: "some" | "none"): void {
    transaction(() => {
      const applied = store.apply(batchId, { kind: "correct", left }, context());
      if (applied.kind !== "moved") throw new AppError("batch-not-correctable");
      holds.releaseRejection(applied.importId, now);
    });
  }

  function person(batchId: number, act: Act): void {
    const importId = Number(
      shop.db.prepare("SELECT import_id FROM batches WHERE id = ?").pluck().get(batchId),
    );
    switch (act) {
      case "cancel":
        shop.queue.cancelBatch(batchId);
        break;
      case "sent":
        shop.queue.resolve(batchId, "sent");
        decidedSent.add(batchId);
        break;
      case "resend":
        shop.queue.resolve(batchId, "resend");
        open.set(batchId, 0);
        count(asked, batchId);
        break;
      case "correct":
        corrections(batchId, "some");
        open.set(batchId, 0);
        count(asked, batchId);
        break;
      case "leave-out":
        corrections(batchId, "none");
        break;
      case "pause":
        shop.queue.pause({ importId });
        break;
      case "resume":
        shop.queue.resume({ importId });
        break;
      case "resume-connection":
        shop.queue.resume({ connectionId: shop.connectionId });
        break;
    }
  }

  function take(each: Step): void {
    switch (each.kind) {
      case "claim":
        claim(each.holder);
        break;
      case "end": {
        const flight = flights[each.flight];
        if (flight !== undefined) end(flight, each.how);
        break;
      }
      case "crash":
        crash(each.holder);
        break;
      case "later":
        now += 60_000;
        break;
      case "send-now":
      case "network-back": {
        const event: BatchEvent = { kind: each.kind === "send-now" ? "send-now" : "network-back" };
        for (const id of batchIds) {
          transaction(() => store.apply(id, event, context()));
        }
        break;
      }
      case "person": {
        const batchId = batchIds[each.batch];
        if (batchId !== undefined) person(batchId, each.act);
        break;
      }
    }
  }

  return {
    take(each: Step): void {
      try {
        take(each);
      } catch (error) {
        // A decision that does not fit the batch's state is refused and changes nothing.
        if (!(error instanceof AppError)) throw error;
      }
    },
    wasAccepted: (id: number) => (arrived.get(id) ?? 0) > 0 || decidedSent.has(id),
  };
}

interface BatchRecord {
  readonly id: number;
  readonly import_id: number;
  readonly state: BatchState;
  readonly row_count: number;
  readonly created_count: number | null;
  readonly logged: BatchState;
}

function batchesOf(shop: Workshop): readonly BatchRecord[] {
  return shop.db
    .prepare(
      `SELECT id, import_id, state, row_count, created_count,
         (SELECT state FROM batch_log WHERE batch_id = id ORDER BY seq DESC LIMIT 1) AS logged
       FROM batches ORDER BY id`,
    )
    .all() as BatchRecord[];
}

function expectCountsToBeRight(shop: Workshop, batches: readonly BatchRecord[]): void {
  for (const importId of new Set(batches.map((batch) => batch.import_id))) {
    const own = batches.filter((batch) => batch.import_id === importId);
    const inState = (...states: BatchState[]) => own.filter(({ state }) => states.includes(state));
    const tally: BatchTally = {
      open: inState("queued", "waiting", "sending").length,
      sending: inState("sending").length,
      accepted: inState("accepted").length,
      rejected: inState("rejected").length,
      uncertain: inState("uncertain").length,
      cancelled: inState("cancelled").length,
    };
    const row = shop.importRow(importId);
    expect(row).toMatchObject({
      state: deriveImportState(tally, row.hold === "rejected"),
      batches_open: tally.open,
      batches_sending: tally.sending,
      batches_accepted: tally.accepted,
      batches_rejected: tally.rejected,
      batches_uncertain: tally.uncertain,
      batches_cancelled: tally.cancelled,
      rows_accepted: inState("accepted").reduce((sum, { row_count }) => sum + row_count, 0),
      customers_new: own.reduce((sum, { created_count }) => sum + (created_count ?? 0), 0),
    });
    expect(row.finished_at === null).toBe(tally.open > 0 || tally.uncertain > 0);
    if (tally.open === 0) expect(row.hold).toBeNull();
  }
}

test("whatever happens, no batch is lost, none is repeated that must not be, and counts are right", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const shop = workshop();
      shop.put({ rows: customers(6), batchRows: 2 });
      shop.put({ fields: ["email", "first_name"], rows: customers(6), batchRows: 2 });
      const run = createRun(shop);
      let before = batchesOf(shop);
      for (const each of steps) {
        run.take(each);
        const after = batchesOf(shop);
        expect(after).toHaveLength(6);
        for (const [index, batch] of after.entries()) {
          expect(batch.logged).toBe(batch.state);
          if (before[index]?.state === "accepted") expect(batch.state).toBe("accepted");
          if (batch.state === "accepted") expect(run.wasAccepted(batch.id)).toBe(true);
        }
        expectCountsToBeRight(shop, after);
        before = after;
      }
      shop.db.close();
    }),
    { numRuns: 250 },
  );
}, 120_000);
