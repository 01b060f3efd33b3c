import { pipeline } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { damaged, FileFault, tooLarge } from "../fault.ts";
import { fileBytes, openZip, openZipBytes, type ZipBytes } from "./open-zip.ts";

/** More parts than any list has; reading the directory of more would only cost time. */
const MAX_ENTRIES = 20_000;
/** Real sheets deflate to a tenth or twentieth; deflate itself can reach 1 : 1032. */
const MAX_RATIO = 250;
/** Small parts may deflate as well as they like. */
const RATIO_FROM_BYTES = 24 * 1024 * 1024;
const PIECE = 256 * 1024;
/** What stands before each part, without its name and what may follow that. */
const LOCAL_HEADER = 30;

/** A zip archive whose parts are inflated in pieces. Names are found whatever their case. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Uncompressed size as declared, 0 where there is no such part. */
  size(name: string): number;
  /**
   * The part's bytes in pieces. Leaving the loop early closes the stream.
   * @throws FileFault file-damaged, file-encrypted, file-too-large (`maxBytes`, or a zip bomb)
   */
  pieces(name: string, maxBytes: number): AsyncIterable<Buffer>;
  /** A whole part in memory. */
  read(name: string, maxBytes: number): Promise<Buffer>;
  close(): void;
}

/** @param bytes where the archive's bytes are not those of the file */
export async function openArchive(path: string, bytes?: ZipBytes): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = bytes === undefined ? await openZip(path) : await openZipBytes(bytes);
  } catch (error) {
    throw zipFault(error);
  }
  try {
    const from = bytes ?? fileBytes(path, Number.POSITIVE_INFINITY);
    return createArchive(from, zip, await readDirectory(zip));
  } catch (error) {
    zip.close();
    throw zipFault(error);
  }
}

function zipFault(error: unknown): unknown {
  if (error instanceof FileFault) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && "errno" in error) return error;
  if (message.includes("encryption")) return new FileFault("file-encrypted", message, error);
  return damaged(message, error);
}

/**
 * The parts by their keys. Two of one name, of which readers see different ones, and parts that lie
 * in each other, by which some kilobytes unpack to gigabytes, are in no archive that a program wrote.
 */
async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw tooLarge(`${zip.entryCount} parts in the archive`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const key = partKey(entry.fileName);
    if (entries.has(key)) throw damaged("two parts of one name");
    entries.set(key, entry);
  }
  requireApart([...entries.values()]);
  return entries;
}

function requireApart(entries: readonly Entry[]): void {
  let end = 0;
  const inOrder = entries
    .filter(({ compressedSize }) => compressedSize > 0)
    .sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const { relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength } of inOrder) {
    if (start < end) throw damaged("parts that lie in each other");
    end = start + LOCAL_HEADER + fileNameLength + compressedSize;
  }
}

function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function createArchive(bytes: ZipBytes, zip: ZipFile, entries: Map<string, Entry>): Archive {
  async function* pieces(name: string, maxBytes: number): AsyncGenerator<Buffer> {
    const entry = entries.get(partKey(name));
    if (entry === undefined) throw damaged(`part missing: ${name}`);
    yield* entryPieces(bytes, zip, entry, maxBytes);
  }
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(partKey(name)),
    size: (name) => entries.get(partKey(name))?.uncompressedSize ?? 0,
    pieces,
    async read(name, maxBytes) {
      const parts: Buffer[] = [];
      for await (const piece of pieces(name, maxBytes)) parts.push(piece);
      return Buffer.concat(parts);
    },
    close: () => zip.close(),
  };
}

async function* entryPieces(
  bytes: ZipBytes,
  zip: ZipFile,
  entry: Entry,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new FileFault("file-encrypted", "encrypted part");
  const { compressionMethod: method, compressedSize, uncompressedSize } = entry;
  if (method !== 0 && method !== 8) throw damaged(`compression method ${method}`);
  if (uncompressedSize > maxBytes) throw tooLarge(`part of ${uncompressedSize} bytes`);
  refuseBomb(uncompressedSize, compressedSize);
  if (compressedSize === 0) return;
  const { fileDataStart: start } = await zip
    .readLocalFileHeaderPromise(entry, { minimal: true })
    .catch((error: unknown) => Promise.reject(zipFault(error)));
  const file = bytes.stream(start, start + compressedSize);
  const stream =
    method === 0
      ? file
      : pipeline(file, createInflateRaw({ chunkSize: PIECE }), () => {
          // The error reaches the loop below through the stream itself.
        });
  let seen = 0;
  let sum = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      seen += piece.length;
      if (seen > uncompressedSize) {
        refuseBomb(seen, compressedSize);
        throw damaged("part is longer than declared");
      }
      sum = crc32(piece, sum);
      yield piece;
    }
  } finally {
    file.destroy();
    stream.destroy();
  }
  if (seen !== uncompressedSize) throw damaged("part is shorter than declared");
  if (sum !== entry.crc32) throw damaged("checksum of a part differs");
}

function refuseBomb(size: number, compressedSize: number): void {
  if (size > RATIO_FROM_BYTES && size > compressedSize * MAX_RATIO) {
    throw tooLarge(`${compressedSize} bytes inflate to ${size} bytes`);
  }
}
