import { app, utilityProcess } from "electron";
import { type Entry, entryPath } from "../entries.ts";
import type { WorkerProcess } from "../host.ts";
import { createRelay, isOfRelay } from "../relay.ts";
import { smallEnvironment } from "../small-environment.ts";

const LOOK_EVERY_MS = 2000;
/** What a process of Electron holds beside its JavaScript heap. */
const BESIDE_THE_HEAP_MB = 384;

/**
 * Starts an entry as a utility process. Electron gives such a process no heap limit of its own
 * choice, so its memory is looked at and one that outgrows its limit is ended.
 */
export function utilityFork(
  entry: Entry,
  options: { readonly maxMemoryMb: number },
): WorkerProcess {
  const child = utilityProcess.fork(entryPath(entry), [], {
    serviceName: `Loyalty Importer ${entry}`,
    stdio: ["ignore", "ignore", "inherit"],
    ...(entry === "sheetjs-process" ? { env: smallEnvironment() } : {}),
  });
  const relay = createRelay(utilityFork, (message) => child.postMessage(message));
  child.on("message", (message: unknown) => relay.take(message));
  const watch = setInterval(() => {
    const metric = app.getAppMetrics().find((each) => each.pid === child.pid);
    const usedMb = (metric?.memory.workingSetSize ?? 0) / 1024;
    if (usedMb > options.maxMemoryMb + BESIDE_THE_HEAP_MB) child.kill();
  }, LOOK_EVERY_MS);
  let ended: { readonly code: number | null } | null = null;
  child.once("exit", (code) => {
    clearInterval(watch);
    relay.end();
    ended = { code };
  });

  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) =>
      void child.on("message", (message: unknown) => {
        if (!isOfRelay(message)) listener(message);
      }),
    onExit(listener) {
      if (ended === null) child.once("exit", (code) => listener(code));
      else queueMicrotask(() => listener(ended?.code ?? null));
    },
    kill: () => void child.kill(),
  };
}
