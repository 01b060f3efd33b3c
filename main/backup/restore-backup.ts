import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import type { CheckedBackup, RestoredBackup } from "../../preload/types.ts";
import { DATABASE_FILE, databaseError, openDatabase } from "../database/open.ts";
import { whoSends } from "../delivery/lease.ts";
import { setPaused } from "../delivery/pause.ts";
import { AppError } from "../errors.ts";
import type { SecretStore } from "../hosts/host.ts";
import { readContents } from "./contents.ts";
import { KEY, passphraseVault, TAKEN_AT } from "./create-backup.ts";
import { putBack, setAside } from "./kept-data.ts";
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
  stageBackup(backup, dataDir);
  try {
    return { ...(await adopt(dataDir, secrets, passphrase)), kept: swapIn(dataDir) };
  } finally {
    discardStaged(dataDir);
  }
}

/** Puts an adopted backup in the place of the data. @returns where that is kept */
export function swapIn(dataDir: string): string | null {
  try {
    requireFree(dataDir);
    const kept = setAside(dataDir);
    try {
      renameSync(stagedPath(dataDir), join(dataDir, DATABASE_FILE));
      return kept;
    } catch (error) {
      putBack(dataDir, kept);
      throw error;
    }
  } catch (error) {
    throw inUse(databaseError(error));
  }
}

/** How a staged backup can be opened here. */
export async function opensHere(
  dataDir: string,
  secrets: SecretStore,
): Promise<CheckedBackup["opens"]> {
  const db = new Sqlite(stagedPath(dataDir), { fileMustExist: true });
  try {
    if ((await unwrapOwn(secrets, wrappedKey(db))) !== null) return "here";
    return keptKey(db) === undefined ? "never" : "passphrase";
  } finally {
    db.close();
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

/**
 * Makes a staged backup this computer's: wraps its data key anew. Batches that wait in it may have
 * been sent since it was made: sending is paused then. All of it in one transaction: a wrong
 * passphrase leaves it as it was.
 * @throws AppError "backup-passphrase"
 */
export async function adopt(
  dataDir: string,
  secrets: SecretStore,
  passphrase: string | null,
): Promise<Omit<RestoredBackup, "kept">> {
  const db = new Sqlite(stagedPath(dataDir), { fileMustExist: true });
  try {
    db.pragma("secure_delete = ON");
    const own = await unwrapOwn(secrets, wrappedKey(db));
    const wrapped = await secrets.wrap(own ?? unwrapByPassphrase(db, passphrase));
    const { withKey, waiting } = readContents(db);
    db.transaction(() => {
      db.prepare("UPDATE vault SET protection = ?, wrapped = ? WHERE id = 1").run(
        secrets.kind,
        wrapped,
      );
      db.prepare("DELETE FROM settings WHERE key IN (?, ?)").run(KEY, TAKEN_AT);
      db.prepare("DELETE FROM sender_lease").run();
      // Keys of another computer are entered again there, by whoever may use them.
      if (own === null) db.prepare("UPDATE connections SET sealed_key = NULL").run();
      if (waiting > 0) setPaused(db, true);
    }).immediate();
    return { foreign: own === null, keysToEnter: own === null ? withKey : [], waiting };
  } finally {
    db.close();
  }
}

function wrappedKey(db: Database): Buffer {
  return db.prepare("SELECT wrapped FROM vault WHERE id = 1").pluck().get() as Buffer;
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
  const { salt, sealed } = JSON.parse(row) as { readonly salt: string; readonly sealed: string };
  try {
    const vault = passphraseVault(passphrase, Buffer.from(salt, "base64"));
    return vault.open(Buffer.from(sealed, "base64"));
  } catch (cause) {
    throw new AppError("backup-passphrase", { cause });
  }
}

/** Windows does not move a file that another process has open. */
function inUse(error: unknown): unknown {
  const busy = error instanceof Error && "code" in error && error.code === "EBUSY";
  return busy ? new AppError("backup-in-use", { cause: error }) : error;
}
