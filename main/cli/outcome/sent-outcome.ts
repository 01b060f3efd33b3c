import type { BatchState } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { CliServices } from "../services.ts";
import type { OutcomeState } from "./exit.ts";
import { refused } from "./import-outcome.ts";
import type { BatchCounts, Outcome } from "./outcome.ts";

interface SentBatch {
  readonly import_id: number;
  readonly connection_id: number | null;
  readonly state: BatchState;
  /** What its import waits for. */
  readonly hold: "paused" | "rejected" | null;
  readonly row_count: number;
  readonly created: number;
  readonly updated: number;
}

/** The batches that are to be sent, by id. */
export function waitingBatches(db: Database): readonly number[] {
  return db
    .prepare(
      `SELECT batches.id FROM batches JOIN imports ON imports.id = import_id
       WHERE batches.state IN ('queued', 'waiting', 'sending') AND imports.phase = 'queued'`,
    )
    .pluck()
    .all() as number[];
}

/** How many of these batches still wait or are on their way. */
export function openAmong(db: Database, ids: readonly number[]): number {
  return db
    .prepare(
      `SELECT count(*) FROM batches WHERE id IN (SELECT value FROM json_each(?))
         AND state IN ('queued', 'waiting', 'sending')`,
    )
    .pluck()
    .get(JSON.stringify(ids)) as number;
}

/** What became of these batches, summed, in the shape of an import's outcome. */
export function sentOutcome(services: CliServices, ids: readonly number[]): Outcome {
  const batches = services.db
    .prepare(
      `SELECT import_id, batches.connection_id, batches.state, imports.hold, row_count,
         ifnull(created_count, 0) AS created, ifnull(updated_count, 0) AS updated
       FROM batches JOIN imports ON imports.id = import_id WHERE batches.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as SentBatch[];
  const counts = countBatches(batches);
  const rows = sum(batches, (batch) => batch.row_count);
  const imports = [...new Set(batches.map((batch) => batch.import_id))];
  return {
    import: imports.length === 1 ? (imports[0] ?? null) : null,
    state: counts.uncertain > 0 ? "uncertain" : (anyStopped(services, batches) ?? stateOf(counts)),
    rows: { total: rows, valid: rows, invalid: 0, warnings: 0 },
    batches: counts,
    customers: {
      new: sum(batches, (batch) => batch.created),
      updated: sum(batches, (batch) => batch.updated),
    },
    problems: [],
  };
}

/** The imports that these batches belong to. */
export function importsOfBatches(db: Database, ids: readonly number[]): readonly number[] {
  return db
    .prepare("SELECT DISTINCT import_id FROM batches WHERE id IN (SELECT value FROM json_each(?))")
    .pluck()
    .all(JSON.stringify(ids)) as number[];
}

function countBatches(batches: readonly SentBatch[]): BatchCounts {
  const among = (...states: readonly BatchState[]) =>
    batches.filter((batch) => states.includes(batch.state)).length;
  return {
    total: batches.length,
    accepted: among("accepted"),
    rejected: among("rejected"),
    queued: among("queued", "waiting", "sending"),
    uncertain: among("uncertain"),
  };
}

/** The same order of weight as in an import's own state. */
function stateOf(counts: BatchCounts): OutcomeState {
  if (counts.uncertain > 0) return "uncertain";
  if (counts.rejected > 0) {
    return counts.accepted > 0 && counts.queued === 0 ? "partly-accepted" : "rejected";
  }
  if (counts.queued > 0) return "queued";
  return counts.total > counts.accepted && counts.accepted === 0 ? "cancelled" : "accepted";
}

/** What waits for a person, not for the network: refused credentials, or a rejected batch in front. */
function anyStopped(services: CliServices, batches: readonly SentBatch[]): OutcomeState | null {
  const open = batches.filter((each) => ["queued", "waiting", "sending"].includes(each.state));
  if (open.some((each) => each.hold === "rejected")) return "rejected";
  const connections = new Set(open.map((each) => each.connection_id));
  for (const id of connections) {
    const state = refused(services, id, open.length);
    if (state !== null) return state;
  }
  return null;
}

function sum(batches: readonly SentBatch[], part: (batch: SentBatch) => number): number {
  return batches.reduce((total, batch) => total + part(batch), 0);
}
