import type { BatchState } from "../../../preload/types.ts";
import { type BatchOutcome, batchOutcomes } from "../../records/imports/queue/batch-outcomes.ts";
import type { CliServices } from "../services.ts";
import type { OutcomeState } from "./exit.ts";
import { refused } from "./import-outcome.ts";
import type { BatchCounts, Outcome } from "./outcome.ts";

/** What became of these batches, summed, in the shape of an import's outcome. */
export function sentOutcome(services: CliServices, ids: readonly number[]): Outcome {
  const batches = batchOutcomes(services.db, ids);
  const counts = countBatches(batches);
  const rows = sum(batches, (batch) => batch.rows);
  const imports = [...new Set(batches.map((batch) => batch.importId))];
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

function countBatches(batches: readonly BatchOutcome[]): BatchCounts {
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

/**
 * Of several states the weightiest names the whole, in the same order as an import's own state
 * does.
 */
function stateOf(counts: BatchCounts): OutcomeState {
  if (counts.uncertain > 0) return "uncertain";
  if (counts.rejected > 0) {
    return counts.accepted > 0 && counts.queued === 0 ? "partly-accepted" : "rejected";
  }
  if (counts.queued > 0) return "queued";
  return counts.total > counts.accepted && counts.accepted === 0 ? "cancelled" : "accepted";
}

/** What waits for a person, not for the network: refused credentials, or a rejected batch in front. */
function anyStopped(services: CliServices, batches: readonly BatchOutcome[]): OutcomeState | null {
  const open = batches.filter((each) => ["queued", "waiting", "sending"].includes(each.state));
  if (open.some((each) => each.hold === "rejected")) return "rejected";
  const connections = new Set(open.map((each) => each.connectionId));
  for (const id of connections) {
    const state = refused(services, id, open.length);
    if (state !== null) return state;
  }
  return null;
}

function sum(batches: readonly BatchOutcome[], part: (batch: BatchOutcome) => number): number {
  return batches.reduce((total, batch) => total + part(batch), 0);
}
