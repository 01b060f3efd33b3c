import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import { createPauseCheck } from "../pause.ts";

/** A batch that is next on its connection. */
export interface Candidate {
  readonly id: number;
  readonly importId: number;
  readonly state: "queued" | "waiting" | "sending";
  readonly nextTry: number | null;
  readonly attempts: number;
  readonly unclear: number;
  readonly idempotent: boolean;
  readonly distinct: boolean;
}

/** What is to be sent and in which order: by connection, then import, then position. */
export interface Outbox {
  /** Connections that have something to send and are not held. */
  connections(): readonly number[];
  /** The first open batches of the connection's first import that is not held, in order. */
  front(connectionId: number, limit: number): readonly Candidate[];
  /** The first that waits behind this one and may go twice; no restored values among them. */
  another(connectionId: number, candidate: Candidate): Candidate | null;
  /** Batches marked as being sent by anyone but this holder. */
  orphans(holder: string): readonly number[];
  hasOpen(): boolean;
}

type AnotherRow = Omit<Candidate, "idempotent" | "distinct">;

interface FrontRow extends Omit<AnotherRow, "importId"> {
  readonly idempotent: 0 | 1;
}

interface FirstImport {
  readonly id: number;
  readonly distinct: 0 | 1;
}

/** The index is named, as SQLite would rather walk every import of the past: this is asked often. */
export function createOutbox(db: Database): Outbox {
  const isPaused = createPauseCheck(db);
  const connections = column<[], number>(
    db,
    `SELECT id FROM connections WHERE hold IS NULL AND EXISTS (
       SELECT 1 FROM imports INDEXED BY imports_to_send
       WHERE connection_id = connections.id AND phase = 'queued' AND batches_open > 0
         AND hold IS NULL)`,
  );
  const firstImport = statement<[connectionId: number], FirstImport>(
    db,
    `SELECT imports.id, distinct_keys AS "distinct" FROM imports INDEXED BY imports_to_send
     JOIN connections ON connections.id = connection_id
     WHERE connection_id = ? AND phase = 'queued' AND batches_open > 0
       AND imports.hold IS NULL AND connections.hold IS NULL
     ORDER BY imports.id LIMIT 1`,
  );
  const front = statement<[importId: number, limit: number], FrontRow>(
    db,
    `SELECT id, state, next_try AS nextTry, attempts, unclear, repeatable AS idempotent FROM batches
     WHERE import_id = ? AND state IN ('queued', 'waiting', 'sending') ORDER BY position LIMIT ?`,
  );
  const another = statement<[connectionId: number, from: number, not: number], AnotherRow>(
    db,
    `SELECT batches.id, import_id AS importId, batches.state, next_try AS nextTry, attempts, unclear
     FROM imports INDEXED BY imports_to_send JOIN batches ON import_id = imports.id
     WHERE imports.connection_id = ? AND phase = 'queued' AND batches_open > 0
       AND imports.hold IS NULL AND undoes_import_id IS NULL AND imports.id >= ?
       AND batches.id <> ? AND batches.state IN ('queued', 'waiting') AND repeatable = 1
     ORDER BY imports.id, position LIMIT 1`,
  );
  const orphans = column<[holder: string], number>(
    db,
    "SELECT id FROM batches WHERE state = 'sending' AND sent_by IS NOT ? ORDER BY id",
  );
  const open = column<[], 0 | 1>(
    db,
    `SELECT EXISTS (SELECT 1 FROM imports INDEXED BY imports_to_send
       WHERE phase = 'queued' AND batches_open > 0)`,
  );

  return {
    connections: () => (isPaused() ? [] : connections.all()),
    front(connectionId, limit) {
      if (isPaused()) return [];
      const owner = firstImport.get(connectionId);
      if (owner === undefined) return [];
      return front.all(owner.id, limit).map((row) => ({
        ...row,
        importId: owner.id,
        idempotent: row.idempotent === 1,
        distinct: owner.distinct === 1,
      }));
    },
    another(connectionId, { id, importId }) {
      const row = another.get(connectionId, importId, id);
      return row === undefined ? null : { ...row, idempotent: true, distinct: false };
    },
    orphans: (holder) => orphans.all(holder),
    hasOpen: () => open.get() === 1,
  };
}
