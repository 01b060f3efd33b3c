import type { ErrorData } from "../../../preload/errors.ts";
import type { Language } from "../../../preload/messages/index.ts";
import type { BackupOptions } from "../../features/backup/create-backup.ts";
import type { StagedBackup } from "../../features/backup/stage-backup.ts";
import type { HistoryJobTypes } from "../../features/history/jobs.ts";
import type { BulkRequest, BulkTurn } from "../../features/importing/review/bulk/bulk-types.ts";
import type { SendRequest } from "../../features/importing/sending/send-staged.ts";
import type { UndoJobTypes } from "../../features/rollback/jobs.ts";
import type { EarlierRequest } from "../../pipeline/staging/earlier/tell-earlier.ts";
import type { CheckOfList } from "../../pipeline/staging/renewal/renew.ts";
import type { Server } from "../../records/connections/server.ts";
import type { StageRequest, StagingResult } from "../../records/drafts/staging-types.ts";

/** Heavy work on a list, done in a process of its own; inputs and results are plain data. */
export interface Jobs extends UndoJobTypes, HistoryJobTypes {
  /** Reads, maps and checks a whole list. */
  readonly stage: {
    /** server: what was sent there before is told with the result; null for none. */
    readonly input: StageRequest & { readonly server: Server | null };
    readonly result: StagingResult;
  };
  readonly "apply-to-all": {
    readonly input: BulkRequest & { readonly draftId: number };
    readonly result: { readonly changed: number };
  };
  readonly "turn-bulk": { readonly input: BulkTurn; readonly result: null };
  readonly "tell-earlier": { readonly input: EarlierRequest; readonly result: null };
  /** Brings a check to what holds now. */
  readonly "renew-check": {
    readonly input: CheckOfList;
    readonly result: { readonly differs: boolean };
  };
  /** Puts the rows to be sent into the queue. */
  readonly send: { readonly input: SendRequest; readonly result: { readonly importId: number } };
  /** Sends a corrected batch again. */
  readonly "send-mended": { readonly input: { readonly batchId: number }; readonly result: null };
  /** Writes the rows with errors to a workbook at `path`. */
  readonly "export-invalid": {
    readonly input: { readonly stagingId: number; readonly path: string } & Pick<
      StageRequest,
      "columns" | "mapping"
    >;
    readonly result: null;
  };
  /** Writes the data folder to one file at `path`. */
  readonly "create-backup": {
    readonly input: BackupOptions & { readonly path: string };
    readonly result: null;
  };
  /** Copies a backup into the data folder and checks it as a whole. */
  readonly "stage-backup": {
    /** @param owner the process that goes on with it */
    readonly input: { readonly path: string; readonly owner: number };
    readonly result: StagedBackup;
  };
}

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
    /** Of messages and exports. */
    readonly language: Language;
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
