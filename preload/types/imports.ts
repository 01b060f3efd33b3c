import type { ImportRowFilter } from "../choices.ts";
import type { FieldName } from "../fields.ts";
import type { CheckCounts, ReviewCounts, RowPage } from "./drafts.ts";
import type { Mapping } from "./mapping.ts";
import type { ImportOptions, OutputFormat } from "./options.ts";
import type { Problem } from "./problems.ts";
import type { BatchState, ImportState } from "./states.ts";

/**
 * What became of rows as far as anybody can tell, beside a state: they may have arrived before they
 * were cancelled or rejected; or they were accepted, and the platform counted fewer than were sent.
 */
export type BetweenStates = "maybe-cancelled" | "maybe-rejected" | "accepted-fewer";
export type BatchStanding = BatchState | BetweenStates;
export type ImportStanding = ImportState | BetweenStates;

export interface BatchSummary {
  readonly id: number;
  readonly importId: number;
  readonly position: number;
  readonly state: BatchState;
  readonly standing: BatchStanding;
  readonly rows: number;
  /** The sheet of the list, by which `rowName` names its rows. */
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly attempts: number;
  readonly nextTry: number | null;
  /** Why it stands where it stands: code of errors.json with its parameters, and the sentence. */
  readonly reason: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly message: string;
  } | null;
  readonly created: number | null;
  readonly updated: number | null;
  readonly idempotent: boolean;
  /** Sent before the rest of its list, to see that all is well. */
  readonly trial: boolean;
  /** Rejected or set aside: its rows can be corrected and sent again. */
  readonly correctable: boolean;
}

export interface QueuedBatch extends BatchSummary {
  /** Whether its import is held: by a person, or by a batch that was rejected. */
  readonly hold: "paused" | "rejected" | null;
  readonly fileName: string;
  readonly connectionId: number;
  readonly connectionName: string;
}

export interface QueueSummary {
  readonly online: boolean;
  readonly paused: boolean;
  /** Whether this process sends, another one does, or none. */
  readonly sender: "here" | "elsewhere" | "none";
  readonly counts: Readonly<
    Record<"queued" | "waiting" | "sending" | "uncertain" | "rejected", number>
  >;
}

export interface ImportCounts {
  readonly rows: number;
  readonly batches: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly uncertain: number;
  readonly cancelled: number;
  /** Batches queued, waiting or sending. */
  readonly open: number;
  readonly rowsAccepted: number;
  readonly rowsRejected: number;
  readonly rowsUncertain: number;
  /** Rejected or cancelled, though they may have arrived before. */
  readonly rowsMaybe: number;
  /** Sent in accepted batches beyond what the platform counted. */
  readonly rowsUncounted: number;
  readonly customersNew: number;
  readonly customersUpdated: number;
}

export interface ImportSummary {
  readonly id: number;
  readonly fileName: string;
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly connectionId: number | null;
  readonly connectionName: string;
  /** Origin and path of what it goes to, or null where earlier versions did not keep it. */
  readonly address: string | null;
  readonly accountId: string;
  readonly state: ImportState;
  readonly standing: ImportStanding;
  /** "put-back": an import put earlier values back; "reverted": undone on the platform itself. */
  readonly undone: "put-back" | "reverted" | null;
  readonly hold: "paused" | "rejected" | null;
  readonly counts: ImportCounts;
}

export interface ImportDetail extends ImportSummary {
  readonly sheet: string;
  readonly headerRow: number;
  readonly mapping: Mapping;
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  readonly options: ImportOptions;
  readonly output: OutputFormat;
  readonly checked: CheckCounts;
  readonly batches: readonly BatchSummary[];
  /** The draft whose first rows it sent, as long as the rest waits there. */
  readonly trialOf: number | null;
}

export interface BatchDetail extends BatchSummary {
  /** Where it was sent last: origin and path; null where it never was or nothing tells. */
  readonly sentTo: string | null;
  /** Ids of the campaigns that its customers join, the first one gets amounts. */
  readonly campaigns: readonly string[];
  /** The request's parameters in order, secrets masked; row data apart. */
  readonly request: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly FieldName[];
  /** The first rows as sent, secret fields masked. */
  readonly rowsSent: readonly { readonly row: number; readonly values: readonly string[] }[];
  /** The raw reply (bounded), or null where none came. */
  readonly reply: { readonly status: number; readonly body: string; readonly cut: boolean } | null;
  readonly log: readonly {
    readonly at: number;
    readonly state: BatchState;
    readonly cause: string;
    readonly detail: string | null;
  }[];
  /** What it was before its rows were corrected, newest first. */
  readonly earlier: readonly EarlierBatch[];
}

/** A batch's rows and reply as they were up to an attempt. */
export interface EarlierBatch extends Pick<BatchDetail, "fields" | "rowsSent" | "reply"> {
  /** The last attempt with these rows. */
  readonly attempt: number;
  readonly rows: number;
  readonly correctedAt: number;
}

/** Rows of a rejected or set-aside batch as they would go again; `index` is the place in it. */
export interface CorrectedRows extends RowPage {
  readonly counts: ReviewCounts;
}

/** A row of an import's list, and what became of it. */
export interface ImportRow {
  readonly row: number;
  /** In the order of the import's fields; secret values are masked. */
  readonly values: readonly string[];
  /** What became of its batch; or why the row never went into one. */
  readonly standing: BatchStanding | "invalid" | "left-out";
  /** The batch it is in, or null. */
  readonly batchId: number | null;
  /** Why its batch stands where it stands. */
  readonly reason: BatchSummary["reason"];
  /** What the check found wrong with a row that was not sent. */
  readonly problems: readonly Problem[];
}

/** One page of an import's rows of one kind; `total` counts those that are still kept. */
export interface ImportRows extends Page<ImportRow> {
  readonly sheet: string;
  readonly fields: readonly FieldName[];
  /** Rows of each kind, also those that are not kept any more. */
  readonly counts: Readonly<Record<ImportRowFilter, number>>;
  /** Rows of the kind asked for that are not kept any more. */
  readonly removed: number;
}

/** Ids that the platform made up for one customer. */
export interface GeneratedRow {
  /** The list's row; null where the reply does not tell which. */
  readonly row: number | null;
  readonly sheet: string;
  /** Empty where the row has none or is not told; so is `email`. */
  readonly name: string;
  readonly email: string;
  readonly code: string | null;
  readonly cardNumber: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

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
