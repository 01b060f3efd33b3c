import type { ImportRowFilter } from "../choices.ts";
import type { FieldName } from "../fields.ts";
import type { AmountSum, CheckCounts, ReviewCounts, RowPage } from "./drafts.ts";
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

/** What sending a batch again would do. */
export interface Resending {
  /** What it would do a second time, should it have arrived; null where nothing. */
  readonly twice: AmountSum | null;
  /** Rows of customers that a later batch has reached since: their newer values would go. */
  readonly newer: number;
}

export interface QueueSummary {
  readonly online: boolean;
  readonly paused: boolean;
  /** Whether this process sends, another one does, or none. */
  readonly sender: "here" | "elsewhere" | "none";
  readonly counts: Readonly<
    Record<"queued" | "waiting" | "sending" | "uncertain" | "rejected", number>
  >;
  /** Rows of batches that wait or are on their way. */
  readonly rowsOpen: number;
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
