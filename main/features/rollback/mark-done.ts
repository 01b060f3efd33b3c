import { userInfo } from "node:os";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { createImportOfBatch } from "../../records/imports/batches/batch-ids.ts";
import { writeReverted } from "../../records/imports/past/undo-links.ts";
import {
  createUndoMarkOrder,
  type PlacedUndoMark,
  writeUndoMarks,
} from "../../records/imports/past/undo-marks.ts";
import { createSendOrder } from "../../records/imports/send-order.ts";
import { listSteps } from "./plan/steps.ts";

/** Undo states that a person marked, or did not mark any more. */
export interface MarkChange {
  readonly done: boolean;
  readonly marks: readonly PlacedUndoMark[];
}

/**
 * Keeps that a person undid an undo state (or all of an import) in the admin pages: who and when;
 * or that it is not undone after all.
 * @param record called inside the transaction, with what has changed
 * @throws AppError "not-found"
 */
export function markDone(
  db: Database,
  about: {
    readonly importId: number;
    readonly step: { readonly batchId: number; readonly arrival: number } | null;
    readonly done: boolean;
  },
  record: (change: MarkChange) => void = () => undefined,
): void {
  const { step, done } = about;
  const wanted = listSteps(db, about.importId).filter(
    (each) => step === null || (each.batchId === step.batchId && each.arrival === step.arrival),
  );
  if (wanted.length === 0) throw new AppError("not-found", { params: { what: "undo state" } });
  const orderOf = createUndoMarkOrder(db);
  const write = db.transaction(() => {
    const now = { by: accountName(), at: Date.now() };
    const order = createSendOrder(db)();
    const marks = wanted
      .filter((each) => (each.done !== null) !== done)
      .map(({ batchId, arrival, done: was }) => ({
        ...{ batchId, arrival, ...(was ?? now) },
        order: orderOf(batchId, arrival) ?? order,
      }));
    writeMarks(db, { done, marks });
    if (marks.length > 0) record({ done, marks });
  });
  write.immediate();
}

/** Inside a transaction. */
export function writeMarks(db: Database, { done, marks }: MarkChange): void {
  writeUndoMarks(db, marks, done);
  const importOf = createImportOfBatch(db);
  const imports = new Set(marks.map(({ batchId }) => importOf(batchId)));
  for (const importId of imports) {
    if (importId === undefined) continue;
    const steps = listSteps(db, importId);
    const reverted = steps.length > 0 && steps.every((step) => step.done !== null);
    writeReverted(db, importId, reverted);
  }
}

/** The account that the program runs under; some systems have none that can be named. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "?";
  }
}
