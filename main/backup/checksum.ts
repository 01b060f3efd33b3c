import { createHash } from "node:crypto";
import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import { AppError } from "../errors.ts";

/**
 * A backup ends with these letters and the SHA-256 of all before them: the database's own check
 * does not see a bit that fell over within a row.
 */
const MARK = Buffer.from("LIBACKUP", "latin1");
const DIGEST_BYTES = 32;
const TAIL_BYTES = MARK.length + DIGEST_BYTES;
const PIECE_BYTES = 1024 * 1024;

/** Adds the checksum to a file. */
export function addChecksum(path: string): void {
  const file = openSync(path, "r");
  try {
    const digest = digestOf(file, fstatSync(file).size);
    appendFileSync(path, Buffer.concat([MARK, digest]));
  } finally {
    closeSync(file);
  }
}

/**
 * Checks and takes off the checksum; a file without one, a database put aside, stays as it is.
 * @throws AppError "backup-damaged"
 */
export function takeChecksum(path: string): void {
  const file = openSync(path, "r+");
  try {
    const size = fstatSync(file).size - TAIL_BYTES;
    if (size < 0) return;
    const tail = Buffer.alloc(TAIL_BYTES);
    readSync(file, tail, 0, TAIL_BYTES, size);
    if (!tail.subarray(0, MARK.length).equals(MARK)) return;
    if (!digestOf(file, size).equals(tail.subarray(MARK.length))) {
      throw new AppError("backup-damaged", { detail: "checksum" });
    }
    ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
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
