import { open } from "node:fs/promises";
import { damaged } from "../fault.ts";
import type { CompoundStream } from "./compound-stream.ts";

/** What the container of an old Office file holds (MS-CFB). */
export interface CompoundFile {
  /** Names of its streams and storages. */
  readonly names: ReadonlySet<string>;
  /** Where those streams lie that were asked for and are there. */
  readonly streams: ReadonlyMap<string, CompoundStream>;
}

const HEADER = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;
/** Units of the root's own stream. */
const MINI = 64;
/** Streams smaller than this live in the root's own stream. */
const MINI_CUTOFF = 4096;
const MAX_DIRECTORY_ENTRIES = 50_000;
/** Writers leave room for sectors to come: as many tables as the header names. */
const SPARE_TABLES = 109;
/** Directories of some writers keep streams that are gone. */
const MAX_SHARED = 8;

/**
 * Reads the directory, and proves that every sector of every stream is in the file: a file cut
 * short is refused here, since its readers would show what is left of it without a word.
 * @param wanted streams whose places are told
 * @throws FileFault file-damaged
 */
export async function readCompoundFile(
  path: string,
  wanted: readonly string[] = [],
): Promise<CompoundFile> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size < HEADER) throw damaged("an OLE header cut short");
    const header = await readAt(0, HEADER);
    const shift = header.readUInt16LE(30);
    if (shift !== 9 && shift !== 12) throw damaged("an odd sector size");
    const sectorSize = 1 << shift;
    const lastSector = Math.ceil((size - sectorSize) / sectorSize) - 1;
    const table = await readTable(header, sectorSize, lastSector);
    /** Sectors of all streams; those of a sound file lie in one each. */
    let walked = 0;

    const next = (sector: number): number => table[sector] ?? END_OF_CHAIN;
    function chain(start: number): number[] {
      const sectors: number[] = [];
      for (let sector = start; sector < 0xfffffffa; sector = next(sector)) {
        if (sector > lastSector) throw damaged("a sector beyond the end of the file");
        if (sectors.length > lastSector + 1) throw damaged("a chain of sectors without an end");
        sectors.push(sector);
        walked += 1;
        if (walked > (lastSector + 1) * MAX_SHARED) throw damaged("streams that lie in each other");
      }
      return sectors;
    }

    const names = new Set<string>();
    const streams = new Map<string, CompoundStream>();
    /** Of the streams in the root's own. */
    const small = new Map<string, { readonly start: number; readonly size: number }>();
    let rootStart = END_OF_CHAIN;
    const placed = (sectors: readonly number[]) => sectors.map((one) => (one + 1) * sectorSize);
    const directory = chain(header.readUInt32LE(48));
    if (directory.length * (sectorSize / ENTRY) > MAX_DIRECTORY_ENTRIES) {
      throw damaged("an endless directory");
    }
    for (const sector of directory) {
      const bytes = await readAt((sector + 1) * sectorSize, sectorSize);
      for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
        const nameLength = bytes.readUInt16LE(at + 64);
        if (nameLength < 2 || nameLength > 64) continue;
        const name = bytes.toString("utf16le", at, at + nameLength - 2);
        names.add(name);
        const streamSize = bytes.readUInt32LE(at + 120);
        const start = bytes.readUInt32LE(at + 116);
        if (bytes[at + 66] === ROOT) rootStart = start;
        if (bytes[at + 66] !== STREAM) continue;
        if (streamSize < MINI_CUTOFF) {
          if (wanted.includes(name)) small.set(name, { start, size: streamSize });
          continue;
        }
        const sectors = chain(start);
        if (sectors.length * sectorSize < streamSize) throw damaged("a stream cut short");
        if (wanted.includes(name)) {
          streams.set(name, { size: streamSize, unit: sectorSize, places: placed(sectors) });
        }
      }
    }
    if (small.size > 0) {
      const minis = await readMiniTable();
      const root = placed(chain(rootStart));
      for (const [name, { start, size: bytes }] of small) {
        streams.set(name, {
          size: bytes,
          unit: MINI,
          places: miniPlaces(start, bytes, minis, root),
        });
      }
    }
    return { names, streams };

    async function readMiniTable(): Promise<Buffer> {
      const sectors = placed(chain(header.readUInt32LE(60)));
      return Buffer.concat(await Promise.all(sectors.map((at) => readAt(at, sectorSize))));
    }

    /** Streams of some kilobytes lie in units of the root's stream, which lies in sectors. */
    function miniPlaces(
      start: number,
      bytes: number,
      minis: Buffer,
      root: readonly number[],
    ): number[] {
      const places: number[] = [];
      let mini = start;
      while (places.length * MINI < bytes) {
        const sector = root[Math.floor((mini * MINI) / sectorSize)];
        if (sector === undefined || mini * 4 + 4 > minis.length)
          throw damaged("a stream cut short");
        places.push(sector + ((mini * MINI) % sectorSize));
        mini = minis.readUInt32LE(mini * 4);
      }
      return places;
    }

    async function readTable(
      head: Buffer,
      sectorBytes: number,
      last: number,
    ): Promise<Uint32Array> {
      const places: number[] = [];
      for (let at = 76; at < HEADER; at += 4) places.push(head.readUInt32LE(at));
      let more = head.readUInt32LE(68);
      for (let count = 0; more < 0xfffffffa && count < 1024; count++) {
        const bytes = await readAt((more + 1) * sectorBytes, sectorBytes);
        for (let at = 0; at < sectorBytes - 4; at += 4) places.push(bytes.readUInt32LE(at));
        more = bytes.readUInt32LE(sectorBytes - 4);
      }
      const used = places.filter((place) => place !== FREE && place !== END_OF_CHAIN);
      const perSector = sectorBytes / 4;
      // Each of its sectors tells of as many others as it has entries.
      if (used.length > Math.ceil((last + 1) / perSector) + SPARE_TABLES) {
        throw damaged("a table for more sectors than the file has");
      }
      const entries = new Uint32Array(used.length * perSector);
      for (const [index, place] of used.entries()) {
        const bytes = await readAt((place + 1) * sectorBytes, sectorBytes);
        for (let at = 0; at < perSector; at++) {
          entries[index * perSector + at] = bytes.readUInt32LE(at * 4);
        }
      }
      return entries;
    }

    async function readAt(position: number, length: number): Promise<Buffer> {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, position);
      if (bytesRead < length) throw damaged("the file ends in the middle");
      return buffer;
    }
  } finally {
    await file.close();
  }
}
