import type { UndoPlan } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { TableFormat } from "../../common/tables/table.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { exportLeft } from "./export-left.ts";
import { makeRestoreDrafts } from "./make-drafts.ts";
import { planUndo } from "./plan/plan.ts";
import { prepareRestores } from "./prepare.ts";

/** What a process of its own does for undoing; plain data in and out. */
export interface UndoJobTypes {
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

export const undoJobs = {
  "undo-plan": (db: Database, vault: Vault, { importId }: { readonly importId: number }) =>
    planUndo(db, vault, importId),
  "undo-prepare": (db: Database, vault: Vault, { importId }: { readonly importId: number }) =>
    makeRestoreDrafts(db, vault, importId, prepareRestores(db, vault, importId)),
  "undo-export": async (
    db: Database,
    vault: Vault,
    input: UndoJobTypes["undo-export"]["input"],
  ) => {
    await exportLeft(db, vault, input);
    return null;
  },
} as const;
