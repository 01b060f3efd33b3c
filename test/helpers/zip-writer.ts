import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly data: string | Buffer | Iterable<string>;
  readonly method?: "deflate" | "store";
  /** Bits of the general purpose flag; 1 says encrypted. */
  readonly flags?: number;
  /** What the directory claims instead of the truth. */
  readonly claim?: { readonly size?: number; readonly crc?: number };
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
      const source =
        typeof part.data === "string" || Buffer.isBuffer(part.data) ? [part.data] : part.data;
      const pieces = Readable.from(
        (function* () {
          for (const text of source) {
            const piece = Buffer.from(text);
            crc = crc32(piece, crc);
            size += piece.length;
            yield piece;
          }
        })(),
        { objectMode: false },
      );
      for await (const piece of pieces.pipe(createDeflateRaw({ level: 6 }))) {
        const bytes = piece as Buffer;
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
