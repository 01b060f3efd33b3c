import { useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import type { RowPage, StagedRow } from "../../../../preload/types.ts";
import type { RowSource } from "./row-source.ts";

export const ROWS_OF_PAGE = 200;
/** Pages out of sight are forgotten after this long. */
const KEPT_MS = 60_000;

export interface RowPages {
  readonly total: number;
  readonly fields: RowPage["fields"];
  readonly loaded: boolean;
  /** `fields` and `total` are still those of the rows shown before: the new ones are on their way. */
  readonly waiting: boolean;
  readonly error: Error | null;
  /** The row at a place of the filtered list, or null while it is on its way. */
  rowAt(place: number): StagedRow | null;
}

/** The rows in sight of a list of any length: only the pages that hold them are asked for. */
export function useRowPages(source: RowSource, first: number, last: number): RowPages {
  const from = Math.max(0, Math.floor(first / ROWS_OF_PAGE));
  const to = Math.max(from, Math.floor(last / ROWS_OF_PAGE));
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const answers = useQueries({
    queries: numbers.map((number) => ({
      ...source({ offset: number * ROWS_OF_PAGE, limit: ROWS_OF_PAGE }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: KEPT_MS,
    })),
  });
  const answered = answers.find((answer) => answer.data !== undefined)?.data;
  const known = useRef<{ total: number; fields: RowPage["fields"] }>({ total: 0, fields: [] });
  if (answered !== undefined) known.current = { total: answered.total, fields: answered.fields };
  return {
    ...known.current,
    loaded: answered !== undefined || known.current.fields.length > 0,
    waiting: answered === undefined,
    error: answers.find((answer) => answer.error !== null)?.error ?? null,
    rowAt: (place) =>
      answers[Math.floor(place / ROWS_OF_PAGE) - from]?.data?.rows[place % ROWS_OF_PAGE] ?? null,
  };
}
