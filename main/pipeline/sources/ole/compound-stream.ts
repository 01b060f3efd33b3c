import type { FileHandle } from "node:fs/promises";
import { damaged } from "../fault.ts";

/** Where a stream of a compound file lies: in units of one size, which may be anywhere in it. */
export interface CompoundStream {
  readonly size: number;
  readonly unit: number;
  /** The position of each unit in the file. */
  readonly places: readonly number[];
}

/** The bytes of a stream from `start` to before `end`; units that follow each other in one go. */
export async function readStream(
  file: FileHandle,
  { size, unit, places }: CompoundStream,
  start: number,
  end: number,
): Promise<Buffer> {
  if (start < 0 || end > size || start > end) throw damaged("a stream cut short");
  const bytes = Buffer.alloc(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const at = start + filled;
    let index = Math.floor(at / unit);
    const place = places[index] ?? Number.NaN;
    const inUnit = at % unit;
    let length = unit - inUnit;
    while (length < bytes.length - filled && places[index + 1] === (places[index] ?? 0) + unit) {
      index += 1;
      length += unit;
    }
    length = Math.min(length, bytes.length - filled);
    if (Number.isNaN(place)) throw damaged("a stream cut short");
    const { bytesRead } = await file.read(bytes, filled, length, place + inUnit);
    if (bytesRead < length) throw damaged("the file ends in the middle");
    filled += length;
  }
  return bytes;
}
