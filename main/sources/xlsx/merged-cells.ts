import { CoveredCells, type MergedRange } from "../cells/covered-cells.ts";
import { columnNumber } from "./references.ts";

/**
 * Merged cells stand behind the rows, so that they cost a second reading. Longer sheets go
 * without: programs leave no values under merged cells, and rows of long lists are not merged.
 */
export const MAX_LOOKED_THROUGH = 16 * 1024 * 1024;

const ROWS_END = Buffer.from("sheetData>");
const RANGE = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/gi;

/** The cells of a sheet's XML that lie under merged ones. */
export async function readCoveredCells(pieces: AsyncIterable<Buffer>): Promise<CoveredCells> {
  let rest = Buffer.alloc(0);
  let tail: string | null = null;
  for await (const piece of pieces) {
    if (tail !== null) {
      tail += piece.toString("latin1");
      continue;
    }
    const bytes = Buffer.concat([rest, piece]);
    const end = rowsEnd(bytes);
    if (end >= 0) tail = bytes.toString("latin1", end);
    rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 32)));
  }
  return new CoveredCells(tail === null ? [] : ranges(tail));
}

/** Behind `</sheetData>`, whatever its prefix; not behind a start tag or a text like it. */
function rowsEnd(bytes: Buffer): number {
  for (let at = bytes.indexOf(ROWS_END); at >= 0; at = bytes.indexOf(ROWS_END, at + 1)) {
    const before = bytes.toString("latin1", Math.max(0, at - 16), at);
    if (/<\/(?:\w+:)?$/.test(before)) return at + ROWS_END.length;
  }
  return -1;
}

function* ranges(tail: string): Generator<MergedRange> {
  for (const [, from = "", firstRow, to = "", lastRow] of tail.matchAll(RANGE)) {
    yield {
      firstRow: Number(firstRow) - 1,
      lastRow: Number(lastRow) - 1,
      firstColumn: columnOf(from),
      lastColumn: columnOf(to),
    };
  }
}

function columnOf(letters: string): number {
  return columnNumber(Buffer.from(letters), 0, letters.length);
}
