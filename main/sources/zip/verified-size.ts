import { checkCancelled, tooLarge } from "../fault.ts";
import type { Archive } from "./archive.ts";

/** More than this is never handed to a reader that holds it all in memory. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * The unpacked size of all parts, by unpacking them: the sizes that a directory declares may lie.
 * Proves every checksum on the way.
 * @throws FileFault file-too-large, file-damaged, file-encrypted
 */
export async function verifiedSize(
  archive: Archive,
  signal: AbortSignal | undefined,
): Promise<number> {
  let total = 0;
  for (const name of archive.names) {
    for await (const piece of archive.pieces(name, MAX_BYTES)) {
      checkCancelled(signal);
      total += piece.length;
      if (total > MAX_BYTES) throw tooLarge("unpacked parts");
    }
  }
  return total;
}
