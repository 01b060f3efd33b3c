import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { migrate, SCHEMA_VERSION } from "../database/migrate.ts";
import { DATABASE_FILE, databaseError, openDatabase } from "../database/open.ts";
import { whoSends } from "../delivery/lease.ts";
import { AppError } from "../errors.ts";
import type { SecretStore } from "../hosts/host.ts";
import { KEY, passphraseVault, requireIntact } from "./create-backup.ts";

export interface RestoredBackup {
  /** Whether it came from another computer: its connections need their API keys again. */
  readonly foreign: boolean;
  /** The data that was there before, or null. */
  readonly kept: string | null;
}

/**
 * Puts a backup in the place of a data folder's database, which stays beside it under another
 * name. Nothing may have the data folder open. The data key is wrapped anew by this computer's
 * key store; a backup from another computer needs its passphrase.
 * @throws AppError backup-damaged | backup-in-use | backup-passphrase | database-newer | ...
 */
export function restoreBackup(
  backup: string,
  dataDir: string,
  secrets: SecretStore,
  passphrase: string | null,
): RestoredBackup {
  const staged = join(dataDir, "restore.sqlite");
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    requireFree(dataDir);
    copyFileSync(backup, staged);
    const foreign = adopt(staged, secrets, passphrase);
    const kept = setAside(dataDir);
    renameSync(staged, join(dataDir, DATABASE_FILE));
    return { foreign, kept };
  } catch (error) {
    rmSync(staged, { force: true });
    throw notABackup(databaseError(error));
  }
}

/** @throws AppError "backup-in-use" where a process sends from the data folder */
function requireFree(dataDir: string): void {
  if (!existsSync(join(dataDir, DATABASE_FILE))) return;
  const db = openDatabase(dataDir);
  try {
    if (whoSends(db, Date.now()) !== "none") throw new AppError("backup-in-use");
  } finally {
    db.close();
  }
}

/** @returns whether the backup is of another computer */
function adopt(path: string, secrets: SecretStore, passphrase: string | null): boolean {
  const db = new Sqlite(path);
  try {
    const version = Number(db.pragma("user_version", { simple: true }));
    if (version > SCHEMA_VERSION) throw new AppError("database-newer");
    if (version === 0) throw new AppError("backup-damaged");
    requireIntact(db);
    db.pragma("secure_delete = ON");
    migrate(db);
    const { wrapped } = db.prepare("SELECT wrapped FROM vault WHERE id = 1").get() as {
      readonly wrapped: Buffer;
    };
    const own = unwrapOwn(secrets, wrapped);
    const key = own ?? unwrapByPassphrase(db, passphrase);
    db.transaction(() => {
      db.prepare("UPDATE vault SET protection = ?, wrapped = ? WHERE id = 1").run(
        secrets.kind,
        secrets.wrap(key),
      );
      db.prepare("DELETE FROM settings WHERE key = ?").run(KEY);
      // Keys of another computer are entered again there, by whoever may use them.
      if (own === null) db.prepare("UPDATE connections SET sealed_key = NULL").run();
    }).immediate();
    return own === null;
  } finally {
    db.close();
  }
}

function unwrapOwn(secrets: SecretStore, wrapped: Buffer): Uint8Array | null {
  try {
    return secrets.unwrap(wrapped);
  } catch {
    // Wrapped by another computer's or account's key store.
    return null;
  }
}

/** @throws AppError "backup-passphrase" */
function unwrapByPassphrase(db: Database, passphrase: string | null): Uint8Array {
  const row = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY) as
    | string
    | undefined;
  if (row === undefined || passphrase === null) throw new AppError("backup-passphrase");
  const { salt, sealed } = JSON.parse(row) as { readonly salt: string; readonly sealed: string };
  try {
    const vault = passphraseVault(passphrase, Buffer.from(salt, "base64"));
    return vault.open(Buffer.from(sealed, "base64"));
  } catch (cause) {
    throw new AppError("backup-passphrase", { cause });
  }
}

/** Moves the data that is there out of the way, with its journal. */
function setAside(dataDir: string): string | null {
  const current = join(dataDir, DATABASE_FILE);
  if (!existsSync(current)) return null;
  const stamp = new Date().toISOString().replace(/[-:]/g, "").slice(0, 15);
  const kept = join(dataDir, `before-restore-${stamp}.sqlite`);
  for (const suffix of ["", "-wal", "-shm"]) {
    if (existsSync(current + suffix)) renameSync(current + suffix, kept + suffix);
  }
  return kept;
}

function notABackup(error: unknown): unknown {
  const damaged = error instanceof AppError && error.code === "database-damaged";
  return damaged ? new AppError("backup-damaged", { cause: error }) : error;
}
