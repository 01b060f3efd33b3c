import type { UndoPlan } from "../../../preload/types.ts";
import type { TableFormat } from "../../common/tables/table.ts";
import type { JobWork } from "../../records/jobs.ts";
import { exportIrreversible } from "./export-irreversible.ts";
import { makeRestoreDrafts } from "./make-drafts.ts";
import { planUndo } from "./plan/plan.ts";
import { prepareRestores } from "./prepare.ts";

/** What a process of its own does for undoing. */
export interface UndoJobs {
  readonly "undo-plan": {
    readonly input: { readonly importId: number };
    readonly result: UndoPlan;
  };
  /** Makes drafts that put earlier values back; none where nothing is to be put back. */
  readonly "undo-prepare": {
    readonly input: { readonly importId: number };
    readonly result: readonly number[];
  };
  readonly "undo-export": {
    readonly input: {
      readonly importId: number;
      readonly format: TableFormat;
      readonly path: string;
    };
    readonly result: null;
  };
}

export const undoJobs: JobWork<UndoJobs> = {
  "undo-plan": (db, vault, { importId }) => planUndo(db, vault, importId),
  "undo-prepare": (db, vault, { importId }) =>
    makeRestoreDrafts(db, vault, importId, prepareRestores(db, vault, importId)),
  async "undo-export"(db, vault, input) {
    await exportIrreversible(db, vault, input);
    return null;
  },
};
