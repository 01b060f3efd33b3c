import type { FileHandle } from "node:fs/promises";

const HEAD = 512 * 1024;
const SLICE = 256 * 1024;
const SLICES = 48;
/** Files up to this size are looked through whole: it takes some tens of milliseconds. */
const WHOLE = 160 * 1024 * 1024;

/** The start of a file, and then the rest in pieces (slices of it where the file is huge). */
export async function readHead(file: FileHandle, size: number): Promise<Buffer> {
  return await readAt(file, 0, Math.min(HEAD, size));
}

export async function* restPieces(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  if (size <= HEAD) return;
  const step = size <= WHOLE ? 1024 * 1024 : Math.floor((size - HEAD) / SLICES);
  const length = size <= WHOLE ? step : SLICE;
  for (let at = HEAD; at < size; at += step) {
    yield await readAt(file, at, Math.min(length, size - at));
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
