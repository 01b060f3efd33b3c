import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

/** Bit 3: sizes follow the data, as it streams. Bit 11: names in UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATE = 8;
/** 1980-01-01: the earliest date that a zip can hold; exports carry no time of their own. */
const DATE = 0x0021;
/** Larger members would need the 64-bit form of the format. */
const MAX_BYTES = 0xffff_ffff;

interface Member {
  readonly name: string;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipWriter {
  /** Members one after the other; the text is packed as it comes. */
  add(name: string, pieces: Iterable<string>): Promise<void>;
  end(): Promise<void>;
}

/** Writes a zip archive to a file as a stream. */
export function createZipWriter(file: FileHandle): ZipWriter {
  const members: Member[] = [];
  let offset = 0;

  async function write(bytes: Uint8Array): Promise<void> {
    await file.appendFile(bytes);
    offset += bytes.length;
    if (offset > MAX_BYTES) throw new RangeError("an export of 4 GiB or more");
  }

  return {
    async add(name, pieces) {
      const start = offset;
      await write(localHeader(name));
      const dataStart = offset;
      let crc = 0;
      let size = 0;
      await pipeline(
        function* () {
          for (const piece of pieces) {
            const bytes = Buffer.from(piece, "utf8");
            crc = crc32(bytes, crc);
            size += bytes.length;
            yield bytes;
          }
        },
        createDeflateRaw({ level: 3 }),
        async (packed: AsyncIterable<Uint8Array>) => {
          for await (const bytes of packed) await write(bytes);
        },
      );
      const member = { name, crc, packed: offset - dataStart, size, offset: start };
      await write(descriptor(member));
      members.push(member);
    },
    async end() {
      const start = offset;
      for (const member of members) await write(directoryEntry(member));
      await write(endRecord(members.length, offset - start, start));
    },
  };
}

function localHeader(name: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([head, Buffer.from(name)]);
}

function descriptor(member: Member): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  writeSizes(tail, 4, member);
  return tail;
}

function directoryEntry(member: Member): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(VERSION, 4);
  entry.writeUInt16LE(VERSION, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DATE, 14);
  writeSizes(entry, 16, member);
  entry.writeUInt16LE(Buffer.byteLength(member.name), 28);
  entry.writeUInt32LE(member.offset, 42);
  return Buffer.concat([entry, Buffer.from(member.name)]);
}

function writeSizes(target: Buffer, at: number, member: Member): void {
  target.writeUInt32LE(member.crc, at);
  target.writeUInt32LE(member.packed, at + 4);
  target.writeUInt32LE(member.size, at + 8);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
