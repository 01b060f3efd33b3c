import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../common/errors.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";
import type { CliContext } from "../command.ts";

/** A list may be as large as one that is handed to the browser's window. */
const MAX_BYTES = 4 * 1024 ** 3;

/**
 * A command on the list that standard input holds: as a file in the data folder that only this account
 * can read, and that goes when the command ends; where it is killed, with the next start.
 * @throws AppError usage-stdin-terminal | upload-too-large
 */
export async function withInput<T>(
  { io, dataDir }: CliContext,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const { input } = io;
  if (input === null) throw new AppError("usage-stdin-terminal");
  const path = outgoingPath(dataDir, "list");
  try {
    await pipeline(limited(input), createWriteStream(path, { flags: "wx", mode: 0o600 }), {
      signal: io.signal,
    });
    return await work(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function* limited(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const piece of input) {
    bytes += piece.length;
    if (bytes > MAX_BYTES) {
      throw new AppError("upload-too-large", { params: { gib: MAX_BYTES / 1024 ** 3 } });
    }
    yield piece;
  }
}
