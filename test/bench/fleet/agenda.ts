/** What is to happen when, on a clock that nobody waits for: a heap by time. */
export interface Agenda {
  add(at: number, action: (now: number) => void): void;
  /** Takes what is next, until nothing is left or the time is over. */
  run(until: number): void;
}

interface Entry {
  readonly at: number;
  readonly action: (now: number) => void;
}

export function createAgenda(): Agenda {
  const heap: Entry[] = [];

  function swap(a: number, b: number): void {
    const kept = heap[a] as Entry;
    heap[a] = heap[b] as Entry;
    heap[b] = kept;
  }

  const at = (index: number) => heap[index]?.at ?? Number.POSITIVE_INFINITY;

  function sink(): void {
    for (let index = 0; ; ) {
      const left = 2 * index + 1;
      const least = at(left) <= at(left + 1) ? left : left + 1;
      if (at(least) >= at(index)) return;
      swap(index, least);
      index = least;
    }
  }

  return {
    add(time, action) {
      heap.push({ at: time, action });
      for (let index = heap.length - 1; index > 0; ) {
        const parent = (index - 1) >> 1;
        if (at(parent) <= at(index)) return;
        swap(parent, index);
        index = parent;
      }
    },
    run(until) {
      for (;;) {
        const [next] = heap;
        if (next === undefined || next.at > until) return;
        const last = heap.pop() as Entry;
        if (heap.length > 0) {
          heap[0] = last;
          sink();
        }
        next.action(next.at);
      }
    },
  };
}
