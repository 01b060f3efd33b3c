import type { FieldName } from "../fields.ts";

/** What can be undone of an import, shown before anything happens. */
export interface UndoPlan {
  readonly importId: number;
  readonly fileName: string;
  readonly startedAt: number;
  readonly connectionName: string;
  readonly address: string | null;
  readonly accountId: string;
  /** Whether anything is left to be done: from here, or in the admin pages. */
  readonly possible: boolean;
  /**
   * How what has arrived is taken back: there (in the platform's admin pages), here (an import of
   * earlier values), or either of the two but not both.
   */
  readonly way: "there" | "here" | "either" | null;
  /** Which list it takes back, and how. */
  readonly message: string;
  /** Batches that are cancelled before they go out. */
  readonly unsent: { readonly batches: number; readonly rows: number };
  /** Batches on their way right now; the plan is complete once they have arrived. */
  readonly sending: number;
  /** Undo states at the platform, to be undone in its admin pages (`undo.steps`). */
  readonly admin: {
    readonly kept: boolean;
    readonly steps: number;
    readonly done: number;
    /** The practice server's states, which this program undoes by itself (`undo.revert`). */
    readonly byProgram: boolean;
    /** What is to be known about them: texts of words.json under `undo.plan`. */
    readonly help: readonly UndoHelp[];
  };
  /** Earlier values that an import of their own puts back. */
  readonly restore: {
    readonly customers: number;
    readonly fields: readonly { readonly field: FieldName; readonly customers: number }[];
    /** Imports it takes: one per set of fields. */
    readonly imports: number;
    /** Why it cannot be sent from here, though values are known. */
    readonly blocked: "no-connection" | "moved" | "unknown-server" | null;
  };
  /** Went to the practice server, which has no admin pages. */
  readonly practice: boolean;
  /** What cannot be undone from here. */
  readonly irreversible: readonly Irreversible[];
  /** Imports made to undo this one, oldest first. */
  readonly undoneBy: readonly number[];
  /** The import that this one put earlier values back of, or null. */
  readonly undoes: number | null;
}

export type UndoHelp = "all-there" | "newest-first";

export type IrreversibleKind =
  /** Made by the import: to be removed in the admin pages. */
  | "new-customers"
  /** Made by the import or there before; nothing here tells. */
  | "maybe-new"
  | "auto-add"
  | "unknown-values"
  | "emptied"
  /** A later import sent the same values: they stay. */
  | "changed-later"
  /** Code and card number point at different customers. */
  | "unclear-customers"
  /** Rows that are not kept any more. */
  | "rows-gone";

/** The practice server has no pages to look something up in. */
export type IrreversibleText =
  | IrreversibleKind
  | "auto-add-total"
  | "new-customers-practice"
  | "maybe-new-practice"
  | "auto-add-practice"
  | "auto-add-total-practice";

export interface Irreversible {
  readonly kind: IrreversibleKind;
  /** Customers. */
  readonly count: number;
  /** What was added to all of them together; null where it is no number, or nothing was added. */
  readonly total: string | null;
  /** After how many days rows are removed. */
  readonly days: number;
  /** Which text of words.json says it, under `undo.irreversible`. */
  readonly text: IrreversibleText;
  readonly message: string;
  /** The first of them by name; all of them are in the export. */
  readonly samples: readonly { readonly row: number; readonly customer: string }[];
}

/** One undo state at the platform and how to find it in the admin pages. */
export interface UndoStep {
  readonly batchId: number;
  /** The attempt that made it; a batch that was sent more than once may have several. */
  readonly arrival: number;
  readonly at: number;
  /** Whether the batch arrived then for certain. */
  readonly sure: boolean;
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rows: number;
  readonly created: number | null;
  readonly updated: number | null;
  readonly accountId: string;
  /** What to do, in words. */
  readonly message: string;
  readonly done: { readonly by: string; readonly at: number } | null;
}

/** What has been prepared: unsent batches are cancelled, drafts wait to be reviewed and sent. */
export interface UndoStarted {
  readonly cancelled: number;
  /** Batches on their way, whose answers are waited for: asking again then undoes the rest. */
  readonly underWay: number;
  readonly draftIds: readonly number[];
}

/** What can be taken back and done again of a person's changes to local data. */
export interface UndoState {
  readonly undo: UndoableChange | null;
  readonly redo: UndoableChange | null;
}

export interface UndoableChange {
  readonly id: number;
  /** The import that the change has queued: its plan is shown before it is taken back. */
  readonly importId: number | null;
  readonly at: number;
  /** A text of words.json under `changes`. */
  readonly label: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}
