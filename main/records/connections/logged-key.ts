import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import type { Change, UndoLog } from "../undo-log/log.ts";

const KIND = "connection-key";
/** How long undoing a change still brings back a key that the change removed or replaced. */
const KEPT_MS = 60 * 60 * 1000;

interface LoggedKey {
  readonly id: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** A connection's sealed key as the undo log keeps it. */
export function readSealedKey(db: Database, id: number): string | null {
  const sealed = column<[number], Buffer | null>(
    db,
    "SELECT sealed_key FROM connections WHERE id = ?",
  ).get(id);
  return sealed == null ? null : sealed.toString("base64");
}

/**
 * A change of a connection with the change of its key around it, which is written last in either
 * direction: an entry of its own, so that the key goes while the rest can still be undone.
 */
export function withKey(key: LoggedKey, entries: Change["entries"]): Change["entries"] {
  if (key.before === key.after) return entries;
  const entry = { kind: KIND, payload: key };
  return [entry, ...entries, entry];
}

/** Lets go of keys that were removed or replaced a while ago. */
export function dropLoggedKeys(db: Database, now: number = Date.now()): void {
  statement<[string, number, number]>(
    db,
    `DELETE FROM undo_entries WHERE kind = ? AND group_id IN
       (SELECT id FROM undo_groups WHERE at < ? OR at > ?)`,
  ).run(KIND, now - KEPT_MS, now);
}

/** Lets go of all of them. */
export function forgetLoggedKeys(db: Database): void {
  statement<[string]>(db, "DELETE FROM undo_entries WHERE kind = ?").run(KIND);
}

export function registerLoggedKeys(db: Database, undoLog: UndoLog): void {
  undoLog.register(KIND, {
    inTransaction: true,
    apply(payload, direction) {
      const { id, before, after } = payload as LoggedKey;
      const sealed = direction === "undo" ? before : after;
      statement<[Buffer | null, number]>(
        db,
        "UPDATE connections SET sealed_key = ? WHERE id = ?",
      ).run(sealed === null ? null : Buffer.from(sealed, "base64"), id);
    },
  });
}
