import type { UndoStep } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { PracticeServer } from "../../practice/server.ts";
import type { UndoState } from "../../practice/store/undo.ts";
import { createArrivalsReader } from "../../records/imports/arrivals/arrivals.ts";
import { createSendOrder } from "../../records/imports/send-order.ts";
import { accountName, writeMarks } from "./mark-done.ts";
import { listSteps } from "./plan/steps.ts";

type Reverter = Pick<PracticeServer, "undoStates" | "undo">;

/**
 * Undoes an import on the practice server, newest state first, and marks each as undone. One that is
 * not there was undone before a crash, or the server's data was deleted since: nothing is left of it.
 * @throws AppError "practice-undo-unclear" where two states may be of the same batch
 */
export function revertPractice(db: Database, server: Reverter, importId: number): void {
  const endOf = createEndReader(db);
  const mark = db.transaction((step: UndoStep) => {
    const { batchId, arrival } = step;
    const order = createSendOrder(db)();
    const marks = [{ batchId, arrival, by: accountName(), at: Date.now(), order }];
    writeMarks(db, { done: true, marks });
  });
  for (const step of listSteps(db, importId).filter(({ done }) => done === null)) {
    const state = stateOf(step, endOf(step), server.undoStates());
    if (state !== null) server.undo(state.id);
    mark.immediate(step);
  }
}

/** The state that a batch's arrival left: applied while it was on its way, with the same counts. */
function stateOf(step: UndoStep, end: number, states: readonly UndoState[]): UndoState | null {
  const found = states.filter(
    ({ at, created, updated }) =>
      at >= step.at &&
      at <= end &&
      (step.created === null || step.created === created) &&
      (step.updated === null || step.updated === updated),
  );
  if (found.length > 1) throw new AppError("practice-undo-unclear");
  return found[0] ?? null;
}

/** When an attempt ended: the practice server has the same clock. */
function createEndReader(db: Database): (step: UndoStep) => number {
  const arrivalsOf = createArrivalsReader(db);
  return ({ batchId, arrival }) =>
    arrivalsOf(batchId).find((each) => each.arrival === arrival)?.endedAt ?? 0;
}
