import type { FieldName } from "../../preload/fields.ts";

/** Delimiters of the API by their names in the `delimiter` parameter. */
export type DelimiterName = "pipe" | "comma" | "tab";

/** One row of a batch. */
export interface BatchRow {
  /** The spreadsheet's own row number, from 1. */
  readonly row: number;
  /** One text per field of the batch. */
  readonly values: readonly string[];
}

/** Rows that go out in one request. */
export interface Batch {
  readonly fields: readonly FieldName[];
  readonly delimiter: DelimiterName;
  readonly rows: readonly BatchRow[];
  readonly repeatable: boolean;
  /** Bytes of the data parameter's value as encoded in the form. */
  readonly byteSize: number;
}
