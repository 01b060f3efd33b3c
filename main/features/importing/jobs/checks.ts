import { DEFAULT_CONNECTION_SETTINGS } from "../../../../preload/connection-settings.ts";
import type { CheckState, Connection, Notice } from "../../../../preload/types.ts";
import { AppError, toAppError } from "../../../common/errors.ts";
import type { Host } from "../../../common/host/host.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { withoutFormat } from "../../../pipeline/mapping/proven-dates.ts";
import { isEarlierStale } from "../../../pipeline/staging/earlier/tell-earlier.ts";
import { AMOUNT_FORMAT_ERROR } from "../../../pipeline/staging/prove-amounts.ts";
import { DATE_FORMAT_ERRORS } from "../../../pipeline/staging/prove-dates.ts";
import { notice } from "../../../pipeline/validation/messages.ts";
import { serverOf } from "../../../records/connections/server.ts";
import { isCheckCurrent, readCheckedFor, reliesOn } from "../../../records/drafts/checked-for.ts";
import type { DraftStore, StoredDraft } from "../../../records/drafts/draft-store.ts";
import { requireSame } from "../../../records/files/file-stamp.ts";
import type { JobRunner } from "../../../records/jobs.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { choiceOf, currentStaging, doneState } from "../draft-view.ts";
import type { Passwords } from "../files/passwords.ts";
import type { Review } from "../review/review.ts";
import type { ImportingJobs } from "./importing-jobs.ts";

export interface ChecksParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly host: Pick<Host, "emit">;
  readonly jobs: JobRunner<ImportingJobs>;
  readonly store: DraftStore;
  readonly review: Review;
  readonly passwords: Passwords;
  readonly connectionOf: (draft: StoredDraft) => Connection | undefined;
  /** After a worker has ended: clears away what is out of force. */
  readonly cleanUp: (crashed: boolean) => void;
}

/** Runs and remembers the checks of drafts; what is finished is kept in the database. */
export interface Checks {
  state(draft: StoredDraft): CheckState;
  isRunning(draftId: number): boolean;
  /** Starts a check, unless one runs or the list is checked already. */
  start(draft: StoredDraft): Promise<CheckState>;
  /** Ends a running check and forgets a failed one; comes back when its process is gone. */
  stop(draftId: number): Promise<void>;
  stopAll(): Promise<void>;
  /** Compares a checked list again with what was sent, where that has become another question. */
  compareAgain(draftId: number): Promise<void>;
}

interface Running {
  readonly control: AbortController;
  readonly end: Promise<void>;
  rowsRead: number;
  readonly rowsTotal: number | null;
}

export function createChecks(parts: ChecksParts): Checks {
  const { db, vault, host, jobs, store, review } = parts;
  const running = new Map<number, Running>();
  const failed = new Map<number, AppError>();

  function state(draft: StoredDraft): CheckState {
    const run = running.get(draft.id);
    if (run !== undefined) {
      return { kind: "running", rowsRead: run.rowsRead, rowsTotal: run.rowsTotal };
    }
    const error = failed.get(draft.id);
    if (error !== undefined) return { kind: "failed", error: error.toData() };
    const staging = currentStaging(db, vault, draft);
    if (staging === null) return { kind: "none" };
    return doneState(db, staging, review, parts.connectionOf(draft));
  }

  function tell(draftId: number): void {
    if (!store.ids().includes(draftId)) return;
    host.emit({ kind: "draft", draftId, check: state(store.get(draftId)) });
  }

  async function perform(draft: StoredDraft, control: AbortController): Promise<void> {
    const { id: draftId } = draft;
    try {
      const result = await jobs.run("stage", request(draft), {
        signal: control.signal,
        onProgress(rows) {
          const run = running.get(draftId);
          if (run !== undefined) run.rowsRead = rows;
          tell(draftId);
        },
      });
      // With the date format that the list proved: the signature was made of it.
      const { blocks } = store.get(draftId);
      const told = blocks.filter(({ severity }) => severity === "warning");
      store.update(draftId, { mapping: result.mapping, blocks: told });
      parts.cleanUp(false);
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code === "file-password-wrong") parts.passwords.forget(draft.path);
      if (error.code !== "cancelled") failed.set(draftId, error);
      // Another window may have removed the draft.
      if (FORMAT_ERRORS.includes(error.code) && store.ids().includes(draftId)) {
        // What was proven or kept does not hold here: the choice is open again.
        const { mapping } = store.get(draftId);
        const open = mapping.map((each) =>
          each.dateSource === undefined ? each : withoutFormat(each),
        );
        store.update(draftId, { mapping: open, blocks: [formatNotice(error)] });
      }
      parts.cleanUp(error.code.startsWith("worker-") || error.code === "cancelled");
    } finally {
      running.delete(draftId);
      tell(draftId);
    }
  }

  function request(draft: StoredDraft): ImportingJobs["stage"]["input"] {
    const connection = parts.connectionOf(draft);
    const password = parts.passwords.of(draft.path);
    const limits = connection?.settings ?? DEFAULT_CONNECTION_SETTINGS;
    return {
      draftId: draft.id,
      server: connection === undefined ? null : serverOf(connection),
      path: draft.path,
      ...(password === undefined ? {} : { password }),
      stamp: draft.stamp,
      choice: choiceOf(draft),
      columns: draft.reading.columns,
      mapping: draft.mapping,
      options: draft.options,
      batchRows: limits.batchRows,
      batchBytes: limits.batchBytes,
    };
  }

  /** A finished check, brought to what has been sent since and where its connection leads now. */
  async function renewed(draft: StoredDraft): Promise<CheckState> {
    const staging = currentStaging(db, vault, draft);
    const { options, trial } = draft;
    const now = reliesOn(db, options.connectionId);
    const isCurrent = staging === null || isCheckCurrent(readCheckedFor(db, staging.id), now);
    if (!isCurrent && now !== null && draft.restores === null) {
      const about = { stagingId: staging.id, options, trialId: trial?.importId ?? null };
      const { differs } = await jobs.run("renew-check", about);
      if (differs) {
        review.forget(staging.id);
        tell(draft.id);
      }
    }
    return state(draft);
  }

  async function stop(draftId: number): Promise<void> {
    failed.delete(draftId);
    const run = running.get(draftId);
    run?.control.abort();
    await run?.end;
    failed.delete(draftId);
  }

  return {
    state,
    isRunning: (draftId) => running.has(draftId),
    stop,
    async start(draft) {
      const { id } = draft;
      const before = state(draft);
      if (before.kind === "running") return before;
      if (before.kind === "done") return await renewed(draft);
      await requireSame(draft.path, draft.stamp, draft.fileName);
      if (draft.reading.encrypted === true && parts.passwords.of(draft.path) === undefined) {
        throw new AppError("file-password-needed", { params: { name: draft.fileName } });
      }
      if (!running.has(id)) {
        failed.delete(id);
        const control = new AbortController();
        const { promise: end, resolve } = Promise.withResolvers<void>();
        running.set(id, { control, end, rowsRead: 0, rowsTotal: rowsOf(draft) });
        void perform(draft, control).finally(resolve);
      }
      tell(id);
      return state(draft);
    },
    async compareAgain(draftId) {
      if (running.has(draftId) || !store.ids().includes(draftId)) return;
      const draft = store.get(draftId);
      const staging = currentStaging(db, vault, draft);
      const connection = parts.connectionOf(draft);
      if (staging === null || connection === undefined || draft.restores !== null) return;
      const server = serverOf(connection);
      if (!isEarlierStale(db, staging.id, server)) return;
      const input = {
        ...{ stagingId: staging.id, path: draft.path, server },
        ...{ connectionId: connection.id, trialId: draft.trial?.importId ?? null },
      };
      await jobs.run("tell-earlier", input);
      tell(draftId);
    },
    async stopAll() {
      await Promise.all([...running.keys()].map(stop));
    },
  };
}

/** Rows below the headers, where the look at the file could tell. */
function rowsOf(draft: StoredDraft): number | null {
  const { sheets, sheet, headerRow } = draft.reading;
  const rows = sheets.find((each) => each.name === sheet)?.rows ?? null;
  return rows === null ? null : Math.max(0, rows - headerRow);
}

const FORMAT_ERRORS: readonly string[] = [...DATE_FORMAT_ERRORS, AMOUNT_FORMAT_ERROR];

function formatNotice(error: AppError): Notice {
  const field = error.code === AMOUNT_FORMAT_ERROR ? "auto_add" : "custom_date";
  return notice(error.code, "error", field, error.params);
}
