import { AppError, toAppError } from "../../common/errors.ts";
import type { ParentPort } from "../../common/host/parent-port.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { speak } from "../../common/text.ts";
import { backupJobs } from "../../features/backup/jobs.ts";
import { historyJobs } from "../../features/history/jobs.ts";
import { importingJobs } from "../../features/importing/jobs/importing-jobs.ts";
import { privacyJobs } from "../../features/privacy/jobs.ts";
import { queueJobs } from "../../features/queue/jobs.ts";
import { undoJobs } from "../../features/rollback/jobs.ts";
import { recheckRestore } from "../../features/rollback/plan/recheck.ts";
import { openDatabase } from "../../records/database/open.ts";
import type { JobHooks, JobWork } from "../../records/jobs.ts";
import { createVault } from "../../records/vault/vault.ts";
import {
  type FromWorker,
  isToWorker,
  type JobMessage,
  type JobName,
  type Jobs,
} from "./worker-protocol.ts";

/** Progress goes out at most this often. */
const PROGRESS_MS = 100;

/** The worker's side of the channel: takes one job, answers once; the parent ends the process. */
export function serveJobs(port: ParentPort): void {
  const post = (message: FromWorker): void => port.post(message);
  const running = new Map<number, AbortController>();

  async function run(job: JobMessage): Promise<void> {
    const { seq } = job;
    const control = new AbortController();
    running.set(seq, control);
    await speak(job.language, job.formats);
    post({ kind: "started", seq });
    try {
      const onProgress = throttled((rows) => post({ kind: "progress", seq, rows }));
      post({
        kind: "result",
        seq,
        value: await perform(job, { signal: control.signal, onProgress }),
      });
    } catch (error) {
      const failure = control.signal.aborted
        ? new AppError("cancelled")
        : toAppError(databaseError(error));
      post({ kind: "failed", seq, error: failure.toData() });
    } finally {
      running.delete(seq);
    }
  }

  port.onMessage((message) => {
    if (!isToWorker(message)) return;
    if (message.kind === "cancel") running.get(message.seq)?.abort();
    else void run(message);
  });
}

const WORK: JobWork<Jobs> = {
  ...backupJobs,
  ...historyJobs,
  ...importingJobs({ recheckRestore }),
  ...privacyJobs,
  ...queueJobs,
  ...undoJobs,
};

/** The database is closed before the result is told: nothing of it is in the air then. */
async function perform(job: JobMessage, hooks: JobHooks): Promise<Jobs[JobName]["result"]> {
  const db = openDatabase(job.access.dataDir);
  try {
    const work = WORK[job.name] as JobWork<Record<JobName, AnyJob>>[JobName];
    return await work(db, createVault(job.access.key), job.input, hooks);
  } finally {
    db.close();
  }
}

/** The protocol's type binds a job's name to its input and its result. */
interface AnyJob {
  readonly input: JobMessage["input"];
  readonly result: Jobs[JobName]["result"];
}

function throttled(tell: (rows: number) => void): (rows: number) => void {
  let last = 0;
  return (rows) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    tell(rows);
  };
}
