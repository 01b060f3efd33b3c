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
  readonly entries: readonly { readonly kind: string; readonly payload: unknown }[];
}

/** For stores: keeps what a person changed, inside the transaction of the change itself. */
export interface UndoRecorder {
  record(change: Change): void;
}

/** What a person changed in local data, to be taken back and done again; survives restarts. */
export interface UndoLog extends UndoRecorder {
  register(kind: string, handler: UndoHandler): void;
  state(): UndoState;
  /** @throws AppError undo-log-empty | undo-log-changed */
  undo(): Promise<UndoState>;
  /** @throws AppError undo-log-empty | undo-log-changed */
  redo(): Promise<UndoState>;
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
  const insertGroup = db.prepare("INSERT INTO undo_groups (at, label, params) VALUES (?, ?, ?)");
  const insertEntry = db.prepare(
    "INSERT INTO undo_entries (group_id, seq, kind, sealed_payload) VALUES (?, ?, ?, ?)",
  );
  const dropRedo = db.prepare("DELETE FROM undo_groups WHERE undone = 1");
  const dropOld = db.prepare("DELETE FROM undo_groups WHERE id <= ?");
  const drop = db.prepare("DELETE FROM undo_groups WHERE id = ?");
  const mark = db.prepare("UPDATE undo_groups SET undone = ? WHERE id = ? AND undone <> ?");
  const newest = db.prepare(
    "SELECT id, at, label, params FROM undo_groups WHERE undone = 0 ORDER BY id DESC LIMIT 1",
  );
  const nextUndone = db.prepare(
    "SELECT id, at, label, params FROM undo_groups WHERE undone = 1 ORDER BY id LIMIT 1",
  );
  const entriesOf = db.prepare(
    "SELECT kind, sealed_payload AS sealed FROM undo_entries WHERE group_id = ? ORDER BY seq",
  );

  const find = (direction: Direction) =>
    (direction === "undo" ? newest : nextUndone).get() as GroupRecord | undefined;

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

  function state(): UndoState {
    const shown = (record: GroupRecord | undefined): UndoableChange | null => {
      if (record === undefined) return null;
      const { id, at, label } = record;
      const params = JSON.parse(record.params);
      return { id, at, label, params, message: t(`words:changes.${label}`, params) };
    };
    return { undo: shown(find("undo")), redo: shown(find("redo")) };
  }

  async function go(direction: Direction): Promise<UndoState> {
    const group = find(direction);
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
    return state();
  }

  handlers.set("row", {
    inTransaction: true,
    apply: (payload, direction) => applyRowImage(db, payload as RowImage, direction),
  });

  return {
    register: (kind, handler) => void handlers.set(kind, handler),
    record({ label, params = {}, entries }) {
      if (entries.length === 0) return;
      dropRedo.run();
      const { lastInsertRowid } = insertGroup.run(Date.now(), label, JSON.stringify(params));
      for (const [seq, { kind, payload }] of entries.entries()) {
        insertEntry.run(lastInsertRowid, seq, kind, vault.sealJson(payload));
      }
      dropOld.run(Number(lastInsertRowid) - KEPT_GROUPS);
      onChange();
    },
    state,
    undo: () => go("undo"),
    redo: () => go("redo"),
  };
}
