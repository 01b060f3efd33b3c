import { setImmediate as nextTurn } from "node:timers/promises";

/** Collects what comes at about the same time. */
export interface Together<T> {
  /** Ends when what it was given is handled. */
  add(one: T): Promise<void>;
  /** Whether something is not handled yet. */
  isPending(): boolean;
}

/**
 * Collects what comes at about the same time, so that it is written down in one commit: each commit
 * waits for the disk, and what comes while it waits would have to wait once more for each.
 * @param handle takes what has come until it is ready for it
 */
export function createTogether<T>(
  handle: (take: () => readonly T[]) => Promise<void>,
): Together<T> {
  let come: T[] = [];
  let handling: Promise<void> | null = null;
  let pending = 0;

  function take(): readonly T[] {
    const taken = come;
    come = [];
    handling = null;
    return taken;
  }

  async function begin(): Promise<void> {
    // Whatever the network has brought by now is looked at first.
    await nextTurn();
    await handle(take);
  }

  return {
    async add(one) {
      come.push(one);
      pending += 1;
      handling ??= begin();
      try {
        await handling;
      } finally {
        pending -= 1;
      }
    },
    isPending: () => pending > 0,
  };
}
