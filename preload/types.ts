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
  /** How a remembered mapping differs from this list, when one was applied. */
  readonly remembered: {
    readonly name: string;
    readonly added: number;
    readonly gone: number;
  } | null;
  /** Fields that matching customers lose with duplicates "yes". */
  readonly emptied: readonly FieldName[];
  readonly repeatable: boolean;
  readonly check: CheckState;
}

export type RowFilter = "all" | "valid" | "warnings" | "errors" | "excluded";

export interface StagedRow {
  /** 0-based position in the list; names the row in edits. */
  readonly index: number;
  readonly row: number;
  readonly values: readonly string[];
  readonly status: "valid" | "warning" | "error";
  readonly excluded: boolean;
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

export interface UndoPlan {
  readonly importId: number;
  readonly possible: boolean;
  readonly message: string;
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
  readonly language: string;
}

export interface Settings {
  readonly language: "system" | "en" | "es";
  readonly theme: "system" | "light" | "dark";
  readonly retentionDays: number;
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
  | { readonly kind: "import"; readonly importId: number }
  | { readonly kind: "draft"; readonly draftId: number; readonly check: CheckState }
  | { readonly kind: "open-draft"; readonly draftId: number };
