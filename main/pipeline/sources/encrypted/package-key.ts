import { createDecipheriv, hash as digest, timingSafeEqual } from "node:crypto";
import type { AgileInfo, EncryptionInfo, HashName, StandardInfo } from "./encryption.ts";

const BLOCK = 16;
const STANDARD_SPINS = 50_000;
/** What the password's hash is made a key of (MS-OFFCRYPTO 2.3.4.11 to 2.3.4.13). */
const VERIFIER_INPUT = Buffer.from("fea7d2763b4b9e79", "hex");
const VERIFIER_HASH = Buffer.from("d7aa0f6d3061344e", "hex");
const KEY_VALUE = Buffer.from("146e0be7abacd0d6", "hex");

/** The key of the package; null where the password is not the file's. */
export function packageKey(info: EncryptionInfo, password: string): Buffer | null {
  return info.kind === "agile" ? agileKey(info, password) : standardKey(info, password);
}

function agileKey({ key }: AgileInfo, password: string): Buffer | null {
  const spun = spin(key.hash, key.salt, password, key.spins);
  const iv = padded(key.salt, BLOCK);
  const open = (bytes: Buffer, block: Buffer) => {
    const opening = padded(digestOf(key.hash, spun, block), key.keyBits / 8);
    return decrypt("cbc", opening, iv, bytes);
  };
  const input = open(key.verifierInput, VERIFIER_INPUT).subarray(0, key.salt.length);
  const proof = digestOf(key.hash, input);
  if (!isSame(proof, open(key.verifierHash, VERIFIER_HASH))) return null;
  return open(key.value, KEY_VALUE).subarray(0, key.keyBits / 8);
}

function standardKey(info: StandardInfo, password: string): Buffer | null {
  const spun = spin("sha1", info.salt, password, STANDARD_SPINS);
  const base = digestOf("sha1", spun, Buffer.alloc(4));
  const half = (byte: number) => {
    const block = Buffer.alloc(64, byte);
    for (const [at, value] of base.entries()) block[at] = value ^ byte;
    return digestOf("sha1", block);
  };
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, info.keyBits / 8);
  const proof = digestOf("sha1", decrypt("ecb", key, null, info.verifier));
  return isSame(proof, decrypt("ecb", key, null, info.verifierHash)) ? key : null;
}

/** The password's hash, made slow: each hash is of its number and the one before. */
function spin(hash: HashName, salt: Buffer, password: string, spins: number): Buffer {
  let spun = digestOf(hash, salt, Buffer.from(password, "utf16le"));
  const round = Buffer.alloc(4 + spun.length);
  for (let index = 0; index < spins; index += 1) {
    round.writeUInt32LE(index, 0);
    spun.copy(round, 4);
    spun = digest(hash, round, "buffer");
  }
  return spun;
}

export function digestOf(hash: HashName, ...parts: readonly Buffer[]): Buffer {
  return digest(hash, Buffer.concat(parts), "buffer");
}

/** Cut, or filled up as the standard says. */
export function padded(bytes: Buffer, length: number): Buffer {
  if (bytes.length >= length) return bytes.subarray(0, length);
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)]);
}

export function decrypt(
  mode: "cbc" | "ecb",
  key: Buffer,
  iv: Buffer | null,
  bytes: Buffer,
): Buffer {
  const decipher = createDecipheriv(`aes-${key.length * 8}-${mode}`, key, iv);
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

function isSame(proof: Buffer, found: Buffer): boolean {
  return found.length >= proof.length && timingSafeEqual(proof, found.subarray(0, proof.length));
}
