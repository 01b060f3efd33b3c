import type { ErrorData } from "./errors.ts";
import type { FieldName } from "./fields.ts";

/** Times are milliseconds since the epoch; dates are `YYYY-MM-DD`; ids are positive integers. */

// ---------------------------------------------------------------- lists (files)

export type FileFormat = "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "csv" | "tsv" | "txt";

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Used rows and columns; null while unknown (a quick look does not count a long sheet). */
  readonly rows: number | null;
  readonly columns: number | null;
}

export type Confidence = "certain" | "likely" | "unsure";

/** One column of a list: `index` is 0-based, `header` is distinct within the list. */
export interface ListColumn {
  readonly index: number;
  readonly header: string;
  /** Up to three values that are not empty. */
  readonly samples: readonly string[];
}

// ---------------------------------------------------------------- mapping

export type DateFormat =
  | "YYYY-MM-DD"
  | "DD/MM/YYYY"
  | "MM/DD/YYYY"
  | "YYYY/MM/DD"
  | "DD/MM/YY"
  | "MM/DD/YY"
  | "YYYYMMDD";

/**
 * One field of the platform and where its value comes from.
 * Several columns are joined with one blank; `part` takes one part of a full name.
 */
export interface FieldMapping {
  readonly field: FieldName;
  /** 0-based column indexes; empty together with `fixed`. */
  readonly columns: readonly number[];
  readonly fixed?: string;
  readonly transforms: readonly Transform[];
  /** How text dates are written; only for `custom_date`. Chosen by the user or proven by values. */
  readonly dateFormat?: DateFormat;
  readonly confidence?: Confidence;
}

export type Transform =
  | { readonly kind: "trim" }
  | { readonly kind: "collapse-blanks" }
  | { readonly kind: "case"; readonly to: "upper" | "lower" | "title" }
  | { readonly kind: "digits-only" }
  | {
      readonly kind: "split";
      readonly by: "blank" | "comma";
      readonly take: "first" | "rest" | "last";
    }
  | { readonly kind: "default"; readonly value: string }
  | { readonly kind: "replace"; readonly find: string; readonly with: string };

export type Mapping = readonly FieldMapping[];

// ---------------------------------------------------------------- options

export type Duplicates = "update" | "yes" | "ignore";
export type OutputFormat = "json" | "xml" | "jsonp";
export type RepeatedRows = "keep-all" | "keep-first" | "keep-last";

export interface ImportOptions {
  readonly connectionId: number | null;
  /** Ids in the user's order; `auto_add` goes to the first. */
  readonly campaigns: readonly string[];
  readonly duplicates: Duplicates;
  /** Digits of generated card numbers, or null for none. */
  readonly generateCardNumbers: number | null;
  readonly keepUndoState: boolean;
  readonly repeatedRows: RepeatedRows;
  /** Leaves rows out that the last accepted import of the same fields sent just so. */
  readonly onlyChanged?: boolean;
}

// ---------------------------------------------------------------- problems

export type Severity = "error" | "warning";

/** A problem of one row. Holds no cell value: `params` are lengths, positions, formats. */
export interface Problem {
  /** The spreadsheet's own row number, from 1. */
  readonly row: number;
  /** The column's header, or null where the problem is of the row. */
  readonly column: string | null;
  readonly field: FieldName | null;
  readonly code: string;
  readonly severity: Severity;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

/** Something about the whole list that the user is told before sending. */
export interface Notice {
  readonly code: string;
  readonly severity: Severity;
  readonly field: FieldName | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

// ---------------------------------------------------------------- drafts (imports not sent yet)

export type WizardStep = "file" | "columns" | "options" | "review";

export interface DraftSummary {
  readonly id: number;
  readonly fileName: string;
  readonly step: WizardStep;
  readonly updatedAt: number;
  /** "changed" and "missing" speak of the file on disk since it was chosen. */
  readonly fileState: "same" | "changed" | "missing";
}

export interface FileReading {
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string;
  /** 1-based spreadsheet row of the headers. */
  readonly headerRow: number;
  readonly columns: readonly ListColumn[];
  /** The first rows of the sheet as read, from row 1 and column A, the header row among them. */
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly notices: readonly Notice[];
}

export interface CheckCounts {
  readonly total: number;
  readonly valid: number;
  readonly invalid: number;
  readonly warnings: number;
  readonly excluded: number;
  /** Rows that would be sent now: valid, not excluded. */
  readonly toSend: number;
}

export type CheckState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly rowsRead: number; readonly rowsTotal: number | null }
  | { readonly kind: "failed"; readonly error: ErrorData }
  | {
      readonly kind: "done";
      readonly counts: CheckCounts;
      readonly batches: number;
      readonly notices: readonly Notice[];
    };

export interface Draft extends DraftSummary {
  readonly reading: FileReading;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  /** What to know at each step; it may be left when none of its notices is an error. */
  readonly missing: Readonly<Record<WizardStep, readonly Notice[]>>;
  /** The import whose earlier values this draft puts back; it has no list file to read anew. */
  readonly restores: number | null;
  /** How a remembered mapping differs from this list, when one was applied. */
  readonly remembered: {
    /** null: the mapping of an import, applied by "import again". */
    readonly id: number | null;
    readonly name: string;
    /** When it was last sent or kept. */
    readonly usedAt: number;
    readonly added: number;
    readonly gone: number;
    /** Columns of this list that are new, and columns that it does not have any more. */
    readonly addedHeaders: readonly string[];
    readonly goneHeaders: readonly string[];
  } | null;
  readonly trial: Trial;
  /** Fields that matching customers lose with duplicates "yes". */
  readonly emptied: readonly FieldName[];
  readonly repeatable: boolean;
  readonly check: CheckState;
}

/** One kind of problem of a checked list, as one of its rows has it, and how many rows have it. */
export interface ProblemKind extends Omit<Problem, "row"> {
  readonly rows: number;
}

/** The first rows, sent alone before the others. */
export interface Trial {
  /** The mapping was never sent before: better see first what the platform makes of it. */
  readonly suggested: boolean;
  /** The import that sent the last trial of this draft, and how many rows; null without one. */
  readonly importId: number | null;
  readonly rows: number | null;
  readonly state: ImportState | null;
  /** Its outcome is known: the rest can be sent. True without a trial. */
  readonly over: boolean;
}

/** A mapping that is applied to lists with (almost) the same headers. */
export interface RememberedMapping {
  readonly id: number;
  readonly name: string;
  /** Whether a person chose the name. */
  readonly named: boolean;
  readonly connectionId: number | null;
  readonly connectionName: string | null;
  readonly headers: readonly string[];
  readonly fields: readonly FieldName[];
  readonly usedAt: number;
}

/** A list that was opened by its path and is still there. */
export interface RecentFile {
  /** For `drafts.create`. */
  readonly fileId: string;
  readonly name: string;
  readonly folder: string;
  readonly at: number;
}

export type RowFilter = "all" | "valid" | "warnings" | "errors" | "excluded";

export interface StagedRow {
  /** 0-based position in the list; names the row in edits. */
  readonly index: number;
  readonly row: number;
  readonly values: readonly string[];
  readonly status: "valid" | "warning" | "error";
  readonly excluded: boolean;
  /** Went out with the trial and never goes again. */
  readonly sent: boolean;
  /** Positions in `values` that the user edited. */
  readonly edited: readonly number[];
  readonly problems: readonly Problem[];
}

export interface RowPage {
  readonly fields: readonly FieldName[];
  readonly rows: readonly StagedRow[];
  readonly total: number;
}

export interface PreviewRows {
  readonly fields: readonly FieldName[];
  readonly rows: readonly StagedRow[];
}

// ---------------------------------------------------------------- connections

export interface Compatibility {
  /** Name of the data parameter; the documentation's table and its example differ. */
  readonly dataParameter: "profiles_data" | "Profiles_Data";
  readonly campaignSeparator: "," | "|,|";
  readonly keyParameter: "user_api_key" | "user_password";
  readonly lineBreak: "\n" | "\r\n";
}

export interface ConnectionSettings {
  readonly output: OutputFormat;
  readonly campaigns: readonly string[];
  readonly duplicates: Duplicates;
  readonly keepUndoState: boolean;
  readonly batchRows: number;
  readonly batchBytes: number;
  /** Batches on their way at once, for imports whose rows are all distinct by key; 1 where absent. */
  readonly parallel?: number;
  readonly compatibility: Compatibility;
  /** Labels the user gave to custom fields by hand, by field name. */
  readonly customFields: Readonly<Record<string, string>>;
}

export interface Connection {
  readonly id: number;
  readonly name: string;
  readonly kind: "api" | "practice";
  readonly url: string;
  readonly userId: string;
  readonly accountId: string;
  /** Whether a key is kept; the key itself never leaves the main process. */
  readonly hasKey: boolean;
  readonly settings: ConnectionSettings;
  readonly hold: "paused" | "credentials" | null;
}

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

export interface CustomFieldLabel {
  readonly field: FieldName;
  readonly label: string;
}

// ---------------------------------------------------------------- queue and history

export type BatchState =
  | "queued"
  | "waiting"
  | "sending"
  | "accepted"
  | "rejected"
  | "uncertain"
  | "cancelled";

export type ImportState =
  | "queued"
  | "sending"
  | "accepted"
  | "partly-accepted"
  | "rejected"
  | "uncertain"
  | "cancelled";

export interface BatchSummary {
  readonly id: number;
  readonly importId: number;
  readonly position: number;
  readonly state: BatchState;
  readonly rows: number;
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
  readonly repeatable: boolean;
}

export interface QueuedBatch extends BatchSummary {
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
  readonly accountId: string;
  readonly state: ImportState;
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
  readonly accountId: string;
  /** Whether anything is left to be done: from here, or in the admin pages. */
  readonly possible: boolean;
  /** One sentence that sums the plan up. */
  readonly message: string;
  /** Batches that are cancelled before they go out. */
  readonly unsent: { readonly batches: number; readonly rows: number };
  /** Batches on their way right now; the plan is complete once they have arrived. */
  readonly sending: number;
  /** Undo states at the platform, to be undone in its admin pages (`undo.steps`). */
  readonly admin: { readonly kept: boolean; readonly steps: number; readonly done: number };
  /** Earlier values that an import of their own puts back. */
  readonly restore: {
    readonly customers: number;
    readonly fields: readonly { readonly field: FieldName; readonly customers: number }[];
    /** Imports it takes: one per set of fields. */
    readonly imports: number;
    /** Why it cannot be sent from here, though values are known. */
    readonly blocked: "no-connection" | null;
  };
  /** What cannot be undone from here. */
  readonly left: readonly UndoLeft[];
  /** Imports made to undo this one, oldest first. */
  readonly undoneBy: readonly number[];
  /** The import that this one put earlier values back of, or null. */
  readonly undoes: number | null;
}

export type UndoLeftKind =
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

export interface UndoLeft {
  readonly kind: UndoLeftKind;
  /** Customers. */
  readonly count: number;
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
  readonly draftIds: readonly number[];
}

/** What can be taken back and done again of a person's changes to local data. */
export interface UndoState {
  readonly undo: UndoableChange | null;
  readonly redo: UndoableChange | null;
}

export interface UndoableChange {
  readonly id: number;
  readonly at: number;
  /** A text of words.json under `changes`. */
  readonly label: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
}

// ---------------------------------------------------------------- customers in the history

/** One customer in all imports that sent them, newest first. */
export interface CustomerStory {
  readonly items: readonly CustomerSending[];
  /** Batches in which the customer was found, on all pages. */
  readonly total: number;
}

export interface CustomerSending {
  readonly importId: number;
  readonly batchId: number;
  readonly row: number;
  readonly fileName: string;
  readonly connectionName: string;
  readonly accountId: string;
  readonly startedAt: number;
  readonly sentAt: number | null;
  readonly state: BatchState;
  readonly duplicates: Duplicates;
  /** Undone in the admin pages, as a person said. */
  readonly undone: boolean;
  /** The import whose earlier values this one put back. */
  readonly undoes: number | null;
  readonly fields: readonly {
    readonly field: FieldName;
    /** As sent; secret values masked. */
    readonly value: string;
    /** The value of the sending before that held the field, or null where none did. */
    readonly before: string | null;
    readonly changed: boolean;
  }[];
}

/** What "forget this customer" meets, or has taken away. */
export interface ForgetResult {
  readonly imports: number;
  readonly rows: number;
  /** Rows among them that wait to be sent; taken away only where asked for. */
  readonly queuedRows: number;
  /** Rows of imports being prepared. */
  readonly draftRows: number;
  readonly done: boolean;
}

/** Two imports of the same list, by customer (code, else card number). */
export interface ImportComparison {
  readonly fields: readonly FieldName[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Rows without a key, or whose key repeats, that cannot be compared. */
  readonly notCompared: number;
}

export type ChangeKind = "added" | "removed" | "changed" | "same";

export interface ComparedRow {
  readonly change: ChangeKind;
  readonly row: number | null;
  readonly rowBefore: number | null;
  /** One per field of the comparison; secret values masked. */
  readonly values: readonly string[] | null;
  readonly valuesBefore: readonly string[] | null;
}

/** What one bar of the history's chart stands for. */
export type ChartUnit = "day" | "week" | "month";

export interface ChartBucket {
  /** The first day of the bar, `YYYY-MM-DD` in this computer's time zone. */
  readonly start: string;
  readonly imports: number;
  /** Customers the platform made and changed; rows it rejected. */
  readonly created: number;
  readonly updated: number;
  readonly rejected: number;
}

/** Imports over time, oldest first and without gaps. */
export interface HistoryChart {
  readonly unit: ChartUnit;
  readonly buckets: readonly ChartBucket[];
  /** Whether there are imports from before the first bar. */
  readonly earlier: boolean;
}

// ---------------------------------------------------------------- the application

export interface AppInfo {
  readonly version: string;
  readonly host: "electron" | "browser";
  readonly dataDir: string;
  readonly logDir: string;
  readonly keyProtection: {
    readonly kind: "system" | "weak" | "key-file";
    readonly backend: string;
  };
  readonly versions: Readonly<Record<string, string>>;
  /** What an administrator has set; `locked` names settings, or "connections". */
  readonly policy: { readonly source: string | null; readonly locked: readonly string[] };
  readonly language: string;
}

export interface Settings {
  readonly language: "system" | "en" | "es";
  readonly theme: "system" | "light" | "dark";
  readonly retentionDays: number;
  /** The first words to a new person have been closed. */
  readonly welcomed: boolean;
}

/** A package that is part of the program. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says it. */
  readonly licence: string;
  /** The licence file's own words; empty where the package brings none. */
  readonly text: string;
}

export interface PracticeStatus {
  readonly running: boolean;
  readonly url: string | null;
}

/** A file ready to be saved: the host asks where (Electron) or downloads it (browser). */
export interface SavedFile {
  readonly fileName: string;
  readonly saved: boolean;
  /** Where the browser fetches it, once; null where the host has saved it already. */
  readonly downloadPath: string | null;
}

// ---------------------------------------------------------------- events

/** Something changed; the window asks again for what it shows. No event carries customer data. */
export type AppEvent =
  | { readonly kind: "queue" }
  | { readonly kind: "connections" }
  | { readonly kind: "drafts" }
  | { readonly kind: "settings" }
  | { readonly kind: "undo" }
  | { readonly kind: "mappings" }
  | { readonly kind: "import"; readonly importId: number }
  | { readonly kind: "draft"; readonly draftId: number; readonly check: CheckState }
  | { readonly kind: "open-draft"; readonly draftId: number }
  /** The program's menu asks for a screen. */
  | { readonly kind: "show"; readonly screen: "import" | "settings" };
