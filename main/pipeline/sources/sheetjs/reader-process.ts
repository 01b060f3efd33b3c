import { AppError } from "../../../common/errors.ts";
import { FileFault } from "../fault.ts";
import type { FromReader, ToReader } from "./messages.ts";
import type { ForkReader } from "./sheetjs-fork.ts";

/** A process that does not come up at all. */
const START_MS = 30_000;

export interface ReaderProcess {
  /** One question at a time. @throws FileFault also where the process ends or takes too long */
  ask(question: ToReader): Promise<FromReader>;
  end(): void;
}

export interface ReaderLimits {
  readonly maxMemoryMb: number;
  /** For one answer, from when the process is ready. */
  readonly maxReadMs: number;
  readonly signal: AbortSignal | undefined;
}

type Waiting = {
  readonly resolve: (message: FromReader) => void;
  readonly reject: (error: unknown) => void;
};

export function startReader(fork: ForkReader, limits: ReaderLimits): ReaderProcess {
  const child = fork({ maxMemoryMb: limits.maxMemoryMb });
  let waiting: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failure: unknown = null;
  let ready = false;
  let unsent: ToReader | null = null;

  function fail(error: unknown): void {
    if (failure !== null) return;
    failure = error;
    clearTimeout(timer);
    limits.signal?.removeEventListener("abort", cancel);
    child.kill();
    waiting?.reject(error);
    waiting = null;
  }
  function cancel(): void {
    fail(new AppError("reading-cancelled"));
  }
  function tooSlow(): void {
    fail(new FileFault("file-too-slow", "the time for reading is over"));
  }
  function send(question: ToReader): void {
    timer = setTimeout(tooSlow, limits.maxReadMs);
    child.post(question);
  }

  timer = setTimeout(tooSlow, START_MS);
  limits.signal?.addEventListener("abort", cancel, { once: true });
  child.onMessage((raw) => {
    const message = raw as FromReader;
    clearTimeout(timer);
    if (message.kind === "ready") {
      ready = true;
      if (unsent !== null) send(unsent);
      unsent = null;
    } else if (message.kind === "failed") fail(new FileFault(message.code, message.detail));
    else {
      waiting?.resolve(message);
      waiting = null;
    }
  });
  // A process that ends by itself has run out of memory, whatever the system calls it.
  child.onExit((code) => fail(new FileFault("file-too-large", `reader ended with ${code}`)));

  return {
    ask(question) {
      if (failure !== null) return Promise.reject(failure);
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (ready) send(question);
        else unsent = question;
      });
    },
    end: () => fail(new FileFault("file-unreadable", "closed")),
  };
}
