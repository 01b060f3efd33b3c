import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { recordRemoval } from "../../records/connections/record-change.ts";
import { readConnection } from "../../records/connections/records.ts";
import { countPreparing } from "../../records/imports/creating/preparing.ts";
import { countUndecided } from "../../records/imports/queue/open-batches.ts";
import type { UndoRecorder } from "../../records/undo-log/log.ts";

/**
 * Removes a connection and its key; its imports stay in the history under its name. Refused while
 * rows wait to be sent over it or a person must still decide about them: without the connection
 * they could never arrive.
 * @throws AppError not-found | connection-in-use
 */
export function removeConnection(db: Database, id: number, undoLog?: UndoRecorder): void {
  const write = db.transaction(() => {
    const { name } = readConnection(db, id);
    const count = countUndecided(db, id) + countPreparing(db, id);
    if (count > 0) throw new AppError("connection-in-use", { params: { name, count } });
    recordRemoval(db, undoLog, id, name);
    db.prepare("DELETE FROM connections WHERE id = ?").run(id);
  });
  write.immediate();
}
