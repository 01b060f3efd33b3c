import type { FieldName } from "../../../../../preload/fields.ts";
import type { CheckedWith } from "../checked-with.ts";

/** Values that are just `from`, or with `part` wherever it stands in them, become `to`. */
export interface Replacement {
  readonly kind: "replace";
  readonly from: string;
  readonly to: string;
  readonly part?: boolean | undefined;
}

/** What is done to every row that has a problem. */
export type BulkHow = Replacement | { readonly kind: "empty" } | { readonly kind: "leave-out" };

/** One problem of a checked list, to be corrected in all rows that have it; plain data. */
export interface BulkRequest {
  readonly stagingId: number;
  readonly code: string;
  readonly field: FieldName | null;
  readonly how: BulkHow;
  readonly checked: CheckedWith;
}

/** A bulk correction that was made, to be taken back or done again. */
export interface BulkTurn {
  readonly bulkId: number;
  readonly direction: "undo" | "redo";
  readonly checked: CheckedWith;
}

/** Values put into single cells of one field. */
export interface PutCells {
  readonly kind: "cells";
  readonly values: readonly (readonly [index: number, value: string])[];
}

/** Single cells to be corrected as one change; plain data. */
export interface CellsRequest {
  readonly draftId: number;
  readonly stagingId: number;
  readonly cells: readonly {
    readonly index: number;
    readonly field: FieldName;
    readonly value: string;
  }[];
  readonly kind: "paste" | "fill" | "empty";
  readonly checked: CheckedWith;
}

/** What a bulk correction did, to which problem ("" where it was none). */
export interface BulkDone extends Pick<BulkRequest, "code" | "field"> {
  readonly how: BulkHow | PutCells;
}

/** A row that a bulk correction changed, and the correction its cell had before; null for none. */
export type ChangedRow = readonly [index: number, before: string | null];
