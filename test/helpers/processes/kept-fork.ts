import type { Host, WorkerProcess } from "../../../main/common/host/host.ts";
import { nodeFork } from "../../../main/hosts/node/node-fork.ts";

/** A process of jobs that lives on from job to job, with whoever has it now. */
interface Kept {
  readonly worker: WorkerProcess;
  /** What it was started with: its memory and environment are the same for its whole life. */
  readonly startedWith: string;
  holder: Holder | null;
}

interface Holder {
  hear(message: unknown): void;
  end(code: number | null): void;
}

const idle: Kept[] = [];

/**
 * Starts processes as `nodeFork` does; one that has done its job waits for the next, as to start it
 * takes longer than most jobs of tests. What is ended before its job is done is gone. That the
 * program starts one for each job is told by tests that start the program itself.
 */
export const keptFork: Host["fork"] = (entry, options) => {
  if (entry !== "staging") return nodeFork(entry, options);
  const startedWith = JSON.stringify([options, process.env]);
  const at = idle.findIndex((one) => one.startedWith === startedWith);
  const kept = idle.splice(at, at < 0 ? 0 : 1)[0] ?? start(nodeFork(entry, options), startedWith);
  return lend(kept);
};

function start(worker: WorkerProcess, startedWith: string): Kept {
  const kept: Kept = { worker, startedWith, holder: null };
  worker.onMessage((message) => kept.holder?.hear(message));
  worker.onExit((code) => {
    if (idle.includes(kept)) idle.splice(idle.indexOf(kept), 1);
    kept.holder?.end(code);
  });
  return kept;
}

function lend(kept: Kept): WorkerProcess {
  const listeners: ((message: unknown) => void)[] = [];
  const exits: ((code: number | null) => void)[] = [];
  let isDone = false;
  let ended: { readonly code: number | null } | null = null;
  const holder: Holder = {
    hear(message) {
      isDone = (message as { readonly kind: string }).kind === "result";
      for (const listener of listeners) listener(message);
    },
    end(code) {
      if (ended !== null) return;
      ended = { code };
      for (const listener of exits) listener(code);
    },
  };
  kept.holder = holder;
  kept.worker.hold?.(true);
  return {
    post(message) {
      if (kept.holder === holder) kept.worker.post(message);
    },
    onMessage: (listener) => void listeners.push(listener),
    onExit(listener) {
      if (ended === null) exits.push(listener);
      else queueMicrotask(() => listener(ended?.code ?? null));
    },
    kill() {
      if (kept.holder !== holder || ended !== null) return;
      if (!isDone) return kept.worker.kill();
      kept.holder = null;
      kept.worker.hold?.(false);
      idle.push(kept);
      setImmediate(() => holder.end(null));
    },
    hold: (isNeeded) => kept.worker.hold?.(isNeeded),
  };
}
