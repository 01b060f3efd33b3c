import { MAX_ROWS, MAX_SHEET_BYTES } from "../limits.ts";
import { asUtf8 } from "../xml/encoding.ts";
import type { Archive } from "../zip/archive.ts";
import { rangeSize } from "./references.ts";

/** The dimension stands before the cells; it is there within this many bytes or not at all. */
const LOOK_BYTES = 512 * 1024;

/**
 * The size that a sheet claims to have. Null where it claims none, or one that is a placeholder:
 * stream writers claim "A1", formatted empty sheets every row there is.
 */
export async function readDimension(
  archive: Archive,
  part: string,
): Promise<{ readonly rows: number; readonly columns: number } | null> {
  let text = "";
  for await (const piece of asUtf8(archive.pieces(part, MAX_SHEET_BYTES))) {
    text += piece.toString("latin1");
    const range = dimensionIn(text);
    if (range !== null) {
      const size = rangeSize(range);
      return size === null || size.rows <= 1 || size.rows >= MAX_ROWS ? null : size;
    }
    if (text.includes("sheetData") || text.length > LOOK_BYTES) return null;
  }
  return null;
}

/** The range that a `dimension` names, once its tag is there to its end. */
function dimensionIn(text: string): string | null {
  const start = /<(?:\w+:)?dimension\s/.exec(text)?.index;
  const end = start === undefined ? -1 : text.indexOf(">", start);
  return /\bref=["']([^"']+)["']/.exec(text.slice(start, Math.max(0, end)))?.[1] ?? null;
}
