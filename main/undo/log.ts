import type { UndoableChange, UndoState } from "../../preload/types.ts";
import type { Database } from "../database/open.ts";
import { AppError } from "../errors.ts";
import { t } from "../text.ts";
import type { Vault } from "../vault/vault.ts";
import { applyRowImage, type RowImage } from "./row-image.ts";

/** Changes that can be taken back; older ones are forgotten. */
const KEPT_GROUPS = 200;

export type Direction = "undo" | "redo";

/**
 * Takes one entry back or does it again. With `inTransaction` all entries of a change and the
 * log's own mark are one transaction; otherwise it must do no harm to be done twice.
 * @throws AppError undo-log-changed | not-found where what it is about has changed since
 */
export interface UndoHandler {
  readonly inTransaction: boolean;
  apply(payload: unknown, direction: Direction): void | Promise<void>;
}

export interface Change {
  /** A text of words.json under `changes`. */
  readonly label: string;
  /** No customer data and no secret. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The check of a list that it was done in: its review takes it back by itself. */
  readonly stagingId?: number;
  readonly entries: readonly { readonly kind: string; readonly payload: unknown }[];
}

/** For stores: keeps what a person changed, inside the transaction of the change itself. */
export interface UndoRecorder {
  record(change: Change): void;
}

/** What a person changed in local data, to be taken back and done again; survives restarts. */
export interface UndoLog extends UndoRecorder {
  register(kind: string, handler: UndoHandler): void;
  /** @param stagingId only what was done in the review of that check; of everything where absent */
  state(stagingId?: number): UndoState;
  /** @throws AppError undo-log-empty | undo-log-changed */
  undo(stagingId?: number): Promise<UndoState>;
  /** @throws AppError undo-log-empty | undo-log-changed */
  redo(stagingId?: number): Promise<UndoState>;
}

interface GroupRecord {
  readonly id: number;
  readonly at: number;
  readonly label: string;
  readonly params: string;
}

export function createUndoLog(
  db: Database,
  vault: Vault,
  { onChange = () => undefined }: { readonly onChange?: () => void } = {},
): UndoLog {
  const handlers = new Map<string, UndoHandler>();
  const insertGroup = db.prepare(
    "INSERT INTO undo_groups (at, label, params, staging_id) VALUES (?, ?, ?, ?)",
  );
  const insertEntry = db.prepare(
    "INSERT INTO undo_entries (group_id, seq, kind, sealed_payload) VALUES (?, ?, ?, ?)",
  );
  const dropRedo = db.prepare("DELETE FROM undo_groups WHERE undone = 1 AND staging_id IS ?");
  const dropOld = db.prepare("DELETE FROM undo_groups WHERE id <= ?");
  const drop = db.prepare("DELETE FROM undo_groups WHERE id = ?");
  const mark = db.prepare("UPDATE undo_groups SET undone = ? WHERE id = ? AND undone <> ?");
  const newest = db.prepare(
    `SELECT id, at, label, params FROM undo_groups
     WHERE undone = 0 AND (:stagingId IS NULL OR staging_id = :stagingId)
     ORDER BY id DESC LIMIT 1`,
  );
  const nextUndone = db.prepare(
    `SELECT id, at, label, params FROM undo_groups
     WHERE undone = 1 AND (:stagingId IS NULL OR staging_id = :stagingId) ORDER BY id LIMIT 1`,
  );
  const entriesOf = db.prepare(
    "SELECT kind, sealed_payload AS sealed FROM undo_entries WHERE group_id = ? ORDER BY seq",
  );

  const find = (direction: Direction, stagingId: number | null) =>
    (direction === "undo" ? newest : nextUndone).get({ stagingId }) as GroupRecord | undefined;

  function handlerOf(kind: string): UndoHandler {
    const handler = handlers.get(kind);
    if (handler === undefined) throw new AppError("undo-log-changed", { detail: kind });
    return handler;
  }

  function setMark(id: number, direction: Direction): void {
    const undone = direction === "undo" ? 1 : 0;
    mark.run(undone, id, undone);
  }

  async function apply({ id }: GroupRecord, direction: Direction): Promise<void> {
    const stored = entriesOf.all(id) as { readonly kind: string; readonly sealed: Buffer }[];
    const entries = stored.map(({ kind, sealed }) => ({
      handler: handlerOf(kind),
      payload: vault.openJson<unknown>(sealed),
    }));
    if (direction === "undo") entries.reverse();
    if (entries.every(({ handler }) => handler.inTransaction)) {
      const work = db.transaction(() => {
        for (const { handler, payload } of entries) void handler.apply(payload, direction);
        setMark(id, direction);
      });
      work.immediate();
      return;
    }
    for (const { handler, payload } of entries) await handler.apply(payload, direction);
    setMark(id, direction);
  }

  function state(stagingId?: number): UndoState {
    const scope = stagingId ?? null;
    const shown = (record: GroupRecord | undefined): UndoableChange | null => {
      if (record === undefined) return null;
      const { id, at, label } = record;
      const params = JSON.parse(record.params);
      return { id, at, label, params, message: t(`words:changes.${label}`, params) };
    };
    return { undo: shown(find("undo", scope)), redo: shown(find("redo", scope)) };
  }

  async function go(direction: Direction, stagingId?: number): Promise<UndoState> {
    const group = find(direction, stagingId ?? null);
    if (group === undefined) throw new AppError("undo-log-empty");
    try {
      await apply(group, direction);
    } catch (error) {
      // What cannot be taken back must not stand in the way of what was changed before it.
      if (!(error instanceof AppError)) throw error;
      drop.run(group.id);
      throw new AppError("undo-log-changed", { detail: error.code, cause: error });
    } finally {
      onChange();
    }
    return state(stagingId);
  }

  handlers.set("row", {
    inTransaction: true,
    apply: (payload, direction) => applyRowImage(db, payload as RowImage, direction),
  });

  return {
    register: (kind, handler) => void handlers.set(kind, handler),
    record({ label, params = {}, stagingId, entries }) {
      if (entries.length === 0) return;
      const scope = stagingId ?? null;
      dropRedo.run(scope);
      const shown = JSON.stringify(params);
      const { lastInsertRowid } = insertGroup.run(Date.now(), label, shown, scope);
      for (const [seq, { kind, payload }] of entries.entries()) {
        insertEntry.run(lastInsertRowid, seq, kind, vault.sealJson(payload));
      }
      dropOld.run(Number(lastInsertRowid) - KEPT_GROUPS);
      onChange();
    },
    state,
    undo: (stagingId) => go("undo", stagingId),
    redo: (stagingId) => go("redo", stagingId),
  };
}
