import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { keepAlert, keepState } from "../alerts.ts";
import { copyBefore, dropOldCopies } from "./copy-before.ts";
import { dropSecondName, putBackInterrupted } from "./interrupted-restore.ts";
import { migrate, migrations, versionOf } from "./migrate.ts";
import type { Migration } from "./migration.ts";
import { narrowFolder } from "./narrow-folder.ts";

export type { Database };

export const DATABASE_FILE = "loyalty-importer.sqlite";

/** How long a writer waits for another process before it gives up. */
export const BUSY_TIMEOUT_MS = 15_000;

/**
 * Opens (or makes) the database of a data folder, readable by its owner only. One of an earlier
 * schema is copied beside itself before it is changed. What a crash has left half done is finished
 * or taken back.
 * @param steps others for tests
 * @throws AppError database-newer | database-not-upgraded | database-damaged |
 *   database-read-only | data-folder-is-file | disk-full
 */
export function openDatabase(dataDir: string, steps: readonly Migration[] = migrations): Database {
  const path = join(dataDir, DATABASE_FILE);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const alone = narrowFolder(dataDir);
    const putBack = putBackInterrupted(dataDir, path);
    const db = openFile(path, steps.length);
    try {
      const interrupted = dropSecondName(dataDir, path) || putBack;
      const version = versionOf(db);
      if (version > 0 && version < steps.length) copyBefore(db, version);
      migrate(db, steps);
      dropOldCopies(path);
      if (interrupted) keepAlert(db, "restore-interrupted");
      keepState(db, "folder-open", !alone);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    throw databaseError(error);
  }
}

/**
 * Opens the file that bears the name now: a restore may have put another one in its place while
 * this one was opened. Once it is open no restore can.
 */
function openFile(path: string, newest: number): Database {
  for (;;) {
    const before = fileOf(path);
    refuseFuture(path, newest);
    const db = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      // With what an interrupted write has left taken back, which a look without rights cannot do.
      if (versionOf(db) > newest) throw newer(versionOf(db), newest);
      chmodSync(path, 0o600);
      configure(db);
      if (before === null || before === fileOf(path)) return db;
      db.close();
    } catch (error) {
      db.close();
      throw error;
    }
  }
}

function fileOf(path: string): bigint | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null;
}

/** Looks at an existing file read-only first, so that a newer one is left byte for byte. */
function refuseFuture(path: string, newest: number): void {
  if (!existsSync(path)) return;
  try {
    const db = new Sqlite(path, { readonly: true, timeout: BUSY_TIMEOUT_MS });
    try {
      const version = versionOf(db);
      if (version > newest) throw newer(version, newest);
    } finally {
      db.close();
    }
  } catch (error) {
    if (!isUnfinished(error)) throw error;
  }
}

/** Whether a journal beside the database has to be taken back first, which takes writing. */
function isUnfinished(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^SQLITE_(READONLY|CANTOPEN)/.test(code);
}

function newer(version: number, newest: number): AppError {
  return new AppError("database-newer", { detail: `schema ${version} > ${newest}` });
}

function configure(db: Database): void {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("secure_delete = ON");
  db.pragma("trusted_schema = OFF");
}
