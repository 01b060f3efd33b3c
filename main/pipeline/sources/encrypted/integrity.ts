import { createHmac, timingSafeEqual } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { damaged } from "../fault.ts";
import { type CompoundStream, readStream } from "../ole/compound-stream.ts";
import type { AgileInfo } from "./encryption.ts";
import { decrypt, digestOf, padded } from "./package-key.ts";

/** What the vectors of the HMAC's key and of its value are made with (MS-OFFCRYPTO 2.3.4.14). */
const HMAC_KEY = Buffer.from("5fb2ad010cb9e1f6", "hex");
const HMAC_VALUE = Buffer.from("a0677f02b22c8433", "hex");
const BLOCK = 16;
const PIECE = 256 * 1024;

/**
 * Proves by the HMAC over the encrypted bytes that they are as they were written by somebody who
 * has the password. Without one in the file nothing is proved. Reads all of the package once.
 * @param ends where the encrypted bytes may end: some writers fill the stream up behind them
 * @throws FileFault file-damaged where it was changed
 */
export async function requireUnchanged(
  handle: FileHandle,
  content: CompoundStream,
  { info, key }: { readonly info: AgileInfo; readonly key: Buffer },
  ends: readonly number[],
): Promise<void> {
  const { data, integrity } = info;
  if (integrity === null) return;
  const open = (bytes: Buffer, block: Buffer) =>
    decrypt("cbc", key, padded(digestOf(data.hash, data.salt, block), BLOCK), bytes);
  const length = digestOf(data.hash).length;
  const hmacKey = open(integrity.key, HMAC_KEY).subarray(0, length);
  const value = open(integrity.value, HMAC_VALUE).subarray(0, length);
  for (const end of new Set(ends)) {
    const hmac = createHmac(data.hash, hmacKey);
    for (let at = 0; at < end; at += PIECE) {
      hmac.update(await readStream(handle, content, at, Math.min(end, at + PIECE)));
    }
    if (value.length === length && timingSafeEqual(hmac.digest(), value)) return;
  }
  throw damaged("the encrypted bytes are not as they were written");
}
