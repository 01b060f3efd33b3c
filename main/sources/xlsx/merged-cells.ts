import type { MergedRange } from "../cells/covered-cells.ts";
import { tooLarge } from "../fault.ts";
import { readAttributes } from "../xml/attributes.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { columnNumber } from "./references.ts";

const ROWS_END = Buffer.from("sheetData>");
/** As many rows as a sheet has; each range takes some 60 bytes. */
const MAX_RANGES = 1_048_576;
const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

class MergedCellScanner extends XmlScanner {
  readonly ranges: MergedRange[] = [];
  /** Behind the merged cells. */
  done = false;

  protected open(from: number, nameEnd: number, to: number): void {
    if (this.bytes.toString("latin1", from, nameEnd) !== "mergeCell") return;
    addMergedRange(this.ranges, this.bytes, nameEnd, to);
  }

  protected close(from: number, to: number): void {
    if (this.bytes.toString("latin1", from, to) === "mergeCells") this.done = true;
  }

  protected text(): void {
    // Attributes only.
  }
}

/** Adds the range of a `mergeCell` whose attributes stand in [from, to). */
export function addMergedRange(
  ranges: MergedRange[],
  bytes: Buffer,
  from: number,
  to: number,
): void {
  const range = rangeOf(readAttributes(bytes, from, to).get("ref") ?? "");
  if (range === null) return;
  if (ranges.length >= MAX_RANGES) throw tooLarge("merged cells");
  ranges.push(range);
}

/**
 * The merged ranges of a sheet's XML. They stand behind the rows, through which this runs without
 * looking at them: a tenth of the time of reading them.
 */
export async function readMergedCells(
  pieces: AsyncIterable<Buffer>,
): Promise<readonly MergedRange[]> {
  const scanner = new MergedCellScanner();
  let rest = Buffer.alloc(0);
  let behindRows = false;
  for await (const piece of pieces) {
    if (behindRows) scanner.push(piece);
    else {
      const bytes = Buffer.concat([rest, piece]);
      const end = rowsEnd(bytes);
      behindRows = end >= 0;
      if (behindRows) scanner.push(bytes.subarray(end));
      rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 32)));
    }
    if (scanner.done) break;
  }
  return scanner.ranges;
}

/** Behind `</sheetData>`, whatever its prefix; not behind a start tag or a text like it. */
function rowsEnd(bytes: Buffer): number {
  for (let at = bytes.indexOf(ROWS_END); at >= 0; at = bytes.indexOf(ROWS_END, at + 1)) {
    const before = bytes.toString("latin1", Math.max(0, at - 16), at);
    if (/<\/(?:\w+:)?$/.test(before)) return at + ROWS_END.length;
  }
  return -1;
}

function rangeOf(ref: string): MergedRange | null {
  const [, from = "", firstRow, to = "", lastRow] = RANGE.exec(ref) ?? [];
  if (from === "") return null;
  return {
    firstRow: Number(firstRow) - 1,
    lastRow: Number(lastRow) - 1,
    firstColumn: columnOf(from),
    lastColumn: columnOf(to),
  };
}

function columnOf(letters: string): number {
  return columnNumber(Buffer.from(letters), 0, letters.length);
}
