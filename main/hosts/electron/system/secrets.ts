import { existsSync } from "node:fs";
import { join } from "node:path";
import { app, safeStorage } from "electron";
import { AppError } from "../../../common/errors.ts";
import type { SecretStore } from "../../../common/host/host.ts";
import { DATABASE_FILE, openDatabase } from "../../../records/database/open.ts";
import { createKeyFileSecrets, KEY_FILE } from "../../node/key-file.ts";
import { keepStoreKey, tryKeptKeyAgain } from "./store-key.ts";

const BASIC_TEXT = "basic_text";
/** How Linux' Chromium marks what it has encrypted with a password that stands in its source. */
const WEAK_MARK = "v10";

/**
 * The system's key store by Electron's safeStorage. A data folder that was set up with a key file
 * (by the command line or the browser host) stays with it, so that all of them can go on using it.
 * To be called when Electron is ready.
 */
export async function createElectronSecrets(dataDir: string): Promise<SecretStore> {
  if (existsSync(join(dataDir, KEY_FILE))) return createKeyFileSecrets(dataDir);
  const backend = await storageBackend();
  const kind = backend === BASIC_TEXT ? "weak" : "system";
  return {
    kind,
    backend,
    wrap: (key) => encrypt(Buffer.from(key).toString("base64"), backend),
    async unwrap(wrapped) {
      const { result, shouldReEncrypt } = await decrypt(dataDir, Buffer.from(wrapped), backend);
      // Never from a key ring's key to the one that everybody knows.
      const stale = shouldReEncrypt && kind === "system";
      return { key: Buffer.from(result, "base64"), stale };
    },
  };
}

/**
 * The same for the command line, where nobody can be asked to accept a weak key store. Where Linux
 * has no key ring, a new data folder gets a key file of its own, which only its owner may read; a
 * folder that has a key already keeps it where it is.
 */
export async function createCommandLineSecrets(dataDir: string): Promise<SecretStore> {
  const secrets = await createElectronSecrets(dataDir);
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

async function encrypt(text: string, backend: string): Promise<Buffer> {
  try {
    if (await safeStorage.isAsyncEncryptionAvailable()) {
      return await safeStorage.encryptStringAsync(text);
    }
  } catch (cause) {
    throw unavailable(backend, cause);
  }
  throw unavailable(backend);
}

async function decrypt(
  dataDir: string,
  wrapped: Buffer,
  backend: string,
): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) throw unavailable(backend);
  try {
    const opened = await safeStorage.decryptStringAsync(wrapped);
    if (process.platform === "win32") keepStoreKey(dataDir, app.getPath("sessionData"));
    return opened;
  } catch (cause) {
    if (process.platform === "win32") tryKeptKeyAgain(dataDir, app.getPath("sessionData"));
    // A key ring that is locked, in Electron's words; else it is another's.
    if (/temporarily unavailable/.test(String(cause))) throw unavailable(backend, cause);
    throw cause;
  }
}

function unavailable(backend: string, cause?: unknown): AppError {
  return new AppError("secret-store-unavailable", { detail: backend, retry: true, cause });
}

async function storageBackend(): Promise<string> {
  switch (process.platform) {
    case "darwin":
      return "keychain";
    case "win32":
      return "dpapi";
    default:
      return await linuxBackend();
  }
}

/**
 * Electron names the key ring by the desktop, whether it runs or not, and without one encrypts all
 * the same. What it encrypts says which key it took.
 */
async function linuxBackend(): Promise<string> {
  const named = safeStorage.getSelectedStorageBackend();
  // Without a key ring there is no secret to encrypt with; Electron wants this said in words.
  if (named === BASIC_TEXT) safeStorage.setUsePlainTextEncryption(true);
  try {
    const mark = (await encrypt("mark", named)).subarray(0, WEAK_MARK.length).toString("latin1");
    if (mark === WEAK_MARK) return BASIC_TEXT;
    return named === BASIC_TEXT ? "secret_service" : named;
  } catch {
    // That the key store cannot be used is told where a key has to be wrapped or unwrapped.
    return named;
  }
}
