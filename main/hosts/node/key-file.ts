import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { AppError } from "../../common/errors.ts";
import type { SecretStore } from "../../common/host/host.ts";

export const KEY_FILE = "key";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Secrets without Electron: the data key is wrapped (AES-256-GCM) by a key in `dataDir/key`, a
 * file that only its owner may read. Made at first use.
 * @throws AppError key-file-unreadable where the file cannot be made, read, or is not such a key
 */
export function createKeyFileSecrets(dataDir: string): SecretStore {
  const path = join(dataDir, KEY_FILE);
  return {
    kind: "key-file",
    backend: path,
    async wrap(plain) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", readOrMakeKey(dataDir, path), nonce);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    async unwrap(wrapped) {
      // Never makes a key here: a fresh one could not open what an older one has wrapped.
      const key = readKey(path);
      const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(wrapped.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = wrapped.subarray(NONCE_BYTES + TAG_BYTES);
      const plain = Buffer.concat([decipher.update(body), decipher.final()]);
      return { key: plain, stale: false };
    },
  };
}

function readOrMakeKey(dataDir: string, path: string): Buffer {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) makeKey(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return readKey(path);
}

/**
 * Two starts at once must end with one key: it is written whole to a file of its own and then
 * linked into place, which fails where the other was first.
 */
function makeKey(path: string): void {
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
  try {
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeSync(file, randomBytes(KEY_BYTES));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function readKey(path: string): Buffer {
  try {
    const found = lstatSync(path);
    if (!found.isFile()) throw new Error("not a plain file");
    // A copy or a restored backup may have lost the narrow rights; Windows has none to narrow.
    if (process.platform !== "win32" && (found.mode & 0o077) !== 0) chmodSync(path, 0o600);
    const key = readFileSync(path);
    if (key.length !== KEY_BYTES) throw new Error(`${key.length} bytes`);
    return key;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): AppError {
  const detail = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return new AppError("key-file-unreadable", { params: { path }, detail, cause });
}
