import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import {
  fromRandomAccessReaderPromise,
  openPromise,
  RandomAccessReader,
  type ZipFile,
} from "yauzl";

/** The end record of a zip archive, without the comment that may follow it. */
const END_RECORD = 22;
const END_MARK = Buffer.from("PK\x05\x06");
const MAX_COMMENT = 0xffff;

/** The bytes of an archive, wherever they are: from `start` to before `end`. */
export interface ZipBytes {
  readonly size: number;
  stream(start: number, end: number): Readable;
}

class BytesReader extends RandomAccessReader {
  readonly #bytes: ZipBytes;

  constructor(bytes: ZipBytes) {
    super();
    this.#bytes = bytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return this.#bytes.stream(start, end);
  }
}

const PIECE = 256 * 1024;

export function fileBytes(path: string, size: number): ZipBytes {
  const stream = (start: number, end: number) =>
    createReadStream(path, { start, end: end - 1, highWaterMark: PIECE });
  return { size, stream };
}

/**
 * Opens a zip archive. Bytes behind its end are left out: web programs that hand a workbook out
 * often add an empty line to it.
 */
export async function openZip(path: string): Promise<ZipFile> {
  const { end, size } = await archiveEnd(path);
  if (end === size) return await openPromise(path, { autoClose: false });
  return await openZipBytes(fileBytes(path, end));
}

export async function openZipBytes(bytes: ZipBytes): Promise<ZipFile> {
  const reader = new BytesReader(bytes);
  return await fromRandomAccessReaderPromise(reader, bytes.size, { autoClose: false });
}

/** Where the archive ends: the file's end where no record says otherwise. */
async function archiveEnd(path: string): Promise<{ end: number; size: number }> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - END_RECORD - MAX_COMMENT);
    const tail = Buffer.alloc(size - start);
    await file.read(tail, 0, tail.length, start);
    for (let at = tail.lastIndexOf(END_MARK); at >= 0; at = tail.lastIndexOf(END_MARK, at - 1)) {
      if (at + END_RECORD <= tail.length) {
        const end = start + at + END_RECORD + tail.readUInt16LE(at + END_RECORD - 2);
        if (end <= size) return { end, size };
      }
      if (at === 0) break;
    }
    return { end: size, size };
  } finally {
    await file.close();
  }
}
