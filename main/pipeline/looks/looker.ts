import { basename } from "node:path";
import { AppError, fromErrorData } from "../../common/errors.ts";
import type { Host, WorkerProcess } from "../../common/host/host.ts";
import { currentLanguage } from "../../common/text.ts";
import type { FromLook, LookName, Looks, Rehearsal, ToLook } from "./messages.ts";

/** All that a look may take, buffers and program included. */
export const MAX_LOOK_MB = 512;
const HEAP_MB = 320;
/** An old workbook is read whole first; its own reader gives up long before. */
const MAX_LOOK_MS = 5 * 60_000;
/** A process that nobody has asked for this long ends. */
const IDLE_MS = 10 * 60_000;

/**
 * Looks at lists in a process of their own: whatever a file does to its reader, the window's host
 * answers all other calls, and lives on.
 */
export interface Looker {
  /** @throws AppError as `readFirst`; file-too-large where the process ended over it */
  look<N extends LookName>(
    name: N,
    path: string,
    choice: Looks[N]["choice"],
  ): Promise<Looks[N]["result"]>;
  /**
   * Starts the process for a look that will come, and lets it look at a sample: it takes longer to
   * start than to look, and the first look takes twice as long as the next.
   */
  warm(sample: string): void;
}

interface Helper {
  readonly worker: WorkerProcess;
  isReady: boolean;
  asked: {
    readonly name: string;
    readonly resolve: (value: Looks[LookName]["result"]) => void;
    readonly reject: (error: AppError) => void;
  } | null;
  timer: NodeJS.Timeout | undefined;
}

export function createLooker(fork: Host["fork"]): Looker {
  const helpers = new Set<Helper>();

  function end(helper: Helper, error: AppError): void {
    if (!helpers.delete(helper)) return;
    clearTimeout(helper.timer);
    helper.worker.kill();
    helper.asked?.reject(error);
  }

  function start(): Helper {
    const worker = fork("look-process", { maxMemoryMb: HEAP_MB });
    const helper: Helper = { worker, isReady: false, asked: null, timer: undefined };
    helpers.add(helper);
    worker.onMessage((message) => hear(helper, message as FromLook));
    worker.onExit((code) => {
      const params = { name: helper.asked?.name ?? "" };
      const detail = `look: ended with ${code}`;
      // What ends a process that has started is the list in it.
      const error = helper.isReady
        ? new AppError("file-too-large", { params, detail })
        : new AppError("worker-ended", { retry: true, detail });
      end(helper, error);
    });
    rest(helper);
    return helper;
  }

  function hear(helper: Helper, message: FromLook): void {
    if (message.kind === "ready") {
      helper.isReady = true;
      return;
    }
    const { asked } = helper;
    rest(helper);
    if (message.kind === "seen") asked?.resolve(message.value);
    else asked?.reject(fromErrorData(message.error));
  }

  /** Waits for the next list; one of several ends. */
  function rest(helper: Helper): void {
    helper.asked = null;
    clearTimeout(helper.timer);
    helper.worker.hold?.(false);
    const isSpare = [...helpers].some((one) => one !== helper && one.asked === null);
    const finish = (): void => end(helper, new AppError("cancelled"));
    if (isSpare) finish();
    else helper.timer = setTimeout(finish, IDLE_MS).unref();
  }

  function tooSlow(helper: Helper): void {
    const params = { name: helper.asked?.name ?? "" };
    end(helper, new AppError("file-too-slow", { params }));
  }

  return {
    look: (name, path, choice) =>
      new Promise((resolve, reject) => {
        const helper = [...helpers].find((one) => one.asked === null) ?? start();
        clearTimeout(helper.timer);
        helper.asked = {
          name: basename(path),
          // The answer to a question is of its kind.
          resolve: resolve as (value: Looks[LookName]["result"]) => void,
          reject,
        };
        helper.worker.hold?.(true);
        helper.timer = setTimeout(() => tooSlow(helper), MAX_LOOK_MS);
        helper.worker.post({ look: name, path, choice, language: currentLanguage() } as ToLook);
      }),
    warm(sample) {
      if (helpers.size > 0) return;
      const rehearsal: Rehearsal = { rehearse: sample };
      start().worker.post(rehearsal);
    },
  };
}

const lookers = new WeakMap<Host["fork"], Looker>();

/** One for all data folders of a program: what looks at lists knows nothing of them. */
export function lookerOf({ fork }: Pick<Host, "fork">): Looker {
  const known = lookers.get(fork) ?? createLooker(fork);
  lookers.set(fork, known);
  return known;
}

/** A moment after what is asked for now: the window has its first page to draw. */
const WARM_MS = 1_500;

export function warmSoon(looker: Looker, sample: string): void {
  setTimeout(() => looker.warm(sample), WARM_MS).unref();
}
