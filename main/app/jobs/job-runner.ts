import { setTimeout as pause } from "node:timers/promises";
import { AppError, fromErrorData } from "../../common/errors.ts";
import type { Host, WorkerProcess } from "../../common/host/host.ts";
import { currentFormats, currentLanguage } from "../../common/text.ts";
import type { JobHooks, JobRunner } from "../../records/jobs.ts";
import { createTurns } from "./job-turns.ts";
import {
  type FromWorker,
  isFromWorker,
  type JobMessage,
  type JobName,
  type Jobs,
  type WorkerAccess,
} from "./worker-protocol.ts";

/** A new process that has not said "started" by then never will. */
const START_LIMIT_MS = 60_000;
/** Reading tells its progress every chunk; other formats than .xlsx may be silent for long. */
const SILENCE_LIMIT_MS = 10 * 60_000;
/** How long a cancelled worker may clear up before it is killed (the sweep then clears up). */
const CANCEL_LIMIT_MS = 3_000;
/** A killed process is gone in a moment, unless the system itself cannot let go of it. */
const GONE_LIMIT_MS = 5_000;
/** Rows in work need far less; a list that needs more is refused instead of the computer. */
const MAX_MEMORY_MB = 1_024;

let lastSeq = 0;

/** Nobody waits long for a check; whatever else a person asks for never stands behind one. */
const checkTurns = createTurns();
const otherTurns = createTurns();
const CHECKS: ReadonlySet<JobName> = new Set<JobName>(["stage", "tell-earlier"]);

/**
 * Runs each job in a process of its own, which ends with it; as many at once as there are cores to
 * spare, the others after them.
 */
export function createJobRunner(host: Pick<Host, "fork">, access: WorkerAccess): JobRunner<Jobs> {
  return {
    async run(name, input, hooks = {}) {
      const endTurn = await (CHECKS.has(name) ? checkTurns : otherTurns).take(hooks.signal);
      let worker: WorkerProcess;
      try {
        worker = host.fork("staging", { maxMemoryMb: MAX_MEMORY_MB });
      } catch (error) {
        endTurn();
        throw error;
      }
      worker.onExit(endTurn);
      return await runIn(worker, access, name, input, hooks);
    },
  };
}

function runIn<N extends JobName>(
  worker: WorkerProcess,
  access: WorkerAccess,
  name: N,
  input: Jobs[N]["input"],
  hooks: JobHooks,
): Promise<Jobs[N]["result"]> {
  lastSeq += 1;
  const seq = lastSeq;
  return new Promise((resolve, reject) => {
    let timer = setTimeout(silent, START_LIMIT_MS);
    let settled = false;
    const gone = new Promise<void>((tell) => worker.onExit(() => tell()));

    /** Once: whatever comes first of an end, a crash, a cancel and a time limit. */
    function settle(finish: () => void): void {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      hooks.signal?.removeEventListener("abort", cancel);
      worker.kill();
      finish();
    }
    function fail(error: AppError): void {
      settle(() => {
        const limit = pause(GONE_LIMIT_MS, undefined, { ref: false });
        void Promise.race([gone, limit]).then(() => reject(error));
      });
    }
    function restartTimer(action: () => void, ms: number): void {
      clearTimeout(timer);
      timer = setTimeout(action, ms);
    }
    function silent(): void {
      fail(new AppError("worker-silent", { retry: true }));
    }
    function cancel(): void {
      worker.post({ kind: "cancel", seq });
      restartTimer(() => fail(new AppError("cancelled")), CANCEL_LIMIT_MS);
    }
    function take(message: FromWorker): void {
      if (message.seq !== seq || settled) return;
      switch (message.kind) {
        case "started":
          if (hooks.signal?.aborted !== true) restartTimer(silent, SILENCE_LIMIT_MS);
          return;
        case "progress":
          if (hooks.signal?.aborted === true) return;
          restartTimer(silent, SILENCE_LIMIT_MS);
          hooks.onProgress?.(message.rows);
          return;
        case "result":
          settle(() => resolve(message.value as Jobs[N]["result"]));
          return;
        case "failed":
          fail(fromErrorData(message.error));
          return;
      }
    }

    worker.onMessage((message) => {
      if (isFromWorker(message)) take(message);
    });
    worker.onExit((code) => {
      const detail = code === null ? "ended by a signal" : `ended with status ${code}`;
      fail(
        hooks.signal?.aborted === true
          ? new AppError("cancelled")
          : new AppError("worker-ended", { retry: true, detail: `${name}: ${detail}` }),
      );
    });
    const spoken = { language: currentLanguage(), formats: currentFormats() };
    const job = { kind: "job", seq, name, access, ...spoken, input } as JobMessage;
    worker.post(job);
    hooks.signal?.addEventListener("abort", cancel, { once: true });
    if (hooks.signal?.aborted === true) cancel();
  });
}
