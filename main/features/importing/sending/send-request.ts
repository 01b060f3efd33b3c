import type { AddedAgain, ListColumn } from "../../../../preload/types.ts";
import type { StoredDraft } from "../../../records/drafts/draft-store.ts";
import type { ImportSpec } from "../../../records/imports/import-spec.ts";

/** Sums of `AddedAgain`. */
export type ConfirmedSums = Readonly<Record<keyof AddedAgain, string>>;

/** A draft whose rows go into the queue now; plain data. */
export interface SendRequest {
  readonly draftId: number;
  readonly stagingId: number;
  readonly spec: Omit<ImportSpec, "checked">;
  readonly columns: readonly ListColumn[];
  /** How many rows go out alone; null: all that are left, and the draft ends. */
  readonly trialRows: number | null;
  /** What the person has confirmed to be added a second time. */
  readonly confirmed: ConfirmedSums;
  /** The draft's trial when the rows were chosen. */
  readonly trial: StoredDraft["trial"];
}
