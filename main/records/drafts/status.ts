import type { ReviewCounts, RowFilter, Tile } from "../../../preload/types.ts";

/** Bits of a row's status byte; the same in the database and in memory. */
export const ERROR = 1;
export const WARNING = 2;
/** Left out: by a person, or by the rule for repeated rows. */
export const LEFT_OUT = 4;
/** The rule for repeated rows leaves it out, unless a person puts it back. */
export const REPEATED = 8;
/** Sent in the trial: it never goes again. */
export const TRIED = 16;

const KINDS = 32;

/**
 * The one tile of the review that a row is counted in: one that was sent on trial or left out is
 * no problem any more.
 */
export function tileOf(status: number): Tile {
  if ((status & TRIED) !== 0) return "sent";
  if ((status & LEFT_OUT) !== 0) return "leftOut";
  if ((status & ERROR) !== 0) return "errors";
  return (status & WARNING) !== 0 ? "warnings" : "valid";
}

export function matches(status: number, filter: RowFilter): boolean {
  return filter === "all" || tileOf(status) === filter;
}

/** Whether a row goes out. */
export function willBeSent(status: number): boolean {
  return isToSend(tileOf(status));
}

/** Whether the rows of a tile go out. */
export function isToSend(tile: Tile): boolean {
  return tile === "valid" || tile === "warnings";
}

/** Whether a row stays behind when the list has been sent. */
export function staysBehind(status: number): boolean {
  const tile = tileOf(status);
  return tile === "errors" || tile === "leftOut";
}

/** Counts over status bytes, one a row. */
export function countStatus(bytes: Uint8Array): ReviewCounts {
  const tally = new Array<number>(KINDS).fill(0);
  // By position: an iterator takes five times as long.
  for (let index = 0; index < bytes.length; index += 1) {
    const kind = (bytes[index] ?? 0) & (KINDS - 1);
    tally[kind] = (tally[kind] ?? 0) + 1;
  }
  const sum = (wanted: (status: number) => boolean) =>
    tally.reduce((total, rows, status) => (wanted(status) ? total + rows : total), 0);
  const invalid = sum((status) => (status & ERROR) !== 0);
  return {
    total: bytes.length,
    valid: bytes.length - invalid,
    invalid,
    warnings: sum((status) => (status & (ERROR | WARNING)) === WARNING),
    leftOut: sum((status) => (status & LEFT_OUT) !== 0),
    toSend: sum(willBeSent),
    tiles: countTiles((tile) => sum((status) => tileOf(status) === tile)),
  };
}

/** @param count how many rows a tile has */
export function countTiles(count: (tile: Tile) => number): ReviewCounts["tiles"] {
  return {
    valid: count("valid"),
    warnings: count("warnings"),
    errors: count("errors"),
    leftOut: count("leftOut"),
    sent: count("sent"),
  };
}

/** How many rows a filter holds. */
export function countOf(counts: ReviewCounts, filter: RowFilter): number {
  return filter === "all" ? counts.total : counts.tiles[filter];
}

/** Positions of one page of a filter, in list order. */
export function pageOf(
  bytes: Uint8Array,
  filter: RowFilter,
  offset: number,
  limit: number,
): readonly number[] {
  if (filter === "all") {
    const length = Math.max(0, Math.min(limit, bytes.length - offset));
    return Array.from({ length }, (_, at) => offset + at);
  }
  const found: number[] = [];
  let skip = offset;
  for (let index = 0; index < bytes.length && found.length < limit; index += 1) {
    if (!matches(bytes[index] ?? 0, filter)) continue;
    if (skip > 0) skip -= 1;
    else found.push(index);
  }
  return found;
}
