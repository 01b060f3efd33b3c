export type FileFormat = "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "csv" | "tsv" | "txt";

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** Used rows and columns; null while unknown (a quick look does not count a long sheet). */
  readonly rows: number | null;
  readonly columns: number | null;
}

export type Confidence = "certain" | "likely" | "unsure";

/** The values of a field in all rows, each once: before its table of values is applied. */
export interface ColumnValues {
  /** The most frequent first. */
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  /** Rows without a value. */
  readonly empty: number;
  /** How many rows hold values that `values` has no room for. */
  readonly others: number;
}

/** One column of a list: `index` is 0-based, `header` is distinct within the list. */
export interface ListColumn {
  readonly index: number;
  readonly header: string;
  /** Up to three values that are not empty. */
  readonly samples: readonly string[];
  /** Present where the column has no header and most of the first rows hold nothing in it. */
  readonly stray?: true;
  /** What most of the first rows hold, where the samples do not show it. */
  readonly holds?: "digits" | "mail";
}
