import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** A batch that waits, and the code of what it waits for. */
export interface WaitingBatch {
  readonly id: number;
  readonly reason: string | null;
}

/** How long batches may wait by themselves, in milliseconds. */
export interface LongestWaits {
  /** Codes of reasons that the return of the network lifts. */
  readonly networkReasons: readonly string[];
  readonly network: number;
  /** Where a server asked for it. */
  readonly any: number;
}

export interface WaitingBatches {
  all(): readonly WaitingBatch[];
  /** The batches whose time lies further ahead than any wait: the clock was set back. */
  beyond(now: number): readonly number[];
}

export function createWaitingBatches(db: Database, longest: LongestWaits): WaitingBatches {
  const all = statement<[], WaitingBatch>(
    db,
    "SELECT id, reason_code AS reason FROM batches WHERE state = 'waiting' ORDER BY id",
  );
  const reasons = longest.networkReasons.map((each) => `'${each}'`).join();
  const beyond = column<{ readonly now: number }, number>(
    db,
    `SELECT id FROM batches WHERE state = 'waiting' AND next_try > :now + ${longest.network}
       AND (reason_code IN (${reasons}) OR next_try > :now + ${longest.any})`,
  );
  return { all: () => all.all(), beyond: (now) => beyond.all({ now }) };
}
