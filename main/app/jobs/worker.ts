import { assertNever } from "../../../preload/assert-never.ts";
import { AppError, toAppError } from "../../common/errors.ts";
import type { ParentPort } from "../../common/host/parent-port.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { speak } from "../../common/text.ts";
import { createBackup } from "../../features/backup/create-backup.ts";
import { stageBackup } from "../../features/backup/stage-backup.ts";
import { historyJobs } from "../../features/history/jobs.ts";
import { applyToAll } from "../../features/importing/review/bulk/apply-to-all.ts";
import { turnBulk } from "../../features/importing/review/bulk/turn-bulk.ts";
import { exportInvalid } from "../../features/importing/review/export-invalid.ts";
import { sendStaged } from "../../features/importing/sending/send-staged.ts";
import { createQueue } from "../../features/queue/queue.ts";
import { undoJobs } from "../../features/rollback/jobs.ts";
import { tellEarlier } from "../../pipeline/staging/earlier/tell-earlier.ts";
import { renewCheck } from "../../pipeline/staging/renewal/renew.ts";
import { stageList } from "../../pipeline/staging/stage.ts";
import { databaseError, openDatabase } from "../../records/database/open.ts";
import { reliesOn, writeCheckedFor } from "../../records/drafts/checked-for.ts";
import type { StageHooks, StagingResult } from "../../records/drafts/staging-types.ts";
import { createVault, type Vault } from "../../records/vault/vault.ts";
import { type FromWorker, isToWorker, type JobMessage, type Jobs } from "./worker-protocol.ts";

/** Progress goes out at most this often. */
const PROGRESS_MS = 100;

/** The worker's side of the channel: takes one job, answers once; the parent ends the process. */
export function serveJobs(port: ParentPort): void {
  const post = (message: FromWorker): void => port.post(message);
  const running = new Map<number, AbortController>();

  async function run(job: JobMessage): Promise<void> {
    const { seq } = job;
    speak(job.language);
    const control = new AbortController();
    running.set(seq, control);
    post({ kind: "started", seq });
    try {
      const onProgress = throttled((rows) => post({ kind: "progress", seq, rows }));
      post({ kind: "result", seq, value: await perform(job, control.signal, onProgress) });
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

/** The database is closed before the result is told: nothing of it is in the air then. */
async function perform(
  job: JobMessage,
  signal: AbortSignal,
  onProgress: (rows: number) => void,
): Promise<Jobs[typeof job.name]["result"]> {
  const db = openDatabase(job.access.dataDir);
  try {
    const vault = createVault(job.access.key);
    switch (job.name) {
      case "stage":
        return await stage(db, vault, job.input, { signal, onProgress });
      case "apply-to-all":
        return await applyToAll(db, vault, job.input);
      case "turn-bulk":
        return await turnBulk(db, vault, job.input);
      case "tell-earlier":
        return await tellEarlier(db, vault, job.input);
      case "renew-check": {
        const { rows, sent, meant } = renewCheck(db, vault, job.input);
        return { differs: rows > 0 || sent.length > 0 || meant !== null };
      }
      case "send":
        return sendStaged(db, vault, job.input, { onProgress });
      case "send-mended":
        createQueue(db, vault).resolve(job.input.batchId, "resend");
        return null;
      case "export-invalid":
        await exportInvalid(db, vault, job.input);
        return null;
      case "create-backup":
        await createBackup(db, vault, job.input.path, job.input);
        return null;
      case "stage-backup":
        return stageBackup(job.input.path, job.access.dataDir, job.input.owner);
      case "undo-plan":
        return undoJobs[job.name](db, vault, job.input);
      case "undo-prepare":
        return undoJobs[job.name](db, vault, job.input);
      case "undo-export":
        return await undoJobs[job.name](db, vault, job.input);
      case "history-compare":
        return await historyJobs[job.name](db, vault, job.input);
      case "history-compared-rows":
        return await historyJobs[job.name](db, vault, job.input);
      case "history-forget":
        return await historyJobs[job.name](db, vault, job.input);
      case "history-export-list":
        return await historyJobs[job.name](db, vault, job.input);
      default:
        return assertNever(job);
    }
  } finally {
    db.close();
  }
}

/** Checks the list, then compares it with what was sent before: one result for both. */
async function stage(
  db: Database,
  vault: Vault,
  { server, ...request }: Jobs["stage"]["input"],
  hooks: StageHooks,
): Promise<StagingResult> {
  const { connectionId } = request.options;
  // Taken first: what is sent while the list is read was not compared.
  const relied = reliesOn(db, connectionId);
  const result = await stageList(db, vault, request, hooks);
  const { stagingId } = result;
  if (relied !== null) writeCheckedFor(db, stagingId, relied);
  if (server !== null && connectionId !== null) {
    const about = { stagingId, path: request.path, connectionId, server };
    await tellEarlier(db, vault, { ...about, trialId: trialOf(db, request.draftId) });
  }
  return result;
}

function trialOf(db: Database, draftId: number | null): number | null {
  const find = db.prepare("SELECT trial_import_id FROM drafts WHERE id = ?").pluck();
  return (find.get(draftId) as number | null | undefined) ?? null;
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
