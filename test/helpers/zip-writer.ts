import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { constants, crc32, createDeflateRaw, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly data: string | Buffer | Iterable<string> | Repeated;
  readonly method?: "deflate" | "store";
  /** Bits of the general purpose flag; 1 says encrypted. */
  readonly flags?: number;
  /** What the directory claims instead of the truth. */
  readonly claim?: { readonly size?: number; readonly crc?: number };
}

/** So many times the same bytes between two others; packed once, so that gigabytes take a moment. */
export interface Repeated {
  readonly head: string;
  readonly unit: string;
  readonly times: number;
  readonly tail: string;
}

interface Written {
  readonly part: ZipPart;
  readonly offset: number;
  readonly size: number;
  readonly compressed: number;
  readonly crc: number;
}

/** A whole zip archive in memory: for small files, also odd ones. */
export function zipBytes(parts: readonly ZipPart[]): Buffer {
  const chunks: Buffer[] = [];
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    if (isRepeated(part.data)) throw new TypeError("gigabytes are written to a file");
    const data = Buffer.isBuffer(part.data)
      ? part.data
      : Buffer.from(typeof part.data === "string" ? part.data : [...part.data].join(""));
    const packed = part.method === "store" ? data : deflateRawSync(data);
    const one = { part, offset, size: data.length, compressed: packed.length, crc: crc32(data) };
    const header = localHeader(one);
    chunks.push(header, packed);
    written.push(one);
    offset += header.length + packed.length;
  }
  return Buffer.concat([...chunks, directory(written, offset)]);
}

/** A zip archive on disk, its parts deflated in pieces: for large files. */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<void> {
  const file = await open(path, "w");
  try {
    const written: Written[] = [];
    let offset = 0;
    for (const part of parts) {
      const start = offset + localHeader({ part, offset, size: 0, compressed: 0, crc: 0 }).length;
      let crc = 0;
      let size = 0;
      let compressed = 0;
      const see = (bytes: Buffer): void => {
        crc = crc32(bytes, crc);
        size += bytes.length;
      };
      for await (const bytes of packedPieces(part.data, see)) {
        await file.write(bytes, 0, bytes.length, start + compressed);
        compressed += bytes.length;
      }
      const one = { part, offset, size, compressed, crc };
      const header = localHeader(one);
      await file.write(header, 0, header.length, offset);
      written.push(one);
      offset = start + compressed;
    }
    const end = directory(written, offset);
    await file.write(end, 0, end.length, offset);
  } finally {
    await file.close();
  }
}

function isRepeated(data: ZipPart["data"]): data is Repeated {
  return typeof data === "object" && "unit" in data;
}

/** What the data is packed as; `see` is told of the data itself. */
async function* packedPieces(
  data: ZipPart["data"],
  see: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  if (isRepeated(data)) {
    const { head, unit, times, tail } = data;
    const last = deflateRawSync(tail);
    const [first, one] = [head, unit].map((text) => deflateRawSync(text, FULL_FLUSH));
    see(Buffer.from(head));
    yield first as Buffer;
    for (let at = 0; at < times; at++) {
      see(Buffer.from(unit));
      yield one as Buffer;
    }
    see(Buffer.from(tail));
    yield last;
    return;
  }
  const source = typeof data === "string" || Buffer.isBuffer(data) ? [data] : data;
  const pieces = Readable.from(
    (function* () {
      for (const text of source) {
        const piece = Buffer.from(text);
        see(piece);
        yield piece;
      }
    })(),
    { objectMode: false },
  );
  yield* pieces.pipe(createDeflateRaw({ level: 6 })) as AsyncIterable<Buffer>;
}

/** Blocks that stand behind each other in any order. */
const FULL_FLUSH = { finishFlush: constants.Z_FULL_FLUSH };

function fields(one: Written): Buffer {
  const { part, compressed } = one;
  const buffer = Buffer.alloc(26);
  buffer.writeUInt16LE(20, 0);
  buffer.writeUInt16LE(part.flags ?? 0x800, 2);
  buffer.writeUInt16LE(part.method === "store" ? 0 : 8, 4);
  buffer.writeUInt32LE(0x21_0000, 6);
  buffer.writeUInt32LE(part.claim?.crc ?? one.crc, 10);
  buffer.writeUInt32LE(compressed, 14);
  buffer.writeUInt32LE(part.claim?.size ?? one.size, 18);
  buffer.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return buffer;
}

function localHeader(one: Written): Buffer {
  return Buffer.concat([Buffer.from("PK\x03\x04"), fields(one), Buffer.from(one.part.name)]);
}

function directory(written: readonly Written[], offset: number): Buffer {
  const entries = written.map((one) => {
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(one.offset, 10);
    return Buffer.concat([
      Buffer.from("PK\x01\x02\x14\x00", "latin1"),
      fields(one),
      tail,
      Buffer.from(one.part.name),
    ]);
  });
  const all = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([all, end]);
}
