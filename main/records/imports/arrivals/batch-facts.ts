import type { BatchStanding, BatchState, Duplicates } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { isSameServer, maybeSameServer, type Server } from "../../connections/server.ts";
import { batchStanding, COUNTED_FEWER } from "../batches/standing.ts";
import { type Arrival, createArrivalsReader } from "./arrivals.ts";
import type { Arrived, Sending } from "./sending.ts";

/** What is known of a batch beside its rows. */
export interface BatchFacts extends Omit<Sending, "values"> {
  readonly position: number;
  /** What its import goes to. */
  readonly server: Server;
  readonly state: BatchState;
  readonly standing: BatchStanding;
  readonly rows: number;
  /** New customers by the reply; null where it does not tell, or tells only of the last arrival. */
  readonly createdCount: number | null;
  /** When it was last sent; null while pending. */
  readonly sentAt: number | null;
}

interface FactsRecord {
  readonly id: number;
  readonly importId: number;
  readonly undoes: number | null;
  readonly position: number;
  readonly state: BatchState;
  readonly rows: number;
  readonly created: number | null;
  readonly updated: number | null;
  readonly attempts: number;
  readonly sentAt: number | null;
  readonly sentOrder: number | null;
  readonly address: string;
  readonly accountId: string;
  readonly duplicates: Duplicates;
  readonly fewer: 0 | 1;
  readonly marks: number;
  readonly markedOrder: number | null;
}

export const FACTS_SQL = `SELECT batches.id, import_id AS importId,
    undoes_import_id AS undoes, position, batches.state,
    row_count AS rows, created_count AS created, updated_count AS updated, attempts,
    sent_at AS sentAt, sent_order AS sentOrder, address, account_id AS accountId, options ->> '$.duplicates' AS duplicates,
    ifnull(batches.state = 'accepted' AND reason_code = '${COUNTED_FEWER}', 0) AS fewer,
    (SELECT count(*) FROM undo_marks WHERE batch_id = batches.id) AS marks,
    (SELECT max(done_order) FROM undo_marks WHERE batch_id = batches.id) AS markedOrder
  FROM batches JOIN imports ON imports.id = import_id
  WHERE batches.id = ? AND phase = 'queued'`;

/** Reads facts of batches; null for a batch that is gone or of an import being prepared. */
export function createFactsReader(db: Database): (batchId: number) => BatchFacts | null {
  const read = statement<[batchId: number], FactsRecord>(db, FACTS_SQL);
  const arrivalsOf = createArrivalsReader(db);
  return (batchId) => {
    const record = read.get(batchId);
    return record === undefined ? null : toFacts(record, arrivalsOf);
  };
}

function toFacts(
  record: FactsRecord,
  arrivalsOf: (batchId: number) => readonly Arrival[],
): BatchFacts {
  const { id, importId, undoes, position, state, rows, duplicates } = record;
  const { sentAt, sentOrder } = record;
  const pending = state === "queued" || state === "waiting" || state === "sending";
  const arrivals = record.marks > 0 || record.attempts > 0 ? arrivalsOf(id) : [];
  const undone = arrivals.length > 0 && record.marks >= arrivals.length;
  return {
    ...{ importId, undoes, position, state, rows, duplicates },
    server: { address: record.address, accountId: record.accountId },
    batchId: id,
    standing: batchStanding({
      state,
      reasonCode: record.fewer === 1 ? COUNTED_FEWER : null,
      mayHaveArrived: arrivals.length > 0,
    }),
    // Of a batch that was counted for fewer rows, nobody knows which are there.
    arrived: record.fewer === 1 ? "maybe" : arrivedOf(state, arrivals.length),
    created: createdOf(record, arrivals.length),
    createdCount: isCounted(record, arrivals.length) ? record.created : null,
    revertedOrder: undone ? record.markedOrder : null,
    sentAt: pending ? null : sentAt,
    sentOrder: pending ? null : sentOrder,
  };
}

/** Whether the reply's counts tell of all rows as they came to the platform for the first time. */
function isCounted({ state, fewer }: FactsRecord, arrivals: number): boolean {
  return state === "accepted" && arrivals === 1 && fewer === 0;
}

function arrivedOf(state: BatchState, arrivals: number): Arrived {
  switch (state) {
    case "accepted":
      return "sure";
    case "uncertain":
      return "maybe";
    case "queued":
    case "waiting":
    case "sending":
      return "pending";
    case "rejected":
    case "cancelled":
      return arrivals > 0 ? "maybe" : "none";
  }
}

/**
 * By the counts of the reply. A batch that arrived more than once was counted by its last arrival
 * only, when its customers existed already.
 */
function createdOf(record: FactsRecord, arrivals: number): Sending["created"] {
  const { created, updated, rows } = record;
  if (!isCounted(record, arrivals) || created === null) return "some";
  if (created >= rows && (updated ?? 0) === 0) return "all";
  return created === 0 ? "none" : "some";
}

/**
 * The same as seen from one server: null for a batch that went to another one. Of one that may have
 * gone here or there, nothing is sure.
 */
export function factsAt(facts: BatchFacts | null, server: Server): BatchFacts | null {
  if (facts === null || !maybeSameServer(facts.server, server)) return null;
  if (isSameServer(facts.server, server)) return facts;
  const arrived = facts.arrived === "sure" ? "maybe" : facts.arrived;
  return { ...facts, arrived, created: "some", createdCount: null };
}

/** Whether one batch went out before another; what is pending goes last, in the queue's order. */
export function compareSending(a: BatchFacts, b: BatchFacts): number {
  const at = (each: BatchFacts) => each.sentOrder ?? Number.POSITIVE_INFINITY;
  if (at(a) !== at(b)) return at(a) - at(b);
  return a.importId - b.importId || a.position - b.position;
}
