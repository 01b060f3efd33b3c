import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { damaged, FileFault } from "../fault.ts";
import { type CompoundStream, readStream } from "../ole/compound-stream.ts";
import type { ZipBytes } from "../zip/open-zip.ts";
import { type EncryptionInfo, unknownWay } from "./encryption.ts";
import { readEncryptionInfo } from "./encryption-info.ts";
import { requireUnchanged } from "./integrity.ts";
import { decrypt, digestOf, packageKey, padded } from "./package-key.ts";

/** What an initial vector belongs to in an agile encryption. */
const SEGMENT = 4096;
/** Decrypted in one go, and all that memory holds of the package. */
const PIECE = 64 * SEGMENT;
const BLOCK = 16;
/** Before the encrypted bytes: how many of them there are without what fills the last block. */
const SIZE_FIELD = 8;
const MAX_INFO = 64 * 1024;
/** Excel's own, of workbooks that are encrypted without asking anybody. */
const EXCELS_OWN = "VelvetSweatshop";

export interface EncryptedFile {
  readonly path: string;
  readonly info: CompoundStream;
  readonly content: CompoundStream;
}

/**
 * The workbook in an encrypted file, decrypted as it is read: no more than a piece of it is in
 * memory, and none on the disk.
 * @throws FileFault file-password-needed, file-password-wrong, file-encrypted, file-damaged
 */
export async function openPackage(
  file: EncryptedFile,
  password: string | undefined,
): Promise<ZipBytes> {
  const handle = await open(file.path, "r");
  try {
    const { content, info: place } = file;
    if (place.size > MAX_INFO) throw unknownWay("long encryption info");
    const info = await readEncryptionInfo(await readStream(handle, place, 0, place.size));
    const key =
      (password === undefined ? null : packageKey(info, password)) ?? packageKey(info, EXCELS_OWN);
    if (key === null) {
      const code = password === undefined ? "file-password-needed" : "file-password-wrong";
      throw new FileFault(code, info.kind);
    }
    const size = Number((await readStream(handle, content, 0, SIZE_FIELD)).readBigUInt64LE());
    if (size > content.size - SIZE_FIELD) throw damaged("an encrypted package cut short");
    if (info.kind === "agile") {
      const filled = SIZE_FIELD + Math.ceil(size / BLOCK) * BLOCK;
      const ends = [content.size, Math.min(filled, content.size)];
      await requireUnchanged(handle, content, { info, key }, ends);
    }
    return {
      size,
      stream: (start, end) => Readable.from(decrypted(file, { info, key }, start, end)),
    };
  } finally {
    await handle.close();
  }
}

interface Opened {
  readonly info: EncryptionInfo;
  readonly key: Buffer;
}

async function* decrypted(
  { path, content }: EncryptedFile,
  opened: Opened,
  start: number,
  end: number,
): AsyncGenerator<Buffer> {
  const handle = await open(path, "r");
  try {
    for (let at = start - (start % SEGMENT); at < end; at += PIECE) {
      const piece = await decryptPiece(handle, content, opened, at, Math.min(at + PIECE, end));
      yield piece.subarray(Math.max(0, start - at), end - at);
    }
  } finally {
    await handle.close();
  }
}

/** @param at a multiple of the segments' length */
async function decryptPiece(
  handle: FileHandle,
  content: CompoundStream,
  { info, key }: Opened,
  at: number,
  end: number,
): Promise<Buffer> {
  const last = Math.min(SIZE_FIELD + Math.ceil(end / SEGMENT) * SEGMENT, content.size);
  const read = await readStream(handle, content, SIZE_FIELD + at, last);
  // Some writers fill the stream up; what is no whole block was never encrypted.
  const bytes = read.subarray(0, read.length - (read.length % BLOCK));
  if (info.kind === "standard") return decrypt("ecb", key, null, bytes);
  const segments: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += SEGMENT) {
    const number = Buffer.alloc(4);
    number.writeUInt32LE((at + from) / SEGMENT);
    const iv = padded(digestOf(info.data.hash, info.data.salt, number), BLOCK);
    segments.push(decrypt("cbc", key, iv, bytes.subarray(from, from + SEGMENT)));
  }
  return Buffer.concat(segments);
}
