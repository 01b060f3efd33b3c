import { rowName } from "../../../../preload/lists/list-row.ts";
import type { Mapping } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Host } from "../../../common/host/host.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { DraftStore } from "../../../records/drafts/draft-store.ts";
import { stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { LEFT_OUT } from "../../../records/drafts/status.ts";
import type { JobRunner } from "../../../records/jobs.ts";
import { forgetCorrections, type UndoLog } from "../../../records/undo-log/log.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { Checks } from "../jobs/checks.ts";
import type { ImportingJobs } from "../jobs/importing-jobs.ts";
import { checkedWith } from "./checked-with.ts";
import { type CorrectedCell, correctCell } from "./correct-cell.ts";
import { type LeftOutRows, setLeftOut } from "./leave-out-rows.ts";
import type { Review } from "./review.ts";

interface InDraft {
  readonly draftId: number;
}

interface BulkChange extends InDraft {
  readonly stagingId: number;
  readonly bulkId: number;
}

/** Rows left out or put back, as the undo log keeps them: under an older name. */
interface KeptLeftOut extends InDraft, Omit<LeftOutRows, "leftOut"> {
  readonly excluded: boolean;
}

interface MappingChange extends InDraft {
  readonly fileName: string;
  readonly before: Mapping;
  readonly after: Mapping;
}

/** Keeps what a person does to drafts, and takes it back as long as the check is the same. */
export function createDraftUndo(
  parts: {
    readonly db: Database;
    readonly vault: Vault;
    readonly review: Review;
    readonly store: DraftStore;
    readonly host: Pick<Host, "emit">;
    readonly jobs: JobRunner<ImportingJobs>;
    readonly undoLog: UndoLog | undefined;
  },
  checks: Pick<Checks, "state" | "stop">,
) {
  const { db, vault, review, store, host, undoLog } = parts;

  /** @throws AppError "undo-log-changed" where the list was checked anew since */
  function requireStaging(draftId: number, stagingId: number): void {
    if (stagingOfDraft(db, draftId)?.id !== stagingId) throw new AppError("undo-log-changed");
  }

  function tell(draftId: number): void {
    host.emit({ kind: "draft", draftId, check: checks.state(store.get(draftId)) });
  }

  const inForce = (payload: unknown) => {
    const { draftId, stagingId } = payload as InDraft & { readonly stagingId: number };
    return stagingOfDraft(db, draftId)?.id === stagingId;
  };

  undoLog?.register("cell", {
    inTransaction: false,
    isPossible: inForce,
    async apply(payload, direction) {
      const { draftId, stagingId, index, field, before, after } = payload as CorrectedCell &
        InDraft;
      requireStaging(draftId, stagingId);
      const value = direction === "undo" ? before : after;
      const checked = checkedWith(store.get(draftId));
      await correctCell({ db, vault, review }, stagingId, { index, field, value }, checked);
      tell(draftId);
    },
  });
  undoLog?.register("excluded", {
    inTransaction: false,
    isPossible: inForce,
    async apply(payload, direction) {
      const { draftId, stagingId, rows, excluded } = payload as KeptLeftOut;
      requireStaging(draftId, stagingId);
      // Errors and warnings may have changed since: only what the person chose goes back.
      const wanted = new Map(
        rows.map(([index, before]) => [
          index,
          direction === "undo" ? (before & LEFT_OUT) !== 0 : excluded,
        ]),
      );
      const checked = checkedWith(store.get(draftId));
      await setLeftOut({ db, vault, review }, stagingId, wanted, checked);
      tell(draftId);
    },
  });
  undoLog?.register("bulk", {
    inTransaction: false,
    isPossible: inForce,
    async apply(payload, direction) {
      const { draftId, stagingId, bulkId } = payload as BulkChange;
      requireStaging(draftId, stagingId);
      const checked = checkedWith(store.get(draftId));
      try {
        await parts.jobs.run("turn-bulk", { bulkId, direction, checked });
      } finally {
        review.forget(stagingId);
        tell(draftId);
      }
    },
  });
  undoLog?.register("draft-mapping", {
    inTransaction: false,
    isPossible(payload, direction) {
      const { draftId, before, after } = payload as MappingChange;
      const from = direction === "undo" ? after : before;
      const isThere = store.ids().includes(draftId);
      return isThere && fieldsOf(store.get(draftId).mapping) === fieldsOf(from);
    },
    async apply(payload, direction) {
      const { draftId, before, after } = payload as MappingChange;
      const [from, to] = direction === "undo" ? [after, before] : [before, after];
      if (fieldsOf(store.get(draftId).mapping) !== fieldsOf(from)) {
        throw new AppError("undo-log-changed");
      }
      await checks.stop(draftId);
      store.update(draftId, { mapping: to, blocks: [] });
      host.emit({ kind: "drafts" });
      tell(draftId);
    },
  });

  return {
    cell: (draftId: number) => (cell: CorrectedCell) =>
      undoLog?.record({
        label: "cell-edited",
        params: { row: rowName(cell.row, store.get(draftId).reading.sheet) },
        stagingId: cell.stagingId,
        entries: [{ kind: "cell", payload: { ...cell, draftId } }],
      }),
    leftOut: (draftId: number) => (rows: LeftOutRows) => {
      if (rows.rows.length === 0) return;
      const { leftOut, ...about } = rows;
      const payload: KeptLeftOut = { ...about, excluded: leftOut, draftId };
      undoLog?.record({
        label: leftOut ? "rows-excluded" : "rows-included",
        params: { count: rows.rows.length },
        stagingId: rows.stagingId,
        entries: [{ kind: "excluded", payload }],
      });
    },
    mapping(change: MappingChange): void {
      if (fieldsOf(change.before) === fieldsOf(change.after)) return;
      // What was corrected spoke of columns that may go elsewhere now.
      const staging = stagingOfDraft(db, change.draftId);
      if (staging !== null) forgetCorrections(db, staging.id);
      undoLog?.record({
        label: "mapping-changed",
        params: { name: change.fileName },
        entries: [{ kind: "draft-mapping", payload: change }],
      });
    },
  };
}

/** Without the confidence and the date format that a check proves. */
function fieldsOf(mapping: Mapping): string {
  return JSON.stringify(
    mapping.map(({ field, columns, fixed, transforms }) => [field, columns, fixed, transforms]),
  );
}
