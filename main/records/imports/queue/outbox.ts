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
}

/** What is to be sent and in which order: by connection, then import, then position. */
export interface Outbox {
  /** Connections that have something to send and are not held. */
  connections(): readonly number[];
  /** The first open batches of the connection's first import that is not held, in order. */
  front(connectionId: number, limit: number): readonly Candidate[];
  /**
   * The same of all its imports that are not held, and uncertain batches among them, which the limit
   * does not count.
   */
  line(connectionId: number, limit: number): readonly InLine[];
  /** Whether an import has batches about which a person has to decide what became of them. */
  hasUncertain(importId: number): boolean;
  /** The first that wait behind this one and may go twice; no restored values among them. */
  others(connectionId: number, candidate: Candidate, limit: number): readonly Candidate[];
  /** What is on its way over a connection, and to the same account over others. */
  onTheirWay(connectionId: number): readonly OnItsWay[];
  /** Batches marked as being sent by anyone but this holder. */
  orphans(holder: string): readonly number[];
  hasOpen(): boolean;
}

/** An open batch, or an uncertain one that stands among them. */
export type InLine = Candidate | (Omit<Candidate, "state"> & { readonly state: "uncertain" });

export interface OnItsWay {
  readonly id: number;
  readonly connectionId: number | null;
}

interface LineRow extends Omit<Candidate, "idempotent" | "state"> {
  readonly state: InLine["state"];
  readonly idempotent: 0 | 1;
}

type FrontRow = Omit<LineRow, "importId" | "state"> & Pick<Candidate, "state">;

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
  const firstImport = column<[connectionId: number], number>(
    db,
    `SELECT imports.id FROM imports INDEXED BY imports_to_send
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
  const line = statement<{ readonly connectionId: number; readonly limit: number }, LineRow>(
    db,
    `SELECT batches.id, import_id AS importId, batches.state, next_try AS nextTry, attempts, unclear,
       repeatable AS idempotent
     FROM imports INDEXED BY imports_to_send JOIN batches ON import_id = imports.id
     WHERE imports.connection_id = :connectionId AND phase = 'queued' AND batches_open > 0
       AND imports.hold IS NULL AND settled = 0
       AND (SELECT hold FROM connections WHERE connections.id = imports.connection_id) IS NULL
       AND batches.state IN ('queued', 'waiting', 'sending', 'uncertain')
     ORDER BY imports.id, position
     LIMIT :limit + (SELECT ifnull(sum(batches_uncertain), 0)
       FROM imports INDEXED BY imports_to_send
       WHERE connection_id = :connectionId AND phase = 'queued' AND batches_open > 0
         AND hold IS NULL)`,
  );
  const uncertain = column<[importId: number], 0 | 1>(
    db,
    `SELECT EXISTS (SELECT 1 FROM batches INDEXED BY batches_in_queue WHERE import_id = ?
       AND state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain') AND settled = 0
       AND state = 'uncertain')`,
  );
  const onTheirWay = statement<{ readonly connectionId: number }, OnItsWay>(
    db,
    `SELECT batches.id, batches.connection_id AS connectionId
     FROM batches INDEXED BY batches_sending JOIN imports ON imports.id = import_id
     WHERE batches.state = 'sending' AND (batches.connection_id = :connectionId OR account_id =
       (SELECT account_id FROM connections WHERE connections.id = :connectionId))`,
  );
  const others = statement<
    [connectionId: number, from: number, not: number, limit: number],
    Omit<LineRow, "state"> & Pick<Candidate, "state">
  >(
    db,
    `SELECT batches.id, import_id AS importId, batches.state, next_try AS nextTry, attempts, unclear,
       repeatable AS idempotent
     FROM imports INDEXED BY imports_to_send JOIN batches ON import_id = imports.id
     WHERE imports.connection_id = ? AND phase = 'queued' AND batches_open > 0
       AND imports.hold IS NULL AND undoes_import_id IS NULL AND imports.id >= ?
       AND batches.id <> ? AND batches.state IN ('queued', 'waiting') AND repeatable = 1
     ORDER BY imports.id, position LIMIT ?`,
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
      const importId = firstImport.get(connectionId);
      if (importId === undefined) return [];
      return front.all(importId, limit).map((row) => ({ ...row, importId, ...isIdempotent(row) }));
    },
    line(connectionId, limit) {
      if (isPaused()) return [];
      return line.all({ connectionId, limit }).map((row) => ({ ...row, ...isIdempotent(row) }));
    },
    hasUncertain: (importId) => uncertain.get(importId) === 1,
    others: (connectionId, { id, importId }, limit) =>
      others
        .all(connectionId, importId, id, limit)
        .map((row) => ({ ...row, ...isIdempotent(row) })),
    onTheirWay: (connectionId) => onTheirWay.all({ connectionId }),
    orphans: (holder) => orphans.all(holder),
    hasOpen: () => open.get() === 1,
  };
}

function isIdempotent({ idempotent }: { readonly idempotent: 0 | 1 }) {
  return { idempotent: idempotent === 1 };
}
