import type { FieldName } from "../fields.ts";
import type { BatchStanding } from "./imports.ts";
import type { Duplicates } from "./options.ts";
import type { BatchState } from "./states.ts";

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
  readonly sheet: string;
  readonly fileName: string;
  readonly connectionName: string;
  /** Origin and path of what it went to, or null where that is not known. */
  readonly address: string | null;
  readonly accountId: string;
  readonly startedAt: number;
  readonly sentAt: number | null;
  readonly state: BatchState;
  readonly standing: BatchStanding;
  readonly duplicates: Duplicates;
  /** Undone in the admin pages, as a person said, or on the practice server. */
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
  /** Rows that imports left out: invalid, or not to be sent. */
  readonly leftOutRows: number;
  /** The program's own copies of lists (pasted, handed over) that hold the person; they go whole. */
  readonly copies: number;
  /** Data that restored backups have put aside; it cannot be searched, so it goes whole. */
  readonly putAside: number;
  /** Rows that stayed: the queue was not included, or their batch was on its way. */
  readonly keptRows: number;
  /** By what the person was found: what was asked for led to the rest. */
  readonly known: {
    readonly codes: readonly string[];
    readonly cards: readonly string[];
    readonly emails: readonly string[];
  };
  /**
   * Whether nothing of it is left in the data folder. Not while another program reads a state from
   * before: asking again, once it has ended, finishes it.
   */
  readonly done: boolean;
}

/** Two imports of the same list, by customer (code, else card number). */
export interface ImportComparison {
  readonly fields: readonly FieldName[];
  /** "left-out" only where there are any. */
  readonly counts: Readonly<
    Record<Exclude<ChangeKind, "left-out">, number> & { "left-out"?: number }
  >;
  /** Rows without a key, or whose key repeats, that cannot be compared. */
  readonly notCompared: number;
}

/** "left-out": sent by one of the two imports, left out of the other. */
export type ChangeKind = "added" | "removed" | "changed" | "same" | "left-out";

export interface ComparedRow {
  readonly change: ChangeKind;
  readonly row: number | null;
  readonly rowBefore: number | null;
  /** The sheet of `row`, or of `rowBefore` where there is no `row`. */
  readonly sheet: string;
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

/** Whom a search may mean. */
export interface FoundCustomers {
  /** By what the story of each is found: a code, card number or e-mail. */
  readonly customers: readonly string[];
  /** False where only the newest rows were looked through for a phone. */
  readonly complete: boolean;
}
