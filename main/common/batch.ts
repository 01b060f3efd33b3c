import type { FieldName } from "../../preload/fields.ts";
import type { MappedRow } from "./rows.ts";

/** Delimiters of the API by their names in the `delimiter` parameter. */
export type DelimiterName = "pipe" | "comma" | "tab";

/** Rows that go out in one request. */
export interface Batch {
  readonly fields: readonly FieldName[];
  readonly delimiter: DelimiterName;
  readonly rows: readonly MappedRow[];
  readonly idempotent: boolean;
  /** Bytes of the data parameter's value as encoded in the form. */
  readonly byteSize: number;
}
