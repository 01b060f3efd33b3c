import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { CheckedBackup, KeptData, RestoredBackup, SavedFile } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { keptPath, listKept, removeKept } from "../../records/files/kept-data.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";
import { whoSends } from "../../records/imports/lease.ts";
import type { JobRunner } from "../../records/jobs.ts";
import { readContents } from "./contents.ts";
import type { BackupOptions } from "./create-backup.ts";
import type { BackupJobs } from "./jobs.ts";
import { adopt, opensHere } from "./restore-backup.ts";
import type { BackupSeal } from "./seal.ts";
import { stagedPath } from "./stage-backup.ts";

export type BackupSource = { readonly fileId: string } | { readonly kept: string };

/** Backups for the window: made, checked, restored; and the data that restores have put aside. */
export interface Backups {
  create(options: BackupOptions): Promise<SavedFile>;
  /** @throws AppError not-found | backup-damaged | database-newer | disk-full */
  check(source: BackupSource): Promise<CheckedBackup>;
  /** Of the backup that was checked last. @throws AppError backup-passphrase | backup-in-use */
  restore(passphrase: string | null): Promise<RestoredBackup>;
  kept(): readonly KeptData[];
  removeKept(name: string): void;
}

/**
 * How far a restore has come. It lives as long as the program: where the data could not be replaced,
 * it is opened again, and the backup that was checked can be restored once more.
 */
export interface RestoreState {
  checked: boolean;
  /** The seal of the backup that was checked. */
  seal: BackupSeal | null;
  /** Done once: afterwards the backup is this computer's. */
  adopted: Omit<RestoredBackup, "kept"> | null;
}

export const NOT_CHECKED: Readonly<RestoreState> = { checked: false, seal: null, adopted: null };

/** Closes everything, puts the staged database in its place, opens everything again. */
export type Replace = () => Promise<string | null>;

export function createBackups(parts: {
  readonly db: Database;
  readonly host: Host;
  readonly dataDir: string;
  readonly pathOf: (fileId: string) => string;
  readonly jobs: JobRunner<BackupJobs>;
  readonly replace: Replace;
  readonly state: RestoreState;
}): Backups {
  const { db, host, dataDir, pathOf, jobs, replace, state } = parts;

  return {
    async create(options) {
      const path = outgoingPath(dataDir, "backup");
      await jobs.run("create-backup", { ...options, path });
      const day = new Date().toISOString().slice(0, 10);
      return await host.saveFile(path, `loyalty-importer-${day}.backup`);
    },
    async check(source) {
      const kept = "kept" in source ? source.kept : null;
      const path = "kept" in source ? keptPath(dataDir, source.kept) : pathOf(source.fileId);
      Object.assign(state, NOT_CHECKED);
      const { seal, ...staged } = await jobs.run("stage-backup", { path, owner: process.pid });
      const opens = await opensHere(dataDir, host.secrets, seal);
      Object.assign(state, { checked: true, seal });
      const putAside = listKept(dataDir).find(({ name }) => name === kept);
      return {
        ...staged,
        fileName: basename(path),
        takenAt: putAside?.at ?? staged.takenAt,
        opens,
        now: readContents(db),
      };
    },
    async restore(passphrase) {
      if (!state.checked || !existsSync(stagedPath(dataDir)))
        throw new AppError("not-found", { params: { what: "file" } });
      if (whoSends(db, Date.now()) === "elsewhere") throw new AppError("backup-in-use");
      state.adopted ??= await adopt(dataDir, {
        ...{ secrets: host.secrets, passphrase },
        seal: state.seal,
      });
      const restored = { ...state.adopted, kept: await replace() };
      Object.assign(state, NOT_CHECKED);
      return restored;
    },
    kept: () => listKept(dataDir),
    removeKept: (name) => removeKept(dataDir, name),
  };
}
