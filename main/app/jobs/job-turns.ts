import { availableParallelism } from "node:os";
import { AppError } from "../../common/errors.ts";

/** One core is left for the window and its host. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

/** Lets so many go on at once; the others wait in the order in which they came. */
export interface Turns {
  /**
   * Waits for a turn; what it answers ends it.
   * @throws AppError cancelled, where the signal is aborted first
   */
  take(signal?: AbortSignal): Promise<() => void>;
}

export function createTurns(atOnce = AT_ONCE): Turns {
  const waiting = new Set<() => void>();
  let running = 0;

  /** The turn goes on to the first in line. */
  function end(): void {
    const [first] = waiting;
    if (first === undefined) running -= 1;
    else first();
  }

  return {
    async take(signal) {
      if (running < atOnce) running += 1;
      else await standInLine(waiting, signal);
      let ended = false;
      return () => {
        if (!ended) end();
        ended = true;
      };
    },
  };
}

function standInLine(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    function leave(): void {
      waiting.delete(go);
      signal?.removeEventListener("abort", cancel);
    }
    function go(): void {
      leave();
      resolve();
    }
    function cancel(): void {
      leave();
      reject(new AppError("cancelled"));
    }
    waiting.add(go);
    signal?.addEventListener("abort", cancel, { once: true });
    if (signal?.aborted === true) cancel();
  });
}
