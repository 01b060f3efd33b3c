import type { FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";

/** The earliest date that a zip can hold; exports carry no time of their own. */
const MEMBER = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true, compressionLevel: 3 };

export interface ZipWriter {
  /** Members one after the other; the text is packed as it comes. */
  add(name: string, pieces: Iterable<string>): Promise<void>;
  end(): Promise<void>;
}

/** Writes a zip archive to a file as a stream: pieces are asked for as fast as the file takes them. */
export function createZipWriter(file: Pick<FileHandle, "appendFile">): ZipWriter {
  const zip = new ZipFile();
  const stop = new AbortController();
  zip.on("error", (error) => stop.abort(error));
  const written = pipeline(
    zip.outputStream,
    async (packed: AsyncIterable<string | Uint8Array>) => {
      for await (const bytes of packed) await file.appendFile(bytes);
    },
    { signal: stop.signal },
  ).catch((error: unknown) => {
    throw stop.signal.aborted ? stop.signal.reason : error;
  });

  return {
    async add(name, pieces) {
      // A piece at a time: each is large already.
      const text = Readable.from(bytesOf(pieces), { highWaterMark: 1 });
      const read = finished(text);
      zip.addReadStream(text, name, MEMBER);
      await Promise.race([read, written]);
    },
    async end() {
      zip.end();
      await written;
    },
  };
}

function* bytesOf(pieces: Iterable<string>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece, "utf8");
}
