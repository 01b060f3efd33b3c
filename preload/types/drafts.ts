import type { RowFilter, Tile, WizardStep } from "../choices.ts";
import type { ErrorData } from "../errors.ts";
import type { FieldName } from "../fields.ts";
import type { FileFormat, ListColumn, SheetInfo } from "./lists.ts";
import type { DateFormat, Mapping } from "./mapping.ts";
import type { ImportOptions } from "./options.ts";
import type { Finding, Notice, Problem } from "./problems.ts";
import type { ImportState } from "./states.ts";

export type { RowFilter, Tile, WizardStep };

export interface DraftSummary {
  readonly id: number;
  readonly fileName: string;
  readonly step: WizardStep;
  readonly updatedAt: number;
  /** "changed" and "missing" speak of the file on disk since it was chosen. */
  readonly fileState: "same" | "changed" | "missing";
}

export interface FirstRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Indexes of cells that hold a date in the file itself, and not a text; absent without any. */
  readonly dates?: readonly number[];
  /** Likewise of numbers such as 1.375, which as a text might be more than a thousand. */
  readonly fractions?: readonly number[];
}

export interface FileReading {
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** The workbook has a password, which is entered anew where it is read later. */
  readonly encrypted?: true;
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string;
  /** 1-based spreadsheet row of the headers; 0 where the list has none. */
  readonly headerRow: number;
  readonly columns: readonly ListColumn[];
  /** The first rows of the sheet as read, from row 1 and column A, the header row among them. */
  readonly firstRows: readonly FirstRow[];
  /** What the first look found; `Draft.findings` tells what holds now. */
  readonly notices: readonly Finding[];
}

/** How often each finding stands in a list; a row may count for several. */
export interface CheckCounts {
  readonly total: number;
  readonly valid: number;
  readonly invalid: number;
  readonly warnings: number;
  readonly leftOut: number;
  /** Rows that would be sent now: valid, not left out. */
  readonly toSend: number;
}

/** What the review shows of a list. */
export interface ReviewCounts extends CheckCounts {
  /** Every row in exactly one; "valid" and "warnings" together are the rows to send. */
  readonly tiles: Readonly<Record<Tile, number>>;
}

export type CheckState =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly rowsRead: number; readonly rowsTotal: number | null }
  | { readonly kind: "failed"; readonly error: ErrorData }
  | {
      readonly kind: "done";
      readonly counts: ReviewCounts;
      readonly batches: number;
      readonly notices: readonly Finding[];
    };

export interface Draft extends DraftSummary {
  readonly reading: FileReading;
  /** What is to be known of the list's shape: of all its rows once they are checked. */
  readonly findings: readonly Finding[];
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  /** What to know at each step; it may be left when none of its notices is an error. */
  readonly missing: Readonly<Record<WizardStep, readonly Notice[]>>;
  /** Formats that read the dates of the first rows, for the choice: these come first. */
  readonly dateFormats: readonly DateFormat[];
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
  readonly idempotent: boolean;
  readonly check: CheckState;
}

/** Rows that add an amount to their customers, and the sum: a plain number, "300" or "12.50". */
export interface AmountSum {
  readonly rows: number;
  readonly sum: string;
}

/** Amounts that customers would get a second time when a list goes out as it stands. */
export interface AddedAgain {
  /** The amounts of rows that an earlier import sent with the same values. */
  readonly before: AmountSum;
  /** The amounts of other rows whose customer stands in the list before them. */
  readonly inList: AmountSum;
}

/** One kind of problem of a checked list, as one of its rows has it. */
export interface ProblemKind extends Omit<Problem, "row"> {
  /** How many rows have it that are counted under its severity, as problems or warnings. */
  readonly rows: number;
  /** How many rows have this warning besides that are counted as problems. */
  readonly elsewhere: number;
}

/** The first rows, sent alone before the others. */
export interface Trial {
  /** The mapping was never sent before: better see first what the platform makes of it. */
  readonly suggested: boolean;
  /** The import that sent the last trial of this draft, and how many rows; null without one. */
  readonly importId: number | null;
  readonly rows: number | null;
  readonly state: ImportState | null;
  /** Whether the trial's outcome is known, so that the rest can be sent. True without a trial. */
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

/** A remembered mapping with all that it does with the columns of its lists. */
export interface KeptMapping extends RememberedMapping {
  readonly columns: readonly Pick<ListColumn, "index" | "header">[];
  readonly mapping: Mapping;
}

/** A list that was opened by its path and is still there. */
export interface RecentFile {
  /** For `drafts.create`. */
  readonly fileId: string;
  readonly name: string;
  readonly folder: string;
  readonly at: number;
}

export interface StagedRow {
  /** 0-based position in the list; names the row in corrections. */
  readonly index: number;
  readonly row: number;
  readonly values: readonly string[];
  readonly status: "valid" | "warning" | "error";
  readonly leftOut: boolean;
  /** Went out with the trial and never goes again. */
  readonly sent: boolean;
  /** Positions in `values` that the user corrected. */
  readonly corrected: readonly number[];
  /** Of a batch: what the corrected cells held when they were sent, by their position in `values`. */
  readonly before?: readonly { readonly at: number; readonly value: string }[];
  readonly problems: readonly Problem[];
}

export interface RowPage {
  readonly fields: readonly FieldName[];
  readonly rows: readonly StagedRow[];
  readonly total: number;
}

/** Which rows of a checked list are shown beside the filter by tiles, and in which order. */
export interface RowView {
  /** Only rows that have this kind of problem. */
  readonly problem?: Pick<ProblemKind, "code" | "field" | "column" | "severity">;
  /** Only rows whose field holds one of these values; all of these together. */
  readonly values?: readonly { readonly field: FieldName; readonly values: readonly string[] }[];
  /** List order where absent. Blanks come last either way. */
  readonly sort?: { readonly field: FieldName; readonly descending: boolean };
}

/** Where a text was found. */
export interface FoundRow {
  /** Among the rows that are shown, from 0; null where none of them has the text. */
  readonly place: number | null;
  /** Of the first field that has it, in `RowPage.fields`. */
  readonly column: number;
  /** The how many-th of the rows found, from 1; 0 for none. */
  readonly ordinal: number;
  /** Rows found among those that are shown, and among all others. */
  readonly total: number;
  readonly elsewhere: number;
  /** All rows have been looked at; otherwise the numbers still grow. */
  readonly done: boolean;
}

/** A value of a column, and how many rows have it. */
export interface ValueRows {
  readonly value: string;
  readonly rows: number;
}

/** The most frequent values of a column, and how many others there are. */
export interface ValuesOfColumn {
  readonly values: readonly ValueRows[];
  readonly more: number;
}

export interface PreviewRows {
  readonly fields: readonly FieldName[];
  readonly rows: readonly StagedRow[];
}
