import type { SourceNotice } from "./source.ts";

/** Rows of a sheet with values that are struck through. */
export interface StruckRows {
  readonly count: number;
  /** The number of the first, from 1. */
  readonly row: number;
}

/** @param repeated how many alike rows follow each other from `row` on */
export function oneMore(struck: StruckRows, row: number, repeated = 1): StruckRows {
  return { count: struck.count + repeated, row: struck.count === 0 ? row : struck.row };
}

/** What is struck through in a sheet is read all the same: people strike out who has left. */
export function struckNotices({ count, row }: StruckRows): SourceNotice[] {
  return count === 0 ? [] : [{ code: "struck-rows", params: { count, row } }];
}
