import { fork } from "node:child_process";
import { type Entry, entryPath } from "../../common/host/entries.ts";
import { isFault, noteFault } from "../../common/host/faults.ts";
import type { WorkerProcess } from "../../common/host/host.ts";

/**
 * Rows live for moments: a small space for young objects takes as much time as Node's own (some
 * hundred MiB once it has grown) and a third less memory.
 */
const SMALL_YOUNG_SPACE = "--max-semi-space-size=8";

/** Starts an entry as a child of Node. Messages are structured clones: bytes stay bytes. */
export function nodeFork(entry: Entry, options: { readonly maxMemoryMb: number }): WorkerProcess {
  const child = fork(entryPath(entry), [], {
    execArgv: [`--max-old-space-size=${options.maxMemoryMb}`, SMALL_YOUNG_SPACE],
    serialization: "advanced",
    // Standard output belongs to the caller: on the command line it is the result itself.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let ended: { readonly code: number | null } | null = null;
  const exits: ((code: number | null) => void)[] = [];
  let told = false;

  function note(detail: string): void {
    if (!told) noteFault(entry, detail);
    told = true;
  }
  function end(code: number | null): void {
    if (ended !== null) return;
    ended = { code };
    for (const listener of exits) listener(code);
  }
  child.on("message", (message) => {
    if (isFault(message)) note(message.fault);
  });
  child.once("exit", (code, signal) => {
    if (code !== 0) note(signal === null ? `exit code ${code}` : signal);
    end(code);
  });
  // A failed start has no exit event; a broken channel is followed by one.
  child.on("error", () => {
    if (child.pid === undefined) end(1);
  });

  return {
    post(message) {
      // A send to a child that has just died fails in the callback; its exit event tells the rest.
      if (child.connected) child.send(message as object, () => undefined);
    },
    onMessage: (listener) =>
      void child.on("message", (message) => {
        if (!isFault(message)) listener(message);
      }),
    onExit(listener) {
      if (ended === null) exits.push(listener);
      else queueMicrotask(() => listener(ended?.code ?? null));
    },
    kill() {
      told = true;
      child.kill("SIGKILL");
    },
    hold(isNeeded) {
      for (const held of [child, child.channel]) {
        if (isNeeded) held?.ref();
        else held?.unref();
      }
    },
  };
}
