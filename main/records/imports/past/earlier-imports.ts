import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import type { Server } from "../../connections/server.ts";
import { createArrivalsReader } from "../arrivals/arrivals.ts";
import { COUNTED_FEWER, MAY_HAVE_ARRIVED_SQL } from "../batches/standing.ts";
import { createUndoMarkReader } from "./undo-marks.ts";

/** An import that went out before, as people are told of it. */
export interface EarlierImport {
  readonly id: number;
  readonly fileName: string;
  readonly connectionName: string;
  readonly startedAt: number;
  readonly rows: number;
}

const COLUMNS = `id, file_name AS fileName, connection_name AS connectionName,
  started_at AS startedAt, rows_total AS rows`;

/** Batches that arrived, may have arrived, or are still to arrive. */
const IS_SENT_SQL = `(batches.state NOT IN ('rejected', 'cancelled') OR ${MAY_HAVE_ARRIVED_SQL})`;

interface FileAt extends Server {
  readonly fileHash: Buffer | null;
  /** An import that does not count. */
  readonly except: number | null;
}

/** The newest import of the same file to a server of which anything went out; none for no hash. */
export function importOfFile(
  db: Database,
  { fileHash, address, accountId, except }: FileAt,
): EarlierImport | undefined {
  return statement<FileAt, EarlierImport>(
    db,
    `SELECT ${COLUMNS} FROM imports WHERE phase = 'queued' AND file_hash = :fileHash
       AND address = :address AND account_id = :accountId AND id IS NOT :except AND reverted = 0
       AND EXISTS (SELECT 1 FROM batches WHERE import_id = imports.id AND ${IS_SENT_SQL})
     ORDER BY started_at DESC, id DESC LIMIT 1`,
  ).get({ fileHash, address, accountId, except });
}

/** The first import of the same file to a server, whatever became of it. */
export function queuedFromFile(
  db: Database,
  { fileHash, address, accountId, except }: FileAt,
): { readonly id: number } | undefined {
  return statement<FileAt, { readonly id: number }>(
    db,
    `SELECT id FROM imports WHERE phase = 'queued' AND file_hash = :fileHash
       AND address = :address AND account_id = :accountId AND id IS NOT :except
     ORDER BY id LIMIT 1`,
  ).get({ fileHash, address, accountId, except });
}

/** Imports to a server whose rows are kept, newest first, none undone there; `mapping` as JSON. */
export function importsTo(
  db: Database,
  { address, accountId }: Server,
  limit: number,
): readonly (EarlierImport & { readonly mapping: string })[] {
  return statement<
    [address: string, account: string, limit: number],
    EarlierImport & { readonly mapping: string }
  >(
    db,
    `SELECT ${COLUMNS}, mapping FROM imports
     WHERE address = ? AND account_id = ? AND phase = 'queued' AND rows_kept = 1
       AND state <> 'cancelled' AND reverted = 0
     ORDER BY started_at DESC, id DESC LIMIT ?`,
  ).all(address, accountId, limit);
}

/** A batch that arrived, may have arrived or is still to arrive. */
export interface SentBatch {
  readonly id: number;
  /** The platform counted fewer rows than were sent. */
  readonly fewer: 0 | 1;
}

/** Such batches of an import in the order of sending. */
export function sentBatches(db: Database, importId: number): readonly SentBatch[] {
  return statement<[importId: number], SentBatch>(
    db,
    `SELECT id, ifnull(reason_code = '${COUNTED_FEWER}', 0) AS fewer FROM batches
     WHERE import_id = ? AND ${IS_SENT_SQL} ORDER BY position`,
  ).all(importId);
}

/** The same without those that were undone at the platform, every arrival of them. */
export function standingBatches(db: Database, importId: number): readonly SentBatch[] {
  const marksOf = createUndoMarkReader(db);
  const arrivalsOf = createArrivalsReader(db);
  return sentBatches(db, importId).filter(({ id }) => {
    const undone = new Set(marksOf(id).map(({ arrival }) => arrival));
    return undone.size === 0 || arrivalsOf(id).some(({ arrival }) => !undone.has(arrival));
  });
}

/** Batches of an import whose rows were corrected after they had been sent. */
export function correctedBatches(db: Database, importId: number): readonly number[] {
  return column<[importId: number], number>(
    db,
    `SELECT DISTINCT batch_id FROM batches CROSS JOIN batch_earlier ON batch_id = batches.id
     WHERE import_id = ?`,
  ).all(importId);
}

/** An import that went to a server or may have, by which it is judged what is there now. */
export interface PastImport {
  readonly id: number;
  readonly fileName: string;
  readonly startedAt: number;
  /** Whether it is known to have gone to this server. */
  readonly isHere: 0 | 1;
  readonly mapping: string;
  readonly fileHash: Buffer | null;
  readonly rowCount: number;
  readonly rowsKept: 0 | 1;
  readonly onlyChanged: 0 | 1;
  /** Accepted whole, not taken back, and no "ignore", which may have changed nothing. */
  readonly counts: 0 | 1;
  /** When the first and the last of it went out, in the order of sending; what waits goes last. */
  readonly firstSent: number;
  readonly lastSent: number;
}

/** After every number in the order of sending. */
const STILL_TO_GO = Number.MAX_SAFE_INTEGER;

/** In the order of sending, last one first: clocks are set, and what waited may go after others. */
export function pastImports(
  db: Database,
  { address, accountId }: Server,
  limit: number,
): readonly PastImport[] {
  return statement<Server & { readonly limit: number }, PastImport>(
    db,
    `WITH sent AS (
       SELECT id,
         ifnull((SELECT min(ifnull(sent_order, 0)) FROM batches
           WHERE import_id = imports.id AND ${IS_SENT_SQL}), 0) AS firstSent,
         ifnull((SELECT max(CASE WHEN batches.state IN ('queued', 'waiting', 'sending')
             THEN ${STILL_TO_GO} ELSE ifnull(sent_order, ${STILL_TO_GO}) END) FROM batches
           WHERE import_id = imports.id AND ${IS_SENT_SQL}), 0) AS lastSent
       FROM imports
       WHERE phase = 'queued' AND account_id = :accountId AND address IN (:address, '')
       ORDER BY lastSent DESC, id DESC LIMIT :limit)
     SELECT imports.id, file_name AS fileName, started_at AS startedAt, address = :address AS isHere,
       mapping, file_hash AS fileHash, rows_total AS rowCount, rows_kept AS rowsKept,
       options ->> '$.onlyChanged' IS 1 AS onlyChanged,
       state = 'accepted' AND undoes_import_id IS NULL
         AND options ->> '$.duplicates' <> 'ignore'
         AND NOT EXISTS (SELECT 1 FROM imports AS later WHERE later.undoes_import_id = imports.id)
         AND NOT EXISTS (SELECT 1 FROM undo_marks JOIN batches ON batches.id = batch_id
           WHERE batches.import_id = imports.id) AS counts,
       firstSent, lastSent
     FROM sent JOIN imports ON imports.id = sent.id ORDER BY lastSent DESC, imports.id DESC`,
  ).all({ address, accountId, limit });
}
