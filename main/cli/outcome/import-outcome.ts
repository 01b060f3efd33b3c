import type { CheckCounts } from "../../../preload/types.ts";
import type { CliServices } from "../services.ts";
import type { PrintedFinding } from "../words/in-options.ts";
import { type OutcomeState, outcomeOf } from "./exit.ts";
import { batchCounts, NO_BATCHES, type Outcome, type OutcomeProblem } from "./outcome.ts";

/** The counts of a list that could not be read. */
export const NO_ROWS: Outcome["rows"] = { total: 0, valid: 0, invalid: 0, warnings: 0 };

function rowCounts({ total, valid, invalid, warnings }: Outcome["rows"]): Outcome["rows"] {
  return { total, valid, invalid, warnings };
}

/** A list that was stopped before anything was queued. */
export function invalidOutcome(
  checked: Outcome["rows"],
  problems: readonly OutcomeProblem[],
  findings: readonly PrintedFinding[] = [],
): Outcome {
  return {
    import: null,
    state: "invalid",
    rows: rowCounts(checked),
    batches: NO_BATCHES,
    customers: { new: 0, updated: 0 },
    problems,
    findings,
  };
}

/** An import as it stands now. */
export function importOutcome(
  services: CliServices,
  importId: number,
  checked: CheckCounts,
  told: Required<Pick<Outcome, "problems" | "findings">>,
): Outcome {
  const summary = services.history.summary(importId);
  const { counts, connectionId } = summary;
  return {
    import: importId,
    state:
      counts.uncertain > 0
        ? "uncertain"
        : (refused(services, connectionId, counts.open) ?? outcomeOf(summary.state)),
    rows: rowCounts(checked),
    batches: batchCounts(counts),
    customers: { new: counts.customersNew, updated: counts.customersUpdated },
    ...told,
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
