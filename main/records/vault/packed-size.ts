const MAGIC = 0xfd2fb528;
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;
/** Sizes of two bytes begin here. */
const TWO_BYTES_FROM = 256;

/**
 * How many bytes a Zstandard frame holds, by its header (RFC 8878, 3.1.1.1); null where that does not
 * say, or says more than any room that is made at once.
 */
export function packedSize(frame: Buffer): number | null {
  const descriptor = frame[4];
  if (descriptor === undefined || frame.readUInt32LE(0) !== MAGIC) return null;
  const isSingle = (descriptor & 0x20) !== 0;
  const from = 5 + (isSingle ? 0 : 1) + (DICTIONARY_BYTES[descriptor & 3] ?? 0);
  switch (descriptor >> 6) {
    case 0:
      return isSingle ? (frame[from] ?? null) : null;
    case 1:
      return frame.length < from + 2 ? null : frame.readUInt16LE(from) + TWO_BYTES_FROM;
    case 2:
      return frame.length < from + 4 ? null : frame.readUInt32LE(from);
    default:
      return null;
  }
}
