import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createJobRunner } from "../../../main/app/jobs/job-runner.ts";
import type { WorkerProcess } from "../../../main/common/host/host.ts";
import type { Database } from "../../../main/common/sqlite/database.ts";
import {
  createDrafts,
  type Drafts,
  type DraftsDeps,
} from "../../../main/features/importing/drafts.ts";
import { lookerOf } from "../../../main/pipeline/looks/looker.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { openPayload } from "../../../main/records/imports/batches/payload.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import type { AppEvent, CheckState, Connection, Draft, SavedFile } from "../../../preload/types.ts";
import { keptFork } from "../../helpers/processes/kept-fork.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const KEY = new Uint8Array(32).fill(7);

/** A data folder with a connection, as a window of the program opens it. */
export interface Workshop {
  readonly dir: string;
  readonly db: Database;
  readonly vault: Vault;
  readonly drafts: Drafts;
  readonly events: readonly AppEvent[];
  /** Processes started so far, the newest last. */
  readonly workers: readonly WorkerProcess[];
  readonly saved: readonly { readonly path: string; readonly fileName: string }[];
  /** A list in the data folder's neighbourhood; answers its path. */
  write(name: string, text: string): string;
  open(name: string, text: string): Promise<Draft>;
  /** Checks a draft to its end. */
  check(draftId: number): Promise<CheckState>;
  /** Waits for an event, or for one that was there already. */
  until(wanted: (event: AppEvent) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Opens the program's drafts on a data folder, again and again: a restart. */
export function openWorkshop(dir = tempDir(), deps: Partial<DraftsDeps> = {}): Workshop {
  const db = openDatabase(join(dir, "data"));
  const vault = createVault(KEY);
  const events: AppEvent[] = [];
  const waiting = new Set<() => void>();
  const workers: WorkerProcess[] = [];
  const saved: { path: string; fileName: string }[] = [];
  const fork: typeof keptFork = (entry, options) => {
    const worker = keptFork(entry, options);
    workers.push(worker);
    return worker;
  };
  const drafts = createDrafts({
    db,
    vault,
    jobs: createJobRunner({ fork }, { dataDir: dirname(db.name), key: KEY }),
    looker: lookerOf({ fork: keptFork }),
    undoLog: createUndoLog(db, vault),
    connections: { list: () => connections(db) },
    host: {
      emit(event) {
        events.push(event);
        for (const look of waiting) look();
      },
      fork,
      saveFile(path, fileName): Promise<SavedFile> {
        saved.push({ path, fileName });
        return Promise.resolve({ fileName, saved: true, downloadPath: null });
      },
    },
    ...deps,
  });
  ensureConnection(db);
  let open = true;

  async function until(wanted: (event: AppEvent) => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (events.some(wanted)) resolve();
    };
    waiting.add(look);
    look();
    await promise;
    waiting.delete(look);
  }

  async function close(): Promise<void> {
    if (!open) return;
    open = false;
    await drafts.close();
    db.close();
  }
  onTestFinished(close);

  const write = (name: string, text: string) => {
    const path = join(dir, name);
    writeFileSync(path, text);
    return path;
  };

  return {
    dir,
    db,
    vault,
    drafts,
    events,
    workers,
    saved,
    write,
    until,
    close,
    open: (name, text) => drafts.create({ fileId: drafts.registerFile(write(name, text)) }),
    async check(draftId) {
      const before = events.length;
      const started = await drafts.check({ draftId });
      if (started.kind === "running") {
        await until(
          (event) =>
            event.kind === "draft" &&
            event.draftId === draftId &&
            event.check.kind !== "running" &&
            events.indexOf(event) >= before,
        );
      }
      return (await drafts.get({ draftId })).check;
    },
  };
}

function ensureConnection(db: Database): void {
  const settings = JSON.stringify({ ...DEFAULT_CONNECTION_SETTINGS, campaigns: ["1001"] });
  db.prepare(
    `INSERT INTO connections (id, name, kind, url, user_id, account_id, settings, created_at,
       updated_at)
     VALUES (1, 'Great Widgets', 'api', 'https://api.example', 'u', 'a', ?, 0, 0)
     ON CONFLICT DO NOTHING`,
  ).run(settings);
}

function connections(db: Database): readonly Connection[] {
  return db
    .prepare("SELECT id, name, settings FROM connections")
    .all()
    .map((row) => {
      const { id, name, settings } = row as { id: number; name: string; settings: string };
      return {
        id,
        name,
        kind: "api",
        url: "https://api.example",
        userId: "u",
        accountId: "a",
        hasKey: true,
        settings: JSON.parse(settings),
        hold: null,
      };
    });
}

/** A list with codes and e-mails; `cellsOf` changes the cells of single rows (from 1). */
export function csv(rows: number, cellsOf: (row: number) => readonly string[] | null = () => null) {
  const lines = ["code,first_name,email,custom_date"];
  for (let row = 1; row <= rows; row += 1) {
    const cells = cellsOf(row) ?? [`C${row}`, `Ana ${row}`, `ana${row}@example.com`, "1980-02-03"];
    lines.push(cells.join(","));
  }
  return `${lines.join("\n")}\n`;
}

/** The rows that an import sends, from its sealed batches. */
export function queuedRows(
  { db, vault }: Pick<Workshop, "db" | "vault">,
  importId: number,
): readonly { readonly row: number; readonly values: readonly string[] }[] {
  const sealed = db
    .prepare(
      `SELECT sealed_rows FROM batches JOIN batch_rows ON batch_id = batches.id
       WHERE import_id = ? ORDER BY position`,
    )
    .pluck()
    .all(importId) as Buffer[];
  return sealed.flatMap((each) => openPayload(vault, each).rows);
}
