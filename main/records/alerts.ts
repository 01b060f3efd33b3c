import type { Database } from "../common/sqlite/database.ts";
import { column, statement } from "../common/sqlite/statement.ts";

/** What a person is told once, at the next occasion, in whichever face of the program that is. */
const CODES = ["restore-interrupted", "folder-open"] as const;
export type AlertCode = (typeof CODES)[number];

const KEY = "alerts";

interface Kept {
  /** Nobody has been told yet. */
  readonly open: readonly AlertCode[];
  /** Has been told, and still is so. */
  readonly told: readonly AlertCode[];
}

/** Those that nobody has been told yet. */
export function readAlerts(db: Database): readonly AlertCode[] {
  return read(db).open;
}

/** Something has happened. */
export function keepAlert(db: Database, code: AlertCode): void {
  change(db, ({ open, told }) => ({ open: including(open, code), told }));
}

/** Something is so, or is so no more: it is told once as long as it lasts. */
export function keepState(db: Database, code: AlertCode, isSo: boolean): void {
  const { open, told } = read(db);
  if (isSo ? open.includes(code) || told.includes(code) : !told.includes(code)) return;
  change(db, (now) =>
    isSo
      ? { open: including(now.open, code), told: now.told }
      : { open: without(now.open, code), told: without(now.told, code) },
  );
}

/** Notes that a person has been told. */
export function dropAlert(db: Database, code: AlertCode): void {
  change(db, ({ open, told }) => ({ open: without(open, code), told: including(told, code) }));
}

const without = (codes: readonly AlertCode[], code: AlertCode) =>
  codes.filter((each) => each !== code);
const including = (codes: readonly AlertCode[], code: AlertCode) => [...without(codes, code), code];

function read(db: Database): Kept {
  const value = column<[string], string>(db, "SELECT value FROM settings WHERE key = ?").get(KEY);
  const kept: unknown = value === undefined ? {} : JSON.parse(value);
  const list = (name: keyof Kept) => {
    const found: unknown = (kept as Partial<Kept>)[name];
    return Array.isArray(found) ? CODES.filter((code) => found.includes(code)) : [];
  };
  return { open: list("open"), told: list("told") };
}

function change(db: Database, to: (now: Kept) => Kept): void {
  const work = db.transaction(() => {
    statement<[string, string]>(
      db,
      "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
    ).run(KEY, JSON.stringify(to(read(db))));
  });
  work.immediate();
}
