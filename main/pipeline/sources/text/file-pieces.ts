import { type FileHandle, open } from "node:fs/promises";

/** Each reading hands over to another thread and back: many pieces are read at once. */
const READ = 512 * 1024;
/** The rows of a piece live until it is worked through: of larger ones more outlive the young objects' space. */
const PIECE = 64 * 1024;

/**
 * The bytes of a file, piece by piece; what comes next is read while a piece is in work. Its memory is
 * used again: a piece holds until the next one is asked for.
 */
export async function* filePieces(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, "r");
  let [now, next] = [Buffer.allocUnsafeSlow(READ), Buffer.allocUnsafeSlow(READ)];
  let reading = read(file, now);
  try {
    for (let length = await reading; length > 0; length = await reading) {
      reading = read(file, next);
      // It is told where its bytes are asked for, if they are.
      reading.catch(() => undefined);
      for (let at = 0; at < length; at += PIECE) {
        yield now.subarray(at, Math.min(at + PIECE, length));
      }
      [now, next] = [next, now];
    }
  } finally {
    // A file must not be closed while it is read.
    await reading.catch(() => undefined);
    await file.close();
  }
}

async function read(file: FileHandle, into: Buffer): Promise<number> {
  return (await file.read(into, 0, into.length, null)).bytesRead;
}
