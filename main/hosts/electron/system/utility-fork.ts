import { app, utilityProcess } from "electron";
import { type Entry, entryPath } from "../../../common/host/entries.ts";
import { isFault, noteFault } from "../../../common/host/faults.ts";
import type { WorkerProcess } from "../../../common/host/host.ts";
import { createRelay, isOfRelay } from "../../../common/host/relay.ts";
import { smallEnvironment } from "../../../common/host/small-environment.ts";

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
    ...(entry === "sheetjs-process" || entry === "look-process" ? { env: smallEnvironment() } : {}),
  });
  const relay = createRelay(utilityFork, (message) => child.postMessage(message));
  let told = false;
  const note = (detail: string) => {
    if (!told) noteFault(entry, detail);
    told = true;
  };
  child.on("message", (message: unknown) => {
    if (isFault(message)) note(message.fault);
    else relay.take(message);
  });
  // Without anybody who hears it, it would end the whole program. The report quotes memory.
  child.on("error", (type, location) => note(`${type} at ${location}`));
  /** Before it has been launched Electron lets a kill pass. */
  function kill(): void {
    told = true;
    if (!child.kill()) child.once("spawn", () => child.kill());
  }
  const watch = setInterval(() => {
    const metric = app.getAppMetrics().find((each) => each.pid === child.pid);
    const usedMb = (metric?.memory.workingSetSize ?? 0) / 1024;
    if (usedMb > options.maxMemoryMb + BESIDE_THE_HEAP_MB) {
      note("out of memory");
      kill();
    }
  }, LOOK_EVERY_MS);
  let ended: { readonly code: number | null } | null = null;
  child.once("exit", (code) => {
    clearInterval(watch);
    if (code !== 0) note(`exit code ${code}`);
    relay.end();
    ended = { code };
  });

  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) =>
      void child.on("message", (message: unknown) => {
        if (!isOfRelay(message) && !isFault(message)) listener(message);
      }),
    onExit(listener) {
      if (ended === null) child.once("exit", (code) => listener(code));
      else queueMicrotask(() => listener(ended?.code ?? null));
    },
    kill,
  };
}
