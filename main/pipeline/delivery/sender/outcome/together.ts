import { setImmediate as nextTurn } from "node:timers/promises";

/**
 * Collects what comes at about the same time, so that it is written down in one commit: each commit
 * waits for the disk, and what comes while it waits would have to wait once more for each.
 * @param handle takes what has come until it is ready for it
 * @returns ends when what it was given is handled
 */
export function createTogether<T>(
  handle: (take: () => readonly T[]) => Promise<void>,
): (one: T) => Promise<void> {
  let come: T[] = [];
  let handling: Promise<void> | null = null;

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

  return (one) => {
    come.push(one);
    handling ??= begin();
    return handling;
  };
}
