import type { CliServices } from "../services.ts";
import type { OutcomeState } from "./exit.ts";
import { outcomeOf } from "./exit.ts";
import { refused } from "./import-outcome.ts";
import { type BatchCounts, batchCounts, NO_BATCHES } from "./outcome.ts";

/** What became of the imports that put earlier values back. */
export interface RestoreOutcome {
  readonly imports: readonly number[];
  readonly state: OutcomeState;
  readonly rows: number;
  readonly batches: BatchCounts;
  readonly customers: { readonly new: number; readonly updated: number };
}

/** The state that most needs a person comes first. */
const WORST: readonly OutcomeState[] = [
  "uncertain",
  "rejected",
  "partly-accepted",
  "queued",
  "cancelled",
  "accepted",
];

export function restoreOutcome(services: CliServices, imports: readonly number[]): RestoreOutcome {
  const all = imports.map((id) => services.history.summary(id));
  const states = new Set(
    all.map(
      (each) => refused(services, each.connectionId, each.counts.open) ?? outcomeOf(each.state),
    ),
  );
  const sum = (of: (each: (typeof all)[number]) => number) =>
    all.reduce((total, each) => total + of(each), 0);
  return {
    imports,
    state: WORST.find((state) => states.has(state)) ?? "accepted",
    rows: sum(({ counts }) => counts.rows),
    batches: all
      .map(({ counts }) => batchCounts(counts))
      .reduce<BatchCounts>(
        (a, b) => ({
          total: a.total + b.total,
          accepted: a.accepted + b.accepted,
          rejected: a.rejected + b.rejected,
          queued: a.queued + b.queued,
          uncertain: a.uncertain + b.uncertain,
        }),
        NO_BATCHES,
      ),
    customers: {
      new: sum(({ counts }) => counts.customersNew),
      updated: sum(({ counts }) => counts.customersUpdated),
    },
  };
}
