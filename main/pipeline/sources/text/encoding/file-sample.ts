import type { FileHandle } from "node:fs/promises";

const HEAD = 512 * 1024;
const SLICE = 256 * 1024;
const SLICES = 48;
/** Files up to this size are looked through whole: it takes some tens of milliseconds. */
const WHOLE = 160 * 1024 * 1024;

/** The start of a file. */
export async function readHead(file: FileHandle, size: number): Promise<Buffer> {
  return await readAt(file, 0, Buffer.allocUnsafe(Math.min(HEAD, size)));
}

/** What follows the start, in pieces (slices of it where the file is huge), each valid until the next. */
export async function* restPieces(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  if (size <= HEAD) return;
  const step = size <= WHOLE ? 1024 * 1024 : Math.floor((size - HEAD) / SLICES);
  const buffer = Buffer.allocUnsafe(size <= WHOLE ? step : SLICE);
  for (let at = HEAD; at < size; at += step) {
    yield await readAt(file, at, buffer.subarray(0, Math.min(buffer.length, size - at)));
  }
}

async function readAt(file: FileHandle, position: number, buffer: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < buffer.length) {
    const rest = buffer.length - filled;
    const { bytesRead } = await file.read(buffer, filled, rest, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
