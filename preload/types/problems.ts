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
