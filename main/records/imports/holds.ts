import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import { createImportTally } from "./import-tally.ts";
import { setPaused } from "./pause.ts";

/** What pause and resume speak of; empty: everything. */
export interface QueueScope {
  readonly importId?: number;
  readonly connectionId?: number;
}

/** Holds of imports and connections; all to be called inside a transaction. */
export interface Holds {
  pause(scope: QueueScope, now: number): void;
  resume(scope: QueueScope, now: number): void;
  /** Rejected batches that keep the scope's import waiting. */
  rejectedOf(scope: QueueScope): readonly number[];
  /** Lets an import go on once no rejected batch waits for a decision. */
  releaseRejection(importId: number, now: number): void;
  /** @throws AppError not-found */
  requireImport(importId: number): void;
}

export function createHolds(db: Database): Holds {
  const tally = createImportTally(db);
  const findImport = column<[importId: number], 1>(
    db,
    "SELECT 1 FROM imports WHERE id = ? AND phase = 'queued'",
  );
  const pauseImport = statement<[importId: number]>(
    db,
    "UPDATE imports SET hold = 'paused' WHERE id = ? AND hold IS NULL AND batches_open > 0",
  );
  const resumeImport = statement<[importId: number]>(
    db,
    "UPDATE imports SET hold = NULL WHERE id = ?",
  );
  const pauseConnection = statement<[connectionId: number]>(
    db,
    "UPDATE connections SET hold = ifnull(hold, 'paused') WHERE id = ?",
  );
  const resumeConnection = statement<[connectionId: number]>(
    db,
    "UPDATE connections SET hold = NULL WHERE id = ?",
  );
  const rejected = column<[importId: number], number>(
    db,
    `SELECT batches.id FROM batches JOIN imports ON imports.id = import_id
       WHERE import_id = ? AND imports.hold = 'rejected'
         AND batches.state = 'rejected' AND settled = 0 ORDER BY position`,
  );
  const release = statement<[importId: number]>(
    db,
    `UPDATE imports SET hold = NULL WHERE id = ? AND hold = 'rejected' AND NOT EXISTS (
       SELECT 1 FROM batches WHERE import_id = imports.id AND state = 'rejected' AND settled = 0)`,
  );

  function requireImport(importId: number): void {
    if (findImport.get(importId) === undefined) {
      throw new AppError("not-found", { params: { what: "import", id: importId } });
    }
  }

  function onConnection(change: typeof pauseConnection, connectionId: number): void {
    if (change.run(connectionId).changes === 0) {
      throw new AppError("not-found", { params: { what: "connection" } });
    }
  }

  return {
    pause({ importId, connectionId }, now) {
      if (importId !== undefined) {
        requireImport(importId);
        pauseImport.run(importId);
        tally.refresh(importId, false, now);
      }
      if (connectionId !== undefined) onConnection(pauseConnection, connectionId);
      if (importId === undefined && connectionId === undefined) setPaused(db, true);
    },
    resume({ importId, connectionId }, now) {
      if (importId !== undefined) {
        requireImport(importId);
        resumeImport.run(importId);
        tally.refresh(importId, false, now);
      }
      if (connectionId !== undefined) onConnection(resumeConnection, connectionId);
      if (importId === undefined && connectionId === undefined) setPaused(db, false);
    },
    rejectedOf: ({ importId }) => (importId === undefined ? [] : rejected.all(importId)),
    releaseRejection(importId, now) {
      release.run(importId);
      tally.refresh(importId, false, now);
    },
    requireImport,
  };
}
