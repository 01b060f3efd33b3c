import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { AppError } from "../../common/errors.ts";
import { giveBack } from "../../common/give-back.ts";
import type { SecretStore, Unwrapped } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { doAlone } from "../database/alone.ts";
import { packedSize } from "./packed-size.ts";
import { holdsSealedData } from "./sealed-data.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Room for what a packed text holds is made at once, within bounds; a guess where it does not say. */
const GROWTH = 8;
const LEAST_ROOM = 64;
/** What text that cannot be packed grows by, beside a 256th (as ZSTD_compressBound has it). */
const BESIDE = 128;
const MOST_ROOM = 4 * 1024 * 1024;
/** Zstandard takes less than half of deflate's time for fewer bytes; rows shrink to a fifth. */
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const HASH_BYTES = 16;

/**
 * Seals data at rest: AES-256-GCM with a random nonce, `nonce | tag | ciphertext`.
 * `hash` is a keyed hash (HMAC-SHA-256, 16 bytes) by which a value is found without being stored.
 */
export interface Vault {
  /** @param about what it belongs to: it opens beside the same words only */
  seal(plain: Uint8Array, about?: string): Buffer;
  /** @throws AppError "sealed-data-unreadable" */
  open(sealed: Uint8Array, about?: string): Buffer;
  /** JSON, compressed, sealed. */
  sealJson(value: unknown): Buffer;
  /** The same of JSON's text in UTF-8. */
  sealPacked(json: Uint8Array): Buffer;
  openJson<T>(sealed: Uint8Array): T;
  /** The text of sealed JSON, in UTF-8, for who reads only parts of it. */
  openPacked(sealed: Uint8Array): Buffer;
  hash(text: string): Buffer;
  /** A keyed hash of 32 bytes, by which what lies outside the data folder is known again. */
  sign(bytes: Uint8Array): Buffer;
  /** For a worker of the same program; goes through its private channel, never to disk. */
  exportKey(): Uint8Array;
}

export function createVault(key: Uint8Array): Vault {
  // Made once: of plain bytes, each cipher would make one of its own.
  const sealKey = createSecretKey(derive(key, "seal"));
  const keyedHash = createKeyedHash(derive(key, "hash"));

  function seal(plain: Uint8Array, about = ""): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, sealKey, nonce);
    cipher.setAAD(Buffer.from(about, "utf8"));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  function open(sealed: Uint8Array, about = ""): Buffer {
    try {
      const decipher = createDecipheriv(ALGORITHM, sealKey, sealed.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(about, "utf8"));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
      const plain = decipher.update(body);
      // Nothing is left by then: it only looks whether all is as it was sealed.
      decipher.final();
      return plain;
    } catch (cause) {
      throw new AppError("sealed-data-unreadable", { cause });
    }
  }

  function openPacked(sealed: Uint8Array): Buffer {
    const packed = open(sealed);
    // One more: where it is full, Node makes room again to see whether there is more.
    const room = (packedSize(packed) ?? GROWTH * packed.length) + 1;
    const chunkSize = Math.min(MOST_ROOM, Math.max(LEAST_ROOM, room));
    const plain = zstdDecompressSync(packed, { chunkSize });
    giveBack(packed);
    return plain;
  }

  return {
    seal,
    open,
    openPacked,
    sealJson: (value) => seal(pack(Buffer.from(JSON.stringify(value), "utf8"))),
    sealPacked: (json) => seal(pack(json)),
    openJson: (sealed) => JSON.parse(openPacked(sealed).toString("utf8")),
    sign: (bytes) => createHmac("sha256", derive(key, "sign")).update(bytes).digest(),
    hash: (text) => keyedHash(text).subarray(0, HASH_BYTES),
    exportKey: () => Uint8Array.from(key),
  };
}

/** Into room for the worst case at once: else Zstandard writes beside it first and copies. */
function pack(json: Uint8Array): Buffer {
  const chunkSize = Math.max(LEAST_ROOM, json.length + (json.length >> 8) + BESIDE);
  return zstdCompressSync(json, { ...COMPRESSION, chunkSize });
}

const HASH_BLOCK_BYTES = 64;

/**
 * HMAC-SHA-256 (RFC 2104) from two one-shot hashes: a third of createHmac's time for short texts,
 * and lists have a million rows.
 */
function createKeyedHash(key: Buffer): (text: string) => Buffer {
  const padded = Buffer.concat([key], HASH_BLOCK_BYTES);
  const inner = padded.map((byte) => byte ^ 0x36);
  const outer = padded.map((byte) => byte ^ 0x5c);
  return (text) => {
    const digest = hash("sha256", Buffer.concat([inner, Buffer.from(text, "utf8")]), "buffer");
    return hash("sha256", Buffer.concat([outer, digest]), "buffer");
  };
}

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, new Uint8Array(), `loyalty-importer ${purpose}`, 32));
}

interface KeptKey {
  readonly protection: string;
  readonly wrapped: Buffer;
}

/**
 * The vault of a data folder: its data key is made at first use and kept wrapped by the host's
 * secret store.
 * @throws AppError "vault-locked" where this host cannot unwrap the key (another account,
 * another computer, or a data folder protected by the system's key store opened without it),
 * "secret-store-unavailable" where it cannot now
 */
export async function openVault(db: Database, secrets: SecretStore): Promise<Vault> {
  const kept = keptKey(db) ?? (await makeKey(db, secrets));
  const { key, stale } = await unwrap(kept, secrets).catch((error: unknown) =>
    replaceUnused(db, secrets, kept, error),
  );
  if (stale) {
    const wrapped = await secrets.wrap(key);
    rewrap(db, kept, { protection: secrets.kind, wrapped });
  }
  return createVault(key);
}

function keptKey(db: Database): KeptKey | undefined {
  return statement<[], KeptKey>(db, "SELECT protection, wrapped FROM vault WHERE id = 1").get();
}

/** Not where another process has put another one in its place meanwhile. */
function rewrap(db: Database, before: KeptKey, { protection, wrapped }: KeptKey): void {
  statement<[string, Buffer, Buffer]>(
    db,
    "UPDATE vault SET protection = ?, wrapped = ? WHERE id = 1 AND wrapped = ?",
  ).run(protection, wrapped, before.wrapped);
}

/**
 * Makes the data key. Where two starts do so at once, the first one's key stays and both go on
 * with it.
 */
async function makeKey(db: Database, secrets: SecretStore): Promise<KeptKey> {
  const made = { protection: secrets.kind, wrapped: await secrets.wrap(randomBytes(32)) };
  statement<[string, Buffer]>(
    db,
    "INSERT INTO vault (id, protection, wrapped) VALUES (1, ?, ?) ON CONFLICT DO NOTHING",
  ).run(made.protection, made.wrapped);
  return keptKey(db) ?? made;
}

/**
 * A key that cannot be opened and has sealed nothing is no loss: Windows' key store writes what it
 * wraps keys with seconds later, and a power cut in between would lock an empty folder for good.
 * Not while another process has the folder open: it may seal with that key at any moment.
 * @throws the error where something is sealed, or where this is the wrong way to open the folder
 */
async function replaceUnused(
  db: Database,
  secrets: SecretStore,
  kept: KeptKey,
  error: unknown,
): Promise<Unwrapped> {
  const locked = error instanceof AppError && error.code === "vault-locked";
  if (!locked || holdsSealedData(db)) throw error;
  const wrapped = await secrets.wrap(randomBytes(32));
  const replaced = doAlone(db, () => {
    if (holdsSealedData(db)) return;
    rewrap(db, kept, { protection: secrets.kind, wrapped });
  });
  const now = keptKey(db);
  if (!replaced || now === undefined) throw error;
  return await unwrap(now, secrets);
}

async function unwrap(kept: KeptKey, secrets: SecretStore): Promise<Unwrapped> {
  try {
    return await secrets.unwrap(kept.wrapped);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === "secret-store-unavailable") throw cause;
    // Without Electron there is no way to the system's key store at all.
    const other = secrets.kind === "key-file" && kept.protection !== "key-file";
    throw new AppError(other ? "vault-needs-program" : "vault-locked", {
      cause,
      detail: `kept by ${kept.protection}, opened by ${secrets.kind}`,
    });
  }
}
