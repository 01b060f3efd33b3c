import { randomBytes, randomUUID, scryptSync } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import Sqlite from "better-sqlite3";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { requireFileName } from "../../common/system/file-names.ts";
import { syncFile } from "../../common/system/sync-file.ts";
import { forgetLoggedKeys } from "../../records/connections/logged-key.ts";
import { createVault, type Vault } from "../../records/vault/vault.ts";
import { readContents } from "./contents.ts";
import { KEYS_LEFT_OUT } from "./keys-left-out.ts";
import { addSeal } from "./seal.ts";

export interface BackupOptions {
  /** Opens the backup on another computer; null: only where this data folder's key store is. */
  readonly passphrase: string | null;
}

/** Cost of guessing a passphrase: some 100 ms and 64 MiB a try. */
export const SCRYPT = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;
const SALT_BYTES = 16;

/**
 * Writes the whole data folder to one file, consistent although others go on with it, and checks
 * it; a file that was there is replaced only by a whole one. What is sealed in the data folder is
 * sealed in the file. Takes the process for as long as it lasts.
 * @throws AppError disk-full | export-not-written | backup-damaged | name-reserved
 */
export async function createBackup(
  db: Database,
  vault: Vault,
  path: string,
  { passphrase }: BackupOptions,
): Promise<void> {
  requireFileName(path);
  const part = `${path}.${randomUUID()}.part`;
  try {
    writeFileSync(part, "", { flag: "wx", mode: 0o600 });
    // All pages in one step: whatever another process writes in between starts the copy anew.
    await db.backup(part, { progress: ({ totalPages }) => Math.max(1, totalPages) });
    const copy = new Sqlite(part);
    try {
      copy.pragma("journal_mode = DELETE");
      copy.pragma("secure_delete = ON");
      copy.prepare("DELETE FROM sender_lease").run();
      keepSetting(copy, TAKEN_AT, Date.now());
      if (passphrase !== null) {
        keepKey(copy, vault, passphrase);
        dropApiKeys(copy);
      }
      requireIntact(copy);
    } finally {
      copy.close();
    }
    addSeal(part, vault.sign);
    syncFile(part);
    renameSync(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw notWritten(error);
  }
}

function notWritten(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^E(?!NOSPC$)[A-Z]+$/.test(code)
    ? new AppError("export-not-written", { detail: code, cause: error })
    : databaseError(error);
}

/** @throws AppError "backup-damaged" */
export function requireIntact(db: Database): void {
  const verdict = db.pragma("integrity_check", { simple: true });
  if (verdict !== "ok") throw new AppError("backup-damaged", { detail: String(verdict) });
}

/** The data key, sealed by a key from the passphrase. */
function keepKey(copy: Database, vault: Vault, passphrase: string): void {
  const salt = randomBytes(SALT_BYTES);
  const sealed = passphraseVault(passphrase, salt).seal(vault.exportKey());
  keepSetting(copy, KEY, { salt: salt.toString("base64"), sealed: sealed.toString("base64") });
}

/** What opens with a passphrase may get into other hands: API keys are entered anew there. */
function dropApiKeys(copy: Database): void {
  keepSetting(copy, KEYS_LEFT_OUT, readContents(copy).withKey);
  copy.prepare("UPDATE connections SET sealed_key = NULL").run();
  forgetLoggedKeys(copy);
}

function keepSetting(copy: Database, key: string, value: unknown): void {
  const json = JSON.stringify(value);
  copy.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)").run(key, json);
}

/** Where a backup keeps its key, in `settings`. */
export const KEY = "backup-key";
/** Where a backup says when it was made, in milliseconds since the epoch. */
export const TAKEN_AT = "backup-taken-at";

export function passphraseVault(passphrase: string, salt: Uint8Array): Vault {
  return createVault(scryptSync(passphrase.normalize("NFKC"), salt, 32, SCRYPT));
}
