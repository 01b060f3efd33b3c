import type { CheckCounts } from "../../preload/types.ts";
import { type OutcomeState, outcomeOf } from "./exit.ts";
import { batchCounts, NO_BATCHES, type Outcome, type OutcomeProblem } from "./outcome.ts";
import type { CliServices } from "./services.ts";

function rowCounts({ total, valid, invalid, warnings }: CheckCounts): Outcome["rows"] {
  return { total, valid, invalid, warnings };
}

/** A list that was stopped before anything was queued. */
export function invalidOutcome(checked: CheckCounts, problems: readonly OutcomeProblem[]): Outcome {
  return {
    import: null,
    state: "invalid",
    rows: rowCounts(checked),
    batches: NO_BATCHES,
    customers: { new: 0, updated: 0 },
    problems,
  };
}

/** An import as it stands now. */
export function importOutcome(
  services: CliServices,
  importId: number,
  checked: CheckCounts,
  problems: readonly OutcomeProblem[],
): Outcome {
  const summary = services.history.summary(importId);
  const { counts, connectionId } = summary;
  return {
    import: importId,
    state: refused(services, connectionId, counts.open) ?? outcomeOf(summary.state),
    rows: rowCounts(checked),
    batches: batchCounts(counts),
    customers: { new: counts.customersNew, updated: counts.customersUpdated },
    problems,
  };
}

/**
 * Where the API refused the connection's credentials its batches wait, but not for the network:
 * a person must correct them, so the command ends as after any other rejection.
 */
export function refused(
  { connections }: CliServices,
  connectionId: number | null,
  open: number,
): OutcomeState | null {
  if (open === 0 || connectionId === null) return null;
  const connection = connections.list().find((each) => each.id === connectionId);
  return connection?.hold === "credentials" ? "rejected" : null;
}
