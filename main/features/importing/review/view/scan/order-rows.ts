import type { RowMask, RowOrder } from "../thread-messages.ts";
import { createBest } from "./best.ts";
import type { SortKeys } from "./sort-keys.ts";
import type { ValueColumn } from "./value-column.ts";

/** Of each value of a column: how many different ones come before it, upwards; blanks stand apart. */
export interface Ranks {
  readonly ranks: Uint32Array<ArrayBuffer>;
  /** How many ranks there are, but for that of blanks, which is the one behind. */
  readonly count: number;
}

export function ranksOf(keys: SortKeys): Ranks {
  const sorted = keys.sorted();
  const ranks = new Uint32Array(sorted.length);
  let rank = 0;
  let before: number | null = null;
  for (const id of sorted) {
    if (keys.isBlank(id)) {
      ranks[id] = rank + Number(before !== null);
      continue;
    }
    if (before !== null && keys.compare(before, id) !== 0) rank += 1;
    ranks[id] = rank;
    before = id;
  }
  return { ranks, count: before === null ? 0 : rank + 1 };
}

/** All rows in order; rows of equal values as they stand, blanks last both ways. */
export function orderRows(
  ids: Uint32Array,
  { ranks, count }: Ranks,
  descending: boolean,
): RowOrder {
  const placeOf = (rank: number) => (descending && rank < count ? count - 1 - rank : rank);
  const starts = new Uint32Array(count + 2);
  for (let row = 0; row < ids.length; row += 1) {
    const next = placeOf(ranks[ids[row] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const order = new Int32Array(ids.length);
  for (let row = 0; row < ids.length; row += 1) {
    const place = placeOf(ranks[ids[row] ?? 0] ?? 0);
    const at = starts[place] ?? 0;
    order[at] = row;
    starts[place] = at + 1;
  }
  return order;
}

/** The first of the rows that are meant, in the same order, without ordering all. */
export function firstRows(
  { ids, values }: ValueColumn,
  keys: SortKeys,
  {
    meant,
    head,
    descending,
  }: { readonly meant: RowMask; readonly head: number; readonly descending: boolean },
): RowOrder {
  /** Of each value, behind the position of the first row that has it; 0 where none that is meant has. */
  const first = new Uint32Array(values.count);
  for (let row = ids.length - 1; row >= 0; row -= 1) {
    if (meant[row] === 1) first[ids[row] ?? 0] = row + 1;
  }
  const compare = (a: number, b: number) => {
    const blanks = Number(keys.isBlank(a)) - Number(keys.isBlank(b));
    return blanks === 0 && descending ? keys.compare(b, a) : blanks || keys.compare(a, b);
  };
  // Of equal values those that come first in the list, of which as many rows are enough.
  const best = createBest(head, (a, b) => compare(a, b) || (first[a] ?? 0) - (first[b] ?? 0));
  for (let id = 0; id < first.length; id += 1) if (first[id] !== 0) best.add(id);
  const places = new Uint32Array(values.count);
  let place = 0;
  let before: number | null = null;
  for (const id of best.inOrder()) {
    if (before === null || compare(before, id) !== 0) place += 1;
    places[id] = place;
    before = id;
  }
  const rows = createBest(head, (a, b) => {
    return (places[ids[a] ?? 0] ?? 0) - (places[ids[b] ?? 0] ?? 0) || a - b;
  });
  for (let row = 0; row < ids.length; row += 1) {
    if (meant[row] === 1 && places[ids[row] ?? 0] !== 0) rows.add(row);
  }
  return Int32Array.from(rows.inOrder());
}
