import { randomBytes, randomUUID, scryptSync } from "node:crypto";
import { chmodSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { SavedFile } from "../../preload/types.ts";
import { type Database, databaseError } from "../database/open.ts";
import { AppError } from "../errors.ts";
import type { Host } from "../hosts/host.ts";
import { createVault, type Vault } from "../vault/vault.ts";

export interface BackupOptions {
  /** Opens the backup on another computer; null: only where this data folder's key store is. */
  readonly passphrase: string | null;
}

/** Cost of guessing a passphrase: some 100 ms and 64 MiB a try. */
export const SCRYPT = { N: 65_536, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;
const SALT_BYTES = 16;

/**
 * Writes the whole data folder to one file, consistent although the program goes on, and checks
 * it. What is sealed in the data folder is sealed in the file.
 * @throws AppError disk-full | database-read-only | backup-damaged
 */
export async function createBackup(
  db: Database,
  vault: Vault,
  path: string,
  { passphrase }: BackupOptions,
): Promise<void> {
  try {
    await db.backup(path);
    chmodSync(path, 0o600);
    const copy = new Sqlite(path);
    try {
      copy.pragma("journal_mode = DELETE");
      copy.prepare("DELETE FROM sender_lease").run();
      keepSetting(copy, TAKEN_AT, Date.now());
      if (passphrase !== null) keepKey(copy, vault, passphrase);
      requireIntact(copy);
    } finally {
      copy.close();
    }
  } catch (error) {
    await rm(path, { force: true });
    throw databaseError(error);
  }
}

/** The same for the window. */
export async function saveBackup(
  db: Database,
  vault: Vault,
  host: Pick<Host, "saveFile">,
  options: BackupOptions,
): Promise<SavedFile> {
  const path = join(tmpdir(), `loyalty-importer-${randomUUID()}.backup`);
  await createBackup(db, vault, path, options);
  const day = new Date().toISOString().slice(0, 10);
  return await host.saveFile(path, `loyalty-importer-${day}.backup`);
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
