import { Worker, type WorkerOptions } from "node:worker_threads";
import { type Entry, entryPath } from "./entries.ts";

/** A thread of ours, which says when its modules are loaded. */
export interface OwnThread {
  readonly worker: Worker;
  /** Ends it as soon as that may be done. */
  end(): Promise<void>;
}

/**
 * Starts a thread. V8 ends the whole program where a thread is ended while it loads its modules
 * ("Check failed: (location_) != nullptr"): until it has said that they are there it is let be, and the
 * program with it.
 * @param saysLoaded whether a message says that all is loaded; else the first one does
 */
export function startOwnThread(
  entry: Entry,
  options: WorkerOptions,
  saysLoaded: (message: unknown) => boolean = () => true,
): OwnThread {
  const worker = new Worker(entryPath(entry), options);
  let isLoaded = false;
  const { promise: loaded, resolve } = Promise.withResolvers<void>();
  const settle = () => {
    isLoaded = true;
    resolve();
  };
  const hear = (message: unknown): void => {
    if (!saysLoaded(message)) return;
    worker.off("message", hear);
    settle();
  };
  worker.on("message", hear);
  for (const event of ["error", "exit"]) worker.once(event, settle);
  return {
    worker,
    async end() {
      if (!isLoaded) worker.ref();
      await loaded;
      await worker.terminate();
    },
  };
}
