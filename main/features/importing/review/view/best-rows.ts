/** Keeps the first so many rows of an order out of all that come by, without sorting the others. */
export interface BestRows {
  add(index: number): void;
  /** In order. */
  rows(): Int32Array<ArrayBuffer>;
}

/** @param compare a total order */
export function createBestRows(most: number, compare: (a: number, b: number) => number): BestRows {
  let kept: number[] = [];
  /** The last of those that are kept, once there are enough. */
  let last: number | undefined;

  function tidy(): void {
    kept.sort(compare);
    kept = kept.slice(0, most);
    last = kept.length < most ? undefined : kept.at(-1);
  }

  return {
    add(index) {
      if (last !== undefined && compare(index, last) >= 0) return;
      kept.push(index);
      if (kept.length >= 2 * most) tidy();
    },
    rows() {
      tidy();
      return Int32Array.from(kept);
    },
  };
}
