import { MAX_ROWS, MAX_SHEET_BYTES } from "../../../common/tables/limits.ts";
import { visitElements } from "../xml/elements.ts";
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
  let range: string | null = null;
  let isDone = false;
  let seen = 0;
  async function* head() {
    for await (const piece of asUtf8(archive.pieces(part, MAX_SHEET_BYTES))) {
      seen += piece.length;
      yield piece;
    }
  }
  await visitElements(head(), {
    open({ name, parent, attribute }) {
      if (name === "dimension" && parent === "worksheet") range ??= attribute("ref") ?? null;
      isDone ||= range !== null || name === "sheetData";
    },
    isDone: () => isDone || seen > LOOK_BYTES,
  });
  const size = range === null ? null : rangeSize(range);
  return size === null || size.rows <= 1 || size.rows >= MAX_ROWS ? null : size;
}
