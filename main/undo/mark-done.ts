import { userInfo } from "node:os";
import type { Database } from "../database/open.ts";
import { AppError } from "../errors.ts";
import { listSteps } from "./steps.ts";

/**
 * Keeps that a person undid an undo state (or all of an import) in the admin pages: who and when;
 * or that it is not undone after all.
 * @throws AppError "not-found"
 */
export function markDone(
  db: Database,
  about: {
    readonly importId: number;
    readonly step: { readonly batchId: number; readonly arrival: number } | null;
    readonly done: boolean;
  },
  now: number = Date.now(),
): void {
  const { step } = about;
  const wanted = listSteps(db, about.importId).filter(
    (each) => step === null || (each.batchId === step.batchId && each.arrival === step.arrival),
  );
  if (wanted.length === 0) throw new AppError("not-found", { params: { what: "undo state" } });
  const insert = db.prepare(
    `INSERT INTO undo_marks (batch_id, arrival, done_by, done_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const remove = db.prepare("DELETE FROM undo_marks WHERE batch_id = ? AND arrival = ?");
  const write = db.transaction(() => {
    for (const { batchId, arrival } of wanted) {
      if (about.done) insert.run(batchId, arrival, accountName(), now);
      else remove.run(batchId, arrival);
    }
  });
  write.immediate();
}

/** The account that the program runs under; some systems have none that can be named. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return "?";
  }
}
