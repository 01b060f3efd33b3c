import { crc32 } from "node:zlib";
import { tooLarge } from "../fault.ts";
import { openArchive } from "./archive.ts";

const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the earliest date that a zip can hold. */
const DATE = 0x0021;

/**
 * The parts of a zip archive in a new one, not compressed. A library that opens archives by itself
 * may find other parts in one than we do (it trusts what stands before each part, we the directory
 * behind them all), and unpack without limits: of this it sees what was checked.
 * @throws FileFault file-damaged, file-encrypted, file-too-large
 */
export async function repacked(path: string, maxBytes: number): Promise<Buffer> {
  const archive = await openArchive(path);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  try {
    for (const name of archive.names.filter((each) => !/[\\/]$/.test(each))) {
      const data = await archive.read(name, maxBytes);
      const bytes = Buffer.from(name.replaceAll("\\", "/"));
      const fields = fieldsOf(bytes, data);
      directory.push(directoryEntry(fields, bytes, offset));
      const head = Buffer.concat([Buffer.from("PK\x03\x04"), fields, bytes]);
      parts.push(head, data);
      offset += head.length + data.length;
      if (offset > maxBytes) throw tooLarge("unpacked parts");
    }
  } finally {
    archive.close();
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  return Buffer.concat([...parts, ...directory, endRecord(directory.length, size, offset)]);
}

/** What stands both before a part and in the directory. */
function fieldsOf(name: Buffer, data: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc32(data), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(data.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function directoryEntry(fields: Buffer, name: Buffer, offset: number): Buffer {
  const made = Buffer.from("PK\x01\x02\x14\x00", "latin1");
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([made, fields, tail, name]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
