import type { ErrorData } from "../../../preload/errors.ts";
import type { Language } from "../../../preload/languages.ts";
import type { BackupJobs } from "../../features/backup/jobs.ts";
import type { HistoryJobs } from "../../features/history/jobs.ts";
import type { ImportingJobs } from "../../features/importing/jobs/importing-jobs.ts";
import type { PrivacyJobs } from "../../features/privacy/jobs.ts";
import type { QueueJobs } from "../../features/queue/jobs.ts";
import type { UndoJobs } from "../../features/rollback/jobs.ts";

/** Every kind of heavy work that the features do in a process of its own. */
export interface Jobs
  extends BackupJobs,
    HistoryJobs,
    ImportingJobs,
    PrivacyJobs,
    QueueJobs,
    UndoJobs {}

export type JobName = keyof Jobs;

/** What a worker needs to open the data folder; goes through its private channel only. */
export interface WorkerAccess {
  readonly dataDir: string;
  readonly key: Uint8Array;
}

export type JobMessage = {
  readonly [N in JobName]: {
    readonly kind: "job";
    readonly seq: number;
    readonly name: N;
    readonly access: WorkerAccess;
    /** The language of messages and exports. */
    readonly language: Language;
    /** Whose numbers exports hold. */
    readonly formats: string;
    readonly input: Jobs[N]["input"];
  };
}[JobName];

/** To the worker. `seq` of a "cancel" is its job's. */
export type ToWorker = JobMessage | { readonly kind: "cancel"; readonly seq: number };

/** From the worker; `seq` is the job's. "result" or "failed" comes once and is the last. */
export type FromWorker =
  | { readonly kind: "started"; readonly seq: number }
  | { readonly kind: "progress"; readonly seq: number; readonly rows: number }
  | { readonly kind: "result"; readonly seq: number; readonly value: Jobs[JobName]["result"] }
  | { readonly kind: "failed"; readonly seq: number; readonly error: ErrorData };

/** Both ends are one program in one version: the shape is trusted once the kind is known. */
export function isToWorker(message: unknown): message is ToWorker {
  return hasKind(message, ["job", "cancel"]);
}

export function isFromWorker(message: unknown): message is FromWorker {
  return hasKind(message, ["started", "progress", "result", "failed"]);
}

function hasKind(message: unknown, kinds: readonly string[]): boolean {
  return (
    typeof message === "object" &&
    message !== null &&
    "seq" in message &&
    "kind" in message &&
    kinds.includes(String(message.kind))
  );
}
