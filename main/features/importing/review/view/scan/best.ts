/** Keeps the first so many of an order out of all that come by, without sorting the others. */
export interface Best {
  add(one: number): void;
  inOrder(): readonly number[];
}

/** @param compare a total order */
export function createBest(most: number, compare: (a: number, b: number) => number): Best {
  let kept: number[] = [];
  /** The last of those that are kept, once there are enough. */
  let last: number | undefined;

  function tidy(): void {
    kept.sort(compare);
    kept = kept.slice(0, most);
    last = kept.length < most ? undefined : kept.at(-1);
  }

  return {
    add(one) {
      if (last !== undefined && compare(one, last) >= 0) return;
      kept.push(one);
      if (kept.length >= 2 * most) tidy();
    },
    inOrder() {
      tidy();
      return kept;
    },
  };
}
