import type { ColumnBorder } from "../choices.ts";
import type { FieldName } from "../fields.ts";

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

/** How a list is to be read otherwise: what `drafts.setReading` takes. */
export interface ReadingChange {
  readonly sheet?: string;
  readonly headerRow?: number | null;
  readonly encoding?: string;
  readonly delimiter?: ColumnBorder;
  /** Rows that look like no customers (totals, notes, broken lines) are read like all others. */
  readonly keepRows?: boolean;
  /** Columns by which the headers stand too far to the left; -1: one too far to the right. */
  readonly headerShift?: -1 | 0 | 1;
  /** Day and month of dates that a program has made of texts are put the other way round. */
  readonly swapDates?: boolean;
  /** Times are the beginnings of days in this zone (as Intl names it); null: as they are written. */
  readonly dateZone?: string | null;
  /** Letters that were read in a wrong encoding before are decoded back. */
  readonly decodeBack?: boolean;
}

/** A value of the list. It is a customer's: what holds it is kept sealed, and written to no log. */
export interface Example {
  /** The value as it is read now. */
  readonly seen: string;
  /** The value as it would be read after the remedy. */
  readonly meant?: string;
  /** 0-based index of the column that it stands in. */
  readonly column?: number;
}

/** One of several readings that a person chooses from, with what it makes of a value. */
export interface RemedyChoice extends Example {
  /** What it is called: an encoding. */
  readonly name: string;
  readonly change: ReadingChange;
}

/**
 * A list finding: something about the list's shape or contents that is told before its rows are
 * looked at, in the window, in `inspect` and in `import --json`. How to add one is told in
 * main/pipeline/sources/finding.ts.
 */
export interface Finding extends Notice {
  /** Spreadsheet row numbers, the first hundred; absent where it is about the whole list. */
  readonly rows?: readonly number[];
  /** The header of the column that it is about. */
  readonly column?: string;
  /** What one press does about it; the button's text is `problems:<code>-remedy`. */
  readonly remedy?: ReadingChange;
  readonly example?: Example;
  /** Where nothing proves one of them. */
  readonly choices?: readonly RemedyChoice[];
}
