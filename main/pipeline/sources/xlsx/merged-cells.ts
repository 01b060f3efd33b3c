import type { MergedRange } from "../cells/covered-cells.ts";
import { tooLarge } from "../fault.ts";
import { readAttributes } from "../xml/attributes.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { columnNumber } from "./references.ts";

/** Bytes of the longest tag that ends the rows, prefix and all. */
const MAX_END = 256;
/** At most as many ranges as a sheet has rows; each takes some 60 bytes. */
const MAX_RANGES = 1_048_576;
const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

class MergedCellScanner extends XmlScanner {
  readonly ranges: MergedRange[] = [];
  /** Behind the rows. */
  behindRows = false;
  /** Behind the merged cells. */
  done = false;

  /** Whether the sheet's first element was read: its prefixes are known. */
  get begun(): boolean {
    return this.hasRoot;
  }

  /** The tag that ends the rows, as this sheet writes it. */
  get rowsEnd(): Buffer {
    return Buffer.from(`</${this.rootPrefix}sheetData>`);
  }

  /** Leaves out everything up to a piece that begins behind the rows. */
  jump(piece: Buffer): void {
    this.behindRows = true;
    this.goOn(piece);
  }

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const name = this.bytes.toString("latin1", from, nameEnd);
    if (name === "mergeCell") addMergedRange(this.ranges, this.bytes, nameEnd, to);
    else if (name === "sheetData" && empty) this.behindRows = true;
  }

  protected close(from: number, to: number): void {
    const name = this.bytes.toString("latin1", from, to);
    if (name === "mergeCells") this.done = true;
    else if (name === "sheetData") this.behindRows = true;
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
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (!scanner.begun || scanner.behindRows) {
      scanner.push(piece);
      rest = tail(piece);
    } else {
      const bytes = Buffer.concat([rest, piece]);
      const end = bytes.indexOf(scanner.rowsEnd);
      if (end >= 0) scanner.jump(bytes.subarray(end + scanner.rowsEnd.length));
      else rest = tail(bytes);
    }
    if (scanner.done) break;
  }
  return scanner.ranges;
}

/** What may be the start of the rows' end; a copy, so that it does not keep the whole piece. */
function tail(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(Math.max(0, bytes.length - MAX_END)));
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
