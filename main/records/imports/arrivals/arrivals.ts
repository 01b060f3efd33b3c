import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";

/** One time that a batch may have reached the platform, and left an undo state there. */
export interface Arrival {
  /** The attempt's number. */
  readonly arrival: number;
  readonly at: number;
  /** When the attempt was over; a person's word about it does not count. */
  readonly endedAt: number;
  /** Whether it is certain: the platform said so, or a person did. */
  readonly sure: boolean;
}

/** Ends of an attempt after which nobody knows whether the batch arrived. */
const MAYBE: ReadonlySet<string> = new Set([
  "reason-reset",
  "reason-reply-timeout",
  "reason-cut-reply",
  "reason-server-error",
  "reason-unreadable",
  "reason-crash",
  "reason-aborted",
  "reason-counts",
  "reason-success-with-errors",
]);
const SURE: ReadonlySet<string> = new Set(["accepted", "reason-resolved-sent"]);

/** Words of a batch's log after which it has arrived or may have. */
export const ARRIVAL_CAUSES: ReadonlySet<string> = new Set([...MAYBE, ...SURE]);

export interface LogLine {
  readonly at: number;
  readonly cause: string;
}

/** The arrivals that a batch's log tells of, oldest first. */
export function arrivalsOf(log: readonly LogLine[]): readonly Arrival[] {
  const found: Arrival[] = [];
  let attempt = 0;
  let begun = 0;
  for (const { at, cause } of log) {
    if (cause === "claimed") {
      attempt += 1;
      begun = at;
    } else if (cause === "withdrawn") {
      // Whoever said that it had arrived has taken it back.
      const last = found.pop();
      if (last !== undefined) found.push({ ...last, sure: false });
    } else if (attempt > 0 && (MAYBE.has(cause) || SURE.has(cause))) {
      const last = found.at(-1);
      const again = last?.arrival === attempt;
      const sure = SURE.has(cause) || (again && last.sure);
      if (again) found.pop();
      const endedAt = again ? last.endedAt : at;
      found.push({ arrival: attempt, at: begun, endedAt, sure });
    }
  }
  return found;
}

/** Reads the arrivals of batches. */
export function createArrivalsReader(db: Database): (batchId: number) => readonly Arrival[] {
  const log = statement<[batchId: number], LogLine>(
    db,
    "SELECT at, cause FROM batch_log WHERE batch_id = ? ORDER BY seq",
  );
  return (batchId) => arrivalsOf(log.all(batchId));
}
