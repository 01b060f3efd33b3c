import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { CheckedBackup, RestoredBackup } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { SecretStore } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { syncFile, syncFolder } from "../../common/system/sync-file.ts";
import { forgetLoggedKeys } from "../../records/connections/logged-key.ts";
import { DATABASE_FILE, openDatabase } from "../../records/database/open.ts";
import { moveAside, putBack, setAside } from "../../records/files/kept-data.ts";
import { markRestored } from "../../records/imports/past/known-since.ts";
import { setPaused } from "../../records/imports/pause.ts";
import { createVault } from "../../records/vault/vault.ts";
import { readContents } from "./contents.ts";
import { KEY, passphraseVault, TAKEN_AT } from "./create-backup.ts";
import { KEYS_LEFT_OUT } from "./keys-left-out.ts";
import { dropForeignPaths } from "./restored-paths.ts";
import { type BackupSeal, requireGenuine } from "./seal.ts";
import { discardStaged, stageBackup, stagedPath } from "./stage-backup.ts";

/**
 * Puts a backup in the place of a data folder's database, which stays beside it under another
 * name. Nothing may have the data folder open. The data key is wrapped anew by this computer's
 * key store; a backup from another computer needs its passphrase.
 * @throws AppError backup-damaged | backup-in-use | backup-passphrase | database-newer | ...
 */
export async function restoreBackup(
  backup: string,
  dataDir: string,
  secrets: SecretStore,
  passphrase: string | null,
): Promise<RestoredBackup> {
  const { seal } = stageBackup(backup, dataDir);
  try {
    return { ...(await adopt(dataDir, { secrets, passphrase, seal })), kept: swapIn(dataDir) };
  } finally {
    discardStaged(dataDir);
  }
}

/**
 * Puts an adopted backup in the place of the data, which nobody may have open meanwhile.
 * @returns where that is kept
 * @throws AppError "backup-in-use" where another process has the data folder open
 */
export function swapIn(dataDir: string): string | null {
  const current = join(dataDir, DATABASE_FILE);
  const staged = stagedPath(dataDir);
  try {
    syncFile(staged);
    const kept = existsSync(current) ? replaceWith(staged, current, dataDir) : null;
    if (kept === null) renameSync(staged, current);
    syncFolder(dataDir);
    return kept;
  } catch (error) {
    throw databaseError(error);
  }
}

function replaceWith(staged: string, current: string, dataDir: string): string {
  const hold = holdAlone(dataDir);
  let kept: string | null = null;
  try {
    kept = hold === null ? moveAside(dataDir) : setAside(dataDir);
    // Windows gives no other name to a file that is open.
    if (process.platform === "win32") hold?.close();
    renameSync(staged, current);
    return kept;
  } catch (error) {
    if (kept !== null) putBack(dataDir, kept);
    throw inUse(error);
  } finally {
    hold?.close();
  }
}

/** How long another process's writing may last that is about to end. */
const LET_GO_MS = 1_000;

/**
 * Opens the data folder's database as its only user, until it is closed. SQLite leaves its
 * write-ahead log for nobody but that one.
 * @returns null where what is there is no database that anybody could have open
 * @throws AppError "backup-in-use" where another process has it open, idle or not
 */
function holdAlone(dataDir: string): Database | null {
  const db = openOrNone(dataDir);
  if (db === null) return null;
  try {
    db.pragma(`busy_timeout = ${LET_GO_MS}`);
    db.pragma("journal_mode = DELETE");
    db.exec("BEGIN EXCLUSIVE");
    return db;
  } catch (error) {
    db.close();
    throw inUse(error);
  }
}

/** A damaged database is a reason to restore, not one against it. */
function openOrNone(dataDir: string): Database | null {
  try {
    return openDatabase(dataDir);
  } catch (error) {
    if (error instanceof AppError && error.code === "database-damaged") return null;
    throw error;
  }
}

/** How a staged backup can be opened here. @throws AppError "backup-changed" */
export async function opensHere(
  dataDir: string,
  secrets: SecretStore,
  seal: BackupSeal | null,
): Promise<CheckedBackup["opens"]> {
  const db = new Sqlite(stagedPath(dataDir), { fileMustExist: true });
  try {
    const own = await unwrapOwn(secrets, wrappedKey(db));
    if (own !== null) {
      if (seal !== null) requireGenuine(seal, createVault(own).sign);
      return "here";
    }
    return keptKey(db) === undefined ? "never" : "passphrase";
  } finally {
    db.close();
  }
}

export interface Adoption {
  readonly secrets: SecretStore;
  readonly passphrase: string | null;
  /** The seal of the file that was staged. */
  readonly seal: BackupSeal | null;
}

/**
 * Makes a staged backup this computer's: wraps its data key anew. Batches that wait in it may have
 * been sent since it was made: sending is paused then. All of it in one transaction: a wrong
 * passphrase leaves it as it was. Nobody but who has its data key can have made or changed it.
 * @throws AppError backup-passphrase | backup-changed
 */
export async function adopt(
  dataDir: string,
  { secrets, passphrase, seal }: Adoption,
): Promise<Omit<RestoredBackup, "kept">> {
  const db = new Sqlite(stagedPath(dataDir), { fileMustExist: true });
  try {
    db.pragma("secure_delete = ON");
    db.pragma("trusted_schema = OFF");
    const own = await unwrapOwn(secrets, wrappedKey(db));
    const key = own ?? unwrapByPassphrase(db, passphrase);
    if (seal !== null) requireGenuine(seal, createVault(key).sign);
    const foreign = own === null;
    const wrapped = await secrets.wrap(key);
    const { withKey, keysLeftOut, waiting } = readContents(db);
    db.transaction(() => {
      db.prepare("UPDATE vault SET protection = ?, wrapped = ? WHERE id = 1").run(
        secrets.kind,
        wrapped,
      );
      db.prepare("DELETE FROM settings WHERE key IN (?, ?, ?)").run(KEY, TAKEN_AT, KEYS_LEFT_OUT);
      db.prepare("DELETE FROM sender_lease").run();
      // Keys of another computer are entered again there, by whoever may use them.
      if (foreign) {
        db.prepare("UPDATE connections SET sealed_key = NULL").run();
        forgetLoggedKeys(db);
      }
      dropForeignPaths(db, dataDir, foreign);
      markRestored(db);
      if (waiting > 0) setPaused(db, true);
    }).immediate();
    const keysToEnter = foreign ? [...new Set([...withKey, ...keysLeftOut])] : keysLeftOut;
    return { foreign, keysToEnter, waiting };
  } finally {
    db.close();
  }
}

function wrappedKey(db: Database): Buffer {
  const wrapped = db.prepare("SELECT wrapped FROM vault WHERE id = 1").pluck().get();
  return Buffer.isBuffer(wrapped) ? wrapped : Buffer.alloc(0);
}

function keptKey(db: Database): string | undefined {
  return db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY) as
    | string
    | undefined;
}

async function unwrapOwn(secrets: SecretStore, wrapped: Buffer): Promise<Uint8Array | null> {
  try {
    return (await secrets.unwrap(wrapped)).key;
  } catch {
    // Wrapped by another computer's or account's key store.
    return null;
  }
}

/** @throws AppError "backup-passphrase" */
function unwrapByPassphrase(db: Database, passphrase: string | null): Uint8Array {
  const row = keptKey(db);
  if (row === undefined || passphrase === null) throw new AppError("backup-passphrase");
  try {
    const { salt, sealed } = JSON.parse(row) as { readonly salt: string; readonly sealed: string };
    const vault = passphraseVault(passphrase, Buffer.from(salt, "base64"));
    return vault.open(Buffer.from(sealed, "base64"));
  } catch (cause) {
    throw new AppError("backup-passphrase", { cause });
  }
}

const BUSY = /^(SQLITE_BUSY|EBUSY$)/;
/** What Windows says of a file that another process has open. */
const OPEN_ON_WINDOWS = /^E(PERM|ACCES)$/;

function inUse(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const busy = BUSY.test(code) || (process.platform === "win32" && OPEN_ON_WINDOWS.test(code));
  return busy ? new AppError("backup-in-use", { cause: error }) : error;
}
