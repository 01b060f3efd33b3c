import type { FoundRow } from "../../../../../preload/types.ts";
import type { ListOfRows, RowThread } from "./row-thread.ts";
import type { RowMask, RowOrder } from "./thread-messages.ts";

/** Rows with a text, as far as they are known. */
export interface Finding {
  readonly text: string;
  readonly hits: RowMask;
  /** How many there are, as far as is known. */
  total: number;
  /** All rows before this one have been looked at. */
  upTo: number;
  done: boolean;
  /** Comes back when more rows are found, or all are known. */
  more(): Promise<void>;
  stop(): void;
}

/** Begins to look for a text in all rows of a list. */
export function startFinding(
  thread: RowThread,
  list: ListOfRows,
  about: { readonly text: string; readonly hidden: readonly number[] },
): Finding {
  const control = new AbortController();
  const hits = new Uint8Array(list.rows);
  let failure: unknown = null;
  let { promise, resolve } = Promise.withResolvers<void>();
  const tell = () => {
    const told = resolve;
    ({ promise, resolve } = Promise.withResolvers<void>());
    told();
  };
  const finding: Finding = {
    text: about.text,
    hits,
    total: 0,
    upTo: 0,
    done: false,
    async more() {
      if (failure === null && !finding.done) await promise;
      if (failure !== null) throw failure;
    },
    stop: () => control.abort(),
  };
  const onTaken = (found: RowOrder, upTo: number) => {
    for (const index of found) hits[index] = 1;
    finding.total += found.length;
    finding.upTo = upTo;
    if (found.length > 0) tell();
  };
  thread
    .scan(list, "find", about, { signal: control.signal, onTaken })
    .then(
      () => {
        finding.upTo = list.rows;
        finding.done = true;
      },
      (error: unknown) => {
        failure = error;
      },
    )
    .finally(tell);
  return finding;
}

export interface Sought {
  /** Place among the rows that are shown, from 0. */
  readonly from: number;
  readonly back: boolean;
}

/**
 * The row found next, as far as rows have been looked at; null where that may still change.
 * @param shown the rows that are shown; null for all rows in list order
 * @param isOrdered whether they stand in another order than the list's
 */
export function foundIn(
  { hits, total: all, upTo, done }: Pick<Finding, "hits" | "total" | "upTo" | "done">,
  { from, back }: Sought,
  { shown, isOrdered }: { readonly shown: RowOrder | null; readonly isOrdered: boolean },
): (Omit<FoundRow, "column"> & { readonly index: number }) | null {
  if (!done && (back || isOrdered)) return null;
  const length = shown?.length ?? hits.length;
  const indexAt = (place: number) => (shown === null ? place : (shown[place] ?? 0));
  let total = 0;
  let next: { place: number; ordinal: number } | null = null;
  let edge: { place: number; ordinal: number } | null = null;
  for (let place = 0; place < length; place += 1) {
    const index = indexAt(place);
    if (!isOrdered && index >= upTo) break;
    if (hits[index] !== 1) continue;
    total += 1;
    const here = { place, ordinal: total };
    if (back) {
      edge = here;
      if (place <= from) next = here;
    } else {
      edge ??= here;
      if (place >= from) next ??= here;
    }
  }
  // Round the end only once it is known that nothing stands before it.
  if (next === null && !done) return null;
  const found = next ?? edge;
  const index = found === null ? -1 : indexAt(found.place);
  const { place, ordinal } = found ?? { place: null, ordinal: 0 };
  return { place, ordinal, index, total, elsewhere: all - total, done };
}
