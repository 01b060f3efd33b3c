/** SheetJS needs up to twenty times a file's unpacked size; larger ones are refused by size alone. */
const LEAST_MB = 384;
const FOR_EACH = 20;
const MOST_MB = 1024;
const MIB = 1024 * 1024;
export const MAX_UNPACKED_BYTES = 256 * MIB;

/** What the process may take that reads a file of so many bytes, unpacked, in MiB. */
export function memoryFor(bytes: number): number {
  return Math.min(MOST_MB, LEAST_MB + Math.ceil((bytes / MIB) * FOR_EACH));
}
