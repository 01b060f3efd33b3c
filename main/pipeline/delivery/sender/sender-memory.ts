import type { BatchState } from "../../../../preload/types.ts";
import type { AttemptResult } from "../../../records/imports/batches/attempt-result.ts";
import { afterDoubted } from "../line/doubt.ts";
import { afterFlight, afterFlightTrouble, type Flight, type Flights } from "../line/flights.ts";
import { FRESH_MEMORY, type SenderMemory, UNCERTAIN_LIMIT } from "./choose.ts";

/**
 * What a sender knows of its batches after an attempt. One that began before the last trouble says
 * nothing of the line since: several that break off together are one outage.
 */
export function remember(
  before: SenderMemory,
  attempt: {
    readonly batchId: number;
    readonly result: AttemptResult;
    /** What the batch has come to by it. */
    readonly state: BatchState;
    readonly unclear: number;
    readonly isLate: boolean;
    /** Whether the line counts it as a try that came to nothing. */
    readonly isTrouble: boolean;
    readonly flight: Flight;
    /** As many as the connection allows on their way. */
    readonly parallel: number;
  },
): SenderMemory {
  const { batchId, result, state, unclear, isLate, isTrouble } = attempt;
  if (isLate) return before;
  const flights = flightsAfter(before.flights, attempt);
  const troubles = before.troubles + (isTrouble ? 1 : 0);
  const doubt = afterDoubted(before.doubt, { batchId, unclear, kind: result.kind });
  switch (result.kind) {
    case "accepted":
    case "rejected":
    case "credentials":
      return { ...FRESH_MEMORY, doubt, troubles, flights };
    case "unclear":
    case "doubtful":
      return {
        suspect: true,
        uncertain: before.uncertain + (state === "uncertain" ? 1 : 0),
        doubt,
        troubles,
        flights,
      };
    case "try-later":
    case "not-sent":
    case "unsendable":
      return { ...before, doubt, troubles, flights };
  }
}

function flightsAfter(
  flights: Flights,
  about: {
    readonly result: AttemptResult;
    readonly isTrouble: boolean;
    readonly flight: Flight;
    readonly parallel: number;
  },
): Flights {
  const { result, isTrouble, flight, parallel } = about;
  if (isTrouble) return afterFlightTrouble(flights, result.kind !== "not-sent");
  return result.kind === "accepted" ? afterFlight(flights, flight, parallel) : flights;
}

/** A line on which batch after batch becomes a question is stopped for a person. */
export function shouldPauseImport({ uncertain, suspect }: SenderMemory): boolean {
  return suspect && uncertain >= UNCERTAIN_LIMIT;
}
