import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import type { ReasonColumns } from "../batches/reason.ts";

/** What a decision of a person about a batch may have to be taken back to. */
export interface UndecidedBatch extends ReasonColumns {
  readonly state: "uncertain" | "rejected";
  readonly unclear: number;
  readonly attempts: number;
}

/** What people decide about in the queue. */
export interface DecisionRecords {
  read(batchId: number): UndecidedBatch | undefined;
  writeReason(batchId: number, reason: ReasonColumns): void;
  /** What of an import can be cancelled or left as it is, in the order of sending. */
  cancellable(importId: number): readonly number[];
  onTheirWay(importId: number): readonly number[];
  /** The connection of an import; undefined for one that is gone. */
  connectionOf(importId: number): number | null | undefined;
  holdOf(importId: number): string | null;
}

export function createDecisionRecords(db: Database): DecisionRecords {
  const read = statement<[batchId: number], UndecidedBatch>(
    db,
    `SELECT state, unclear, attempts, reason_code, reason_params, sealed_words
     FROM batches WHERE id = ?`,
  );
  const writeReason = statement<ReasonColumns & { readonly batchId: number }>(
    db,
    `UPDATE batches SET reason_code = :reason_code, reason_params = :reason_params,
       sealed_words = :sealed_words WHERE id = :batchId`,
  );
  const cancellable = column<[importId: number], number>(
    db,
    `SELECT id FROM batches WHERE import_id = ? AND settled = 0
       AND state IN ('queued', 'waiting', 'rejected') ORDER BY position`,
  );
  const onTheirWay = column<[importId: number], number>(
    db,
    "SELECT id FROM batches WHERE import_id = ? AND state = 'sending'",
  );
  const connectionOf = column<[importId: number], number | null>(
    db,
    "SELECT connection_id FROM imports WHERE id = ?",
  );
  const holdOf = column<[importId: number], string | null>(
    db,
    "SELECT hold FROM imports WHERE id = ?",
  );
  return {
    read: (batchId) => read.get(batchId),
    writeReason: (batchId, reason) => void writeReason.run({ ...reason, batchId }),
    cancellable: (importId) => cancellable.all(importId),
    onTheirWay: (importId) => onTheirWay.all(importId),
    connectionOf: (importId) => connectionOf.get(importId),
    holdOf: (importId) => holdOf.get(importId) ?? null,
  };
}
