import type { UndoableChange, UndoState } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { t } from "../../common/text.ts";
import type { Vault } from "../vault/vault.ts";
import type { Direction } from "./direction.ts";
import { applyRowImage, type RowImage } from "./row-image.ts";

/** Changes that can be taken back; older ones are forgotten. */
const KEPT_GROUPS = 200;

/**
 * Takes one entry back or does it again. With `inTransaction` all entries of a change and the
 * log's own mark are one transaction; otherwise it must do no harm to be done twice.
 * @throws AppError undo-log-changed | not-found where what it is about has changed since
 */
export interface UndoHandler {
  readonly inTransaction: boolean;
  /** Cheap: false where `apply` cannot but fail, as what it is about is gone or has changed. */
  isPossible?(payload: unknown, direction: Direction): boolean;
  apply(payload: unknown, direction: Direction): void | Promise<void>;
}

export interface Change {
  /** A text of words.json under `changes`. */
  readonly label: string;
  /** No customer data and no secret. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The check of a list that it was done in: its review takes it back by itself. */
  readonly stagingId?: number;
  /** The import that it has queued. */
  readonly importId?: number;
  readonly entries: readonly { readonly kind: string; readonly payload: unknown }[];
}

/** For stores: keeps what a person changed, inside the transaction of the change itself. */
export interface UndoRecorder {
  record(change: Change): void;
}

/** Which change is to be taken back or done again. */
interface Wanted {
  /** Looks only at what was done in the review of that check; at every change where absent. */
  readonly stagingId?: number | undefined;
  /** The change as it was shown: another one is not touched. */
  readonly changeId?: number | undefined;
}

/**
 * What a person changed in local data, to be taken back and done again; survives restarts. One
 * history for everything, of which a review shows its own part: what was taken back last is done
 * again first, and whatever is changed anew ends that.
 */
export interface UndoLog extends UndoRecorder {
  register(kind: string, handler: UndoHandler): void;
  /** @param stagingId only what was done in the review of that check; of everything where absent */
  state(stagingId?: number): UndoState;
  /** @throws AppError undo-log-empty | undo-log-changed | undo-log-moved */
  undo(what?: Wanted): Promise<UndoState>;
  /** @throws AppError undo-log-empty | undo-log-changed | undo-log-moved */
  redo(what?: Wanted): Promise<UndoState>;
  /**
   * For who takes an import back by its plan, inside the transaction of that: the log counts it as
   * undone and keeps what doing it again needs.
   * @param payload makes it of what was kept, and whether the import counted as undone already
   * @returns false where the log does not hold the import
   */
  importUndone(importId: number, payload: (kept: unknown, undone: boolean) => unknown): boolean;
  /** A person leaves the import as it is: what was changed before it can be taken back. */
  keepImport(importId: number): UndoState;
}

interface GroupRecord {
  readonly id: number;
  readonly at: number;
  readonly label: string;
  readonly params: string;
  readonly importId: number | null;
}

interface EntryRecord {
  readonly kind: string;
  readonly sealed: Buffer;
}

/** Lets go of what was changed in the review of a check that is out of force. */
export function forgetCorrections(db: Database, stagingId: number): void {
  statement<[number]>(db, "DELETE FROM undo_groups WHERE staging_id = ?").run(stagingId);
}

export function createUndoLog(
  db: Database,
  vault: Vault,
  { onChange = () => undefined }: { readonly onChange?: () => void } = {},
): UndoLog {
  const handlers = new Map<string, UndoHandler>();
  let going = 0;

  /** While a change is taken back or done again, what it writes here is told at its end. */
  function tell(): void {
    if (going === 0) onChange();
  }

  const insertGroup = statement<[number, string, string, number | null, number | null]>(
    db,
    "INSERT INTO undo_groups (at, label, params, staging_id, import_id) VALUES (?, ?, ?, ?, ?)",
  );
  const insertEntry = statement<[number | bigint, number, string, Buffer]>(
    db,
    "INSERT INTO undo_entries (group_id, seq, kind, sealed_payload) VALUES (?, ?, ?, ?)",
  );
  const dropRedo = statement<[]>(db, "DELETE FROM undo_groups WHERE undone = 1");
  const dropOld = statement<[number]>(db, "DELETE FROM undo_groups WHERE id <= ?");
  const drop = statement<[number]>(db, "DELETE FROM undo_groups WHERE id = ?");
  const mark = statement<{ readonly id: number; readonly undone: 0 | 1 }>(
    db,
    `UPDATE undo_groups SET undone = :undone,
       undone_order = (SELECT max(undone_order) + 1 FROM undo_groups)
     WHERE id = :id AND undone <> :undone`,
  );
  const newest = statement<{ readonly stagingId: number | null }, GroupRecord>(
    db,
    `SELECT id, at, label, params, import_id AS importId FROM undo_groups
     WHERE undone = 0 AND (:stagingId IS NULL OR staging_id = :stagingId)
     ORDER BY id DESC LIMIT 1`,
  );
  const nextUndone = statement<{ readonly stagingId: number | null }, GroupRecord>(
    db,
    `SELECT id, at, label, params, import_id AS importId FROM undo_groups
     WHERE undone = 1 AND (:stagingId IS NULL OR staging_id = :stagingId)
     ORDER BY undone_order DESC LIMIT 1`,
  );
  const entriesOf = statement<[number], EntryRecord>(
    db,
    "SELECT kind, sealed_payload AS sealed FROM undo_entries WHERE group_id = ? ORDER BY seq",
  );
  const ofImport = statement<[number], { readonly id: number; readonly undone: 0 | 1 }>(
    db,
    "SELECT id, undone FROM undo_groups WHERE import_id = ?",
  );
  const setPayload = statement<[Buffer, number]>(
    db,
    "UPDATE undo_entries SET sealed_payload = ? WHERE group_id = ? AND seq = 0",
  );

  /** The next change that can be taken back or done again; what never can be is let go of. */
  function find(direction: Direction, stagingId: number | null): GroupRecord | undefined {
    for (;;) {
      const group = (direction === "undo" ? newest : nextUndone).get({ stagingId });
      if (group === undefined || isPossible(group.id, direction)) return group;
      drop.run(group.id);
    }
  }

  function isPossible(groupId: number, direction: Direction): boolean {
    return entriesOf.all(groupId).every(({ kind, sealed }) => {
      const handler = handlers.get(kind);
      // Where no handler is registered here, another process may have one: the change counts as
      // possible.
      if (handler?.isPossible === undefined) return true;
      return handler.isPossible(vault.openJson<unknown>(sealed), direction);
    });
  }

  function handlerOf(kind: string): UndoHandler {
    const handler = handlers.get(kind);
    if (handler === undefined) throw new AppError("undo-log-changed", { detail: kind });
    return handler;
  }

  function setMark(id: number, direction: Direction): void {
    mark.run({ id, undone: direction === "undo" ? 1 : 0 });
  }

  async function apply({ id }: GroupRecord, direction: Direction): Promise<void> {
    const entries = entriesOf.all(id).map(({ kind, sealed }) => ({
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
      const { id, at, label, importId } = record;
      const params = JSON.parse(record.params);
      return { id, at, label, importId, params, message: t(`words:changes.${label}`, params) };
    };
    return { undo: shown(find("undo", scope)), redo: shown(find("redo", scope)) };
  }

  async function go(direction: Direction, { stagingId, changeId }: Wanted): Promise<UndoState> {
    const group = find(direction, stagingId ?? null);
    if (group === undefined) throw new AppError("undo-log-empty");
    if (changeId !== undefined && changeId !== group.id) {
      onChange();
      throw new AppError("undo-log-moved");
    }
    going += 1;
    try {
      await apply(group, direction);
    } catch (error) {
      // What cannot be taken back must not stand in the way of what was changed before it.
      if (!(error instanceof AppError)) throw error;
      drop.run(group.id);
      throw new AppError("undo-log-changed", { detail: error.code, cause: error });
    } finally {
      going -= 1;
      tell();
    }
    return state(stagingId);
  }

  handlers.set("row", {
    inTransaction: true,
    apply: (payload, direction) => applyRowImage(db, payload as RowImage, direction),
  });

  return {
    register: (kind, handler) => void handlers.set(kind, handler),
    record({ label, params = {}, stagingId, importId, entries }) {
      if (entries.length === 0) return;
      const scope = stagingId ?? null;
      dropRedo.run();
      const shown = JSON.stringify(params);
      const { lastInsertRowid } = insertGroup.run(
        ...[Date.now(), label, shown, scope, importId ?? null],
      );
      for (const [seq, { kind, payload }] of entries.entries()) {
        insertEntry.run(lastInsertRowid, seq, kind, vault.sealJson(payload));
      }
      dropOld.run(Number(lastInsertRowid) - KEPT_GROUPS);
      tell();
    },
    state,
    undo: (what = {}) => go("undo", what),
    redo: (what = {}) => go("redo", what),
    importUndone(importId, payload) {
      const group = ofImport.get(importId);
      if (group === undefined) return false;
      const [entry] = entriesOf.all(group.id);
      if (entry === undefined) return false;
      const kept = payload(vault.openJson<unknown>(entry.sealed), group.undone === 1);
      setPayload.run(vault.sealJson(kept), group.id);
      setMark(group.id, "undo");
      tell();
      return true;
    },
    keepImport(importId) {
      const group = ofImport.get(importId);
      if (group !== undefined) drop.run(group.id);
      onChange();
      return state();
    },
  };
}
