import { existsSync } from "node:fs";
import { join } from "node:path";
import { safeStorage } from "electron";
import { DATABASE_FILE, openDatabase } from "../../database/open.ts";
import { AppError } from "../../errors.ts";
import type { SecretStore } from "../host.ts";
import { createKeyFileSecrets, KEY_FILE } from "../key-file.ts";

/**
 * The system's key store by Electron's safeStorage. A data folder that was set up with a key file
 * (by the command line or the browser host) stays with it, so that all of them can go on using it.
 * To be called when Electron is ready.
 */
export function createElectronSecrets(dataDir: string): SecretStore {
  if (existsSync(join(dataDir, KEY_FILE))) return createKeyFileSecrets(dataDir);
  const backend = storageBackend();
  const weak = backend === "basic_text";
  // Without a key ring Linux has no secret to encrypt with; Electron wants this said in words.
  if (weak) safeStorage.setUsePlainTextEncryption(true);
  return {
    kind: weak ? "weak" : "system",
    backend,
    wrap(key) {
      requireStore(backend);
      return safeStorage.encryptString(Buffer.from(key).toString("base64"));
    },
    unwrap(wrapped) {
      requireStore(backend);
      return Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), "base64");
    },
  };
}

/**
 * The same for the command line, where nobody is there to agree to weak protection: where Linux has
 * no key ring, a new data folder gets a key file of its own, which only its owner may read. One
 * whose key is kept already stays as it is.
 */
export function createCommandLineSecrets(dataDir: string): SecretStore {
  const secrets = createElectronSecrets(dataDir);
  return secrets.kind === "weak" && !keepsKey(dataDir) ? createKeyFileSecrets(dataDir) : secrets;
}

function keepsKey(dataDir: string): boolean {
  const path = join(dataDir, DATABASE_FILE);
  if (!existsSync(path)) return false;
  const db = openDatabase(dataDir);
  try {
    return db.prepare("SELECT 1 FROM vault").get() !== undefined;
  } finally {
    db.close();
  }
}

function requireStore(backend: string): void {
  if (!safeStorage.isEncryptionAvailable()) {
    throw new AppError("secret-store-unavailable", { detail: backend, retry: true });
  }
}

function storageBackend(): string {
  switch (process.platform) {
    case "darwin":
      return "keychain";
    case "win32":
      return "dpapi";
    default:
      return safeStorage.getSelectedStorageBackend();
  }
}
