import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";
import { readLinks } from "../imports/connection-links.ts";
import type { UndoRecorder } from "../undo-log/log.ts";
import { type RowImage, readImage } from "../undo-log/row-image.ts";
import { readSealedKey, withKey } from "./logged-key.ts";

/** Inside the change's transaction, after it: keeps what it takes to take it back. */
export function recordConnection(
  db: Database,
  undoLog: UndoRecorder | undefined,
  about: {
    readonly label: string;
    readonly name: string;
    readonly id: number;
    readonly before: RowImage["before"];
    readonly keyBefore: string | null;
  },
): void {
  const { label, name, id, before, keyBefore } = about;
  const after = readImage(db, "connections", id);
  const payload: RowImage = { table: "connections", key: id, before, after };
  const key = { id, before: keyBefore, after: readSealedKey(db, id) };
  const entries = withKey(key, [{ kind: "row", payload }]);
  undoLog?.record({ label, params: { name }, entries });
}

/**
 * Before a connection is removed: the connection, the mappings that go with it, and which imports
 * and batches named it.
 */
export function recordRemoval(
  db: Database,
  undoLog: UndoRecorder | undefined,
  id: number,
  name: string,
): void {
  const mappings = column<[number], number>(
    db,
    "SELECT id FROM mappings WHERE connection_id = ?",
  ).all(id);
  const image = (table: RowImage["table"], key: number): RowImage => ({
    ...{ table, key },
    before: readImage(db, table, key),
    after: null,
  });
  const links = readLinks(db, id);
  undoLog?.record({
    label: "connection-removed",
    params: { name },
    // Undone from the end: the connection first, then what hangs on it.
    entries: withKey({ id, before: readSealedKey(db, id), after: null }, [
      { kind: "connection-links", payload: links },
      ...mappings.map((key) => ({ kind: "row", payload: image("mappings", key) })),
      { kind: "row", payload: image("connections", id) },
    ]),
  });
}
