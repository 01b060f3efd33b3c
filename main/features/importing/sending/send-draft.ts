import type { Connection, Draft } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Host } from "../../../common/host/host.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { serverOf } from "../../../records/connections/server.ts";
import type { DraftStore, StoredDraft } from "../../../records/drafts/draft-store.ts";
import type { Staging } from "../../../records/drafts/stagings.ts";
import { importOfDraft } from "../../../records/imports/creating/import-of-list.ts";
import type { JobRunner } from "../../../records/jobs.ts";
import type { ImportingJobs } from "../jobs/importing-jobs.ts";
import { sentColumns } from "../mappings/sent-columns.ts";
import { requireDraft } from "../require-draft.ts";
import type { ConfirmedSums, SendRequest } from "./send-request.ts";

export interface SendParts {
  readonly db: Database;
  readonly host: Pick<Host, "emit">;
  readonly jobs: JobRunner<ImportingJobs>;
  readonly store: DraftStore;
  /** Clears away what a process has left. */
  readonly cleanUp: (crashed: boolean) => void;
  readonly connection: (draft: StoredDraft) => Connection | undefined;
  readonly view: (draft: StoredDraft) => Promise<Draft>;
  readonly checked: (draftId: number) => {
    readonly draft: StoredDraft;
    readonly staging: Staging;
  };
}

/** What a person asked for with "send". */
export interface SendChoice {
  readonly draftId: number;
  readonly confirmOverwrite: boolean;
  /** Only so many rows, and the draft stays. */
  readonly trialRows?: number | undefined;
  readonly confirmAdded?: ConfirmedSums | undefined;
}

/**
 * Puts a complete and checked draft into the queue. Sending it again answers the import that it
 * has become; a trial whose outcome is open is answered instead of another one.
 * @returns the import, and the list's path where the draft has ended with it
 * @throws AppError draft-incomplete | draft-not-checked | overwrite-not-confirmed |
 * added-not-confirmed | nothing-to-send | draft-gone | trial-not-over | disk-full | ...
 */
export async function sendDraft(
  parts: SendParts,
  choice: SendChoice,
): Promise<{ readonly importId: number; readonly path: string | null }> {
  const { db, host, jobs, store } = parts;
  const { draftId, trialRows } = choice;
  const sent = importOfDraft(db, draftId);
  if (sent !== null) return { importId: sent, path: null };
  const before = (await parts.view(store.get(draftId))).trial;
  if (!before.over) {
    if (trialRows === undefined || before.importId === null) throw new AppError("trial-not-over");
    return { importId: before.importId, path: null };
  }
  const request = await sendRequest(parts, choice);
  const path = trialRows === undefined ? store.get(draftId).path : null;
  try {
    const { importId } = await jobs.run("send", request);
    host.emit({ kind: "undo" });
    return { importId, path };
  } catch (error) {
    // The process may have ended between the commit and its word.
    parts.cleanUp(true);
    const importId =
      trialRows === undefined
        ? importOfDraft(db, draftId)
        : newTrial(store.get(draftId), before.importId);
    if (importId === null) throw error;
    return { importId, path };
  }
}

function newTrial({ trial }: StoredDraft, before: number | null): number | null {
  return trial === null || trial.importId === before ? null : trial.importId;
}

async function sendRequest(
  parts: SendParts,
  { draftId, confirmOverwrite, trialRows, confirmAdded }: SendChoice,
): Promise<SendRequest> {
  const draft = parts.store.get(draftId);
  const { missing, check } = await parts.view(draft);
  requireDraft(missing, ["file", "columns", "options"]);
  const { staging } = parts.checked(draftId);
  if (check.kind !== "done" || check.counts.toSend === 0) throw new AppError("nothing-to-send");
  if (draft.options.duplicates === "yes" && !confirmOverwrite) {
    throw new AppError("overwrite-not-confirmed");
  }
  const connection = parts.connection(draft);
  if (connection === undefined) {
    throw new AppError("not-found", { params: { what: "connection" } });
  }
  const { reading, mapping, options, fileName } = draft;
  const { id, name, settings } = connection;
  return {
    draftId,
    stagingId: staging.id,
    columns: reading.columns,
    trialRows: trialRows ?? null,
    confirmed: confirmAdded ?? { before: "0", inList: "0" },
    trial: draft.trial,
    spec: {
      fileName,
      sheet: reading.sheet,
      headerRow: reading.headerRow,
      columns: sentColumns(parts.db, reading.columns, mapping, connection),
      mapping,
      options,
      output: settings.output,
      connection: { id, name, ...serverOf(connection), settings },
      ...(draft.restores === null ? {} : { undoesImportId: draft.restores }),
    },
  };
}
