import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import type { BackupContents } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { asFileError } from "../../pipeline/sources/fault.ts";
import { isKeptName, PARTS } from "../../records/database/kept-names.ts";
import { migrate, SCHEMA_VERSION, versionOf } from "../../records/database/migrate.ts";
import { readContents } from "./contents.ts";
import { requireIntact, TAKEN_AT } from "./create-backup.ts";
import { requireOurSchema } from "./our-schema.ts";
import { type BackupSeal, cutSeal, readSeal, requireFile } from "./seal.ts";

/** What was found in a backup whose copy is ready to take the place of the data. */
export interface StagedBackup {
  readonly bytes: number;
  readonly takenAt: number | null;
  readonly backup: BackupContents;
  /** null: data that a restore has put aside in this data folder, which nobody sealed. */
  readonly seal: BackupSeal | null;
}

/**
 * The copy of a backup in the data folder, until it is restored or the program starts again.
 * @param owner the process that restores it
 */
export function stagedPath(dataDir: string, owner: number = process.pid): string {
  return join(dataDir, `restore-${owner}.sqlite`);
}

/**
 * Copies a backup into the data folder, checks it as a whole and brings it up to date. Takes long
 * for large ones. The backup itself is only read, and nothing that lies beside it.
 * @throws AppError file-missing | backup-damaged | database-newer | disk-full | database-read-only
 */
export function stageBackup(
  path: string,
  dataDir: string,
  owner: number = process.pid,
): StagedBackup {
  const staged = stagedPath(dataDir, owner);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    discardStaged(dataDir, owner);
    const kept = isKept(path, dataDir);
    if (kept) requireFile(path);
    const seal = kept ? null : readSeal(path);
    copyFileSync(path, staged);
    // A copy brings the rights of its original along, and those may be anybody's.
    chmodSync(staged, 0o600);
    if (seal !== null) cutSeal(staged);
    else if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${staged}-wal`);
    const db = new Sqlite(staged);
    try {
      const bytes = statSync(path).size;
      return { bytes, takenAt: bringUpToDate(db), backup: readContents(db), seal };
    } finally {
      db.close();
    }
  } catch (error) {
    discardStaged(dataDir, owner);
    throw notABackup(path, isAbout(path, error) ? error : databaseError(error));
  }
}

/** Whether it is data that a restore has put aside here. */
function isKept(path: string, dataDir: string): boolean {
  return isKeptName(basename(path)) && resolve(dirname(path)) === resolve(dataDir);
}

export function discardStaged(dataDir: string, owner: number = process.pid): void {
  for (const part of PARTS) rmSync(stagedPath(dataDir, owner) + part, { force: true });
}

/** @returns when it was made, where it says so */
function bringUpToDate(db: Database): number | null {
  db.pragma("trusted_schema = OFF");
  db.pragma("cell_size_check = ON");
  const version = versionOf(db);
  if (version > SCHEMA_VERSION) throw new AppError("database-newer");
  if (version <= 0) throw new AppError("backup-damaged");
  requireOurSchema(db, version);
  requireIntact(db);
  db.pragma("secure_delete = ON");
  migrate(db);
  const takenAt = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(TAKEN_AT);
  return takenAt === undefined ? null : Number(takenAt);
}

/** Whether it is the backup itself that could not be read, and not its copy that could not be made. */
function isAbout(path: string, error: unknown): boolean {
  if (!(error instanceof Error) || !("path" in error)) return false;
  return error.path === path && !("dest" in error);
}

function notABackup(path: string, error: unknown): unknown {
  if (!existsSync(path)) {
    return new AppError("file-missing", { params: { name: basename(path) }, cause: error });
  }
  if (isAbout(path, error)) return asFileError(error, basename(path));
  const damaged = error instanceof AppError && error.code === "database-damaged";
  return damaged ? new AppError("backup-damaged", { cause: error }) : error;
}
