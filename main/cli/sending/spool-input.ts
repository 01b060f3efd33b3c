import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../common/errors.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";
import type { CliContext } from "../command.ts";
import { STDIN } from "../words/stdin.ts";

/** What the list is called that has no name of its own. */
const INPUT_NAME = "stdin";
/** A list may be as large as one that is handed to the browser's window. */
const MAX_BYTES = 4 * 1024 ** 3;

/** A command on the list that is named, or on standard input where its name is "-". */
export async function withList<T>(
  context: CliContext,
  named: string,
  work: (path: string, name: string) => Promise<T>,
): Promise<T> {
  if (named !== STDIN) return await work(named, named);
  return await withInput(context, (path) => work(path, INPUT_NAME));
}

/**
 * A command on the list that standard input holds: as a file in the data folder that only this account
 * can read, and that goes when the command ends; where it is killed, with the next start. It lies in a
 * folder of its own, as the list is called by the file's name in what is told of it.
 * @throws AppError usage-stdin-terminal | upload-too-large
 */
async function withInput<T>(
  { io, dataDir }: CliContext,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const { input } = io;
  if (input === null) throw new AppError("usage-stdin-terminal");
  const folder = outgoingPath(dataDir, "list");
  const path = join(folder, INPUT_NAME);
  try {
    await mkdir(folder, { mode: 0o700 });
    await pipeline(limited(input), createWriteStream(path, { flags: "wx", mode: 0o600 }), {
      signal: io.signal,
    });
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
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
