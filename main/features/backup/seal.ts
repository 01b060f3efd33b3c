import { createHash, timingSafeEqual } from "node:crypto";
import {
  appendFileSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";
import { AppError } from "../../common/errors.ts";

/**
 * A backup is a database, then these letters, the SHA-256 of the database, and a keyed hash of that
 * under the data key: a bit that fell over is found by whoever reads it, a change that somebody made
 * by whoever has the key.
 */
const MARK = Buffer.from("LIBACKU2", "latin1");
const DIGEST_BYTES = 32;
const TAIL_BYTES = MARK.length + 2 * DIGEST_BYTES;
const PIECE_BYTES = 1024 * 1024;

/** How SQLite's own files begin: name, then the size of a page and the number of pages. */
const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
const HEADER_BYTES = 32;
const PAGE_SIZE_AT = 16;
const PAGES_AT = 28;
/** Stands for a size that two bytes do not hold. */
const LARGEST_PAGE = 65_536;

/** Hexadecimal, to be handed from process to process. */
export interface BackupSeal {
  readonly digest: string;
  readonly mac: string;
}

type Sign = (bytes: Uint8Array) => Buffer;

export function addSeal(path: string, sign: Sign): void {
  const file = openSync(path, "r");
  try {
    const digest = digestOf(file, fstatSync(file).size);
    appendFileSync(path, Buffer.concat([MARK, digest, sign(digest)]));
  } finally {
    closeSync(file);
  }
}

/**
 * Looks whether a file can be a backup before anything is copied: what it says of its size has to
 * be so, and its checksum. Only ordinary files are opened; a pipe would never end.
 * @throws AppError "backup-damaged"
 */
export function readSeal(path: string): BackupSeal {
  requireFile(path);
  const file = openSync(path, "r");
  try {
    const size = fstatSync(file).size - TAIL_BYTES;
    if (size !== sizeInHeader(file)) throw damaged("size");
    const tail = Buffer.alloc(TAIL_BYTES);
    readSync(file, tail, 0, TAIL_BYTES, size);
    if (!tail.subarray(0, MARK.length).equals(MARK)) throw damaged("mark");
    const digest = tail.subarray(MARK.length, MARK.length + DIGEST_BYTES);
    if (!digestOf(file, size).equals(digest)) throw damaged("checksum");
    const mac = tail.subarray(MARK.length + DIGEST_BYTES);
    return { digest: digest.toString("hex"), mac: mac.toString("hex") };
  } finally {
    closeSync(file);
  }
}

/** @throws AppError "backup-damaged" for a folder, a pipe, a device */
export function requireFile(path: string): void {
  if (!statSync(path).isFile()) throw damaged("no file");
}

/** Takes the seal off a copy. */
export function cutSeal(path: string): void {
  const file = openSync(path, "r+");
  try {
    ftruncateSync(file, fstatSync(file).size - TAIL_BYTES);
  } finally {
    closeSync(file);
  }
}

/** @throws AppError "backup-changed" where the seal was not made with the backup's own data key */
export function requireGenuine({ digest, mac }: BackupSeal, sign: Sign): void {
  const made = sign(Buffer.from(digest, "hex"));
  const found = Buffer.from(mac, "hex");
  if (made.length !== found.length || !timingSafeEqual(made, found)) {
    throw new AppError("backup-changed");
  }
}

function sizeInHeader(file: number): number {
  const header = Buffer.alloc(HEADER_BYTES);
  readSync(file, header, 0, HEADER_BYTES, 0);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw damaged("header");
  const page = header.readUInt16BE(PAGE_SIZE_AT);
  return (page === 1 ? LARGEST_PAGE : page) * header.readUInt32BE(PAGES_AT);
}

function damaged(detail: string): AppError {
  return new AppError("backup-damaged", { detail });
}

function digestOf(file: number, size: number): Buffer {
  const hash = createHash("sha256");
  const piece = Buffer.alloc(PIECE_BYTES);
  for (let at = 0; at < size; ) {
    const read = readSync(file, piece, 0, Math.min(PIECE_BYTES, size - at), at);
    if (read === 0) break;
    hash.update(piece.subarray(0, read));
    at += read;
  }
  return hash.digest();
}
