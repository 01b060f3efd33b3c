import { dirname } from "node:path";
import type { JobWork } from "../../records/jobs.ts";
import { type BackupOptions, createBackup } from "./create-backup.ts";
import { type StagedBackup, stageBackup } from "./stage-backup.ts";

/** What a process of its own does for backups. */
export interface BackupJobs {
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

export const backupJobs: JobWork<BackupJobs> = {
  async "create-backup"(db, vault, { path, ...options }) {
    await createBackup(db, vault, path, options);
    return null;
  },
  "stage-backup": (db, _vault, { path, owner }) => stageBackup(path, dirname(db.name), owner),
};
