import type { ColumnBorder } from "../../../preload/choices.ts";
import type {
  Example,
  FileFormat,
  ReadingChange,
  RemedyChoice,
  SheetInfo,
} from "../../../preload/types.ts";
import type { ForkReader } from "./sheetjs/sheetjs-fork.ts";

/** What a cell was beyond its text; `mark` of most cells is absent. */
export type CellMark =
  /** A true date or date-time cell; the text is ISO. */
  | "date"
  /** A number of 16 or more digits held as a number: digits are lost. */
  | "digits-lost"
  /** A number such as 1.375, which as a text might be more than a thousand. */
  | "fraction"
  /** More characters than a cell can hold; the text is cut. */
  | "too-long"
  /** An error cell such as #N/A. */
  | "error"
  /** Of the row of totals that belongs to a table of the sheet. */
  | "total"
  /** A formula whose result the file does not hold. */
  | "no-result";

/** One row as read. `number` is the spreadsheet's own row number, from 1. Blank rows have no cells. */
export interface SourceRow {
  readonly number: number;
  /** From column A; trailing empty cells are cut. */
  readonly cells: readonly string[];
  /** By 0-based column; absent where no cell of the row is marked. */
  readonly marks?: ReadonlyMap<number, CellMark>;
  /**
   * Of a text file: how many values the row has, empty ones at its end among them, and how many
   * nearly all rows have. Absent where the two are the same, or where rows differ as it comes.
   */
  readonly fields?: number;
  readonly width?: number;
  /** Of a text file: a quote in it is never closed, so nobody knows where its value ends. */
  readonly openQuote?: true;
}

export interface SourceOptions {
  /** Text files only; found from the content where absent. */
  readonly encoding?: string;
  readonly delimiter?: ColumnBorder;
  /** Letters that were read in a wrong encoding before are decoded back. */
  readonly decodeBack?: boolean;
  /** Of an encrypted workbook; kept nowhere. */
  readonly password?: string;
  readonly signal?: AbortSignal;
  /** How the process that reads .xls and .xlsb is started; this process's way where absent. */
  readonly fork?: ForkReader;
}

/** A list finding before its sentence is looked up; see finding.ts. */
export interface SourceNotice {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly rows?: readonly number[];
  readonly column?: string;
  readonly remedy?: ReadingChange;
  readonly example?: Example;
  readonly choices?: readonly RemedyChoice[];
}

export interface RowsOptions {
  /**
   * Takes cells under merged ones for empty, as spreadsheet programs leave them, which saves a walk
   * through a long sheet: merged cells stand behind its rows. Where the sheet's end tells otherwise,
   * `MergedValues` is thrown.
   */
  readonly trustMerged?: boolean;
  /** Of several sheets read as one: the first one's header row where it was chosen; found where absent. */
  readonly headerRow?: number;
}

/** The start of a sheet; `ended` where it is all of it. */
export interface FirstRows {
  readonly rows: readonly SourceRow[];
  readonly ended: boolean;
}

/** An open list file. Reading streams; nothing holds the whole file in memory. */
export interface ListSource {
  /** It was opened with a password. */
  readonly encrypted?: true;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetInfo[];
  /** How many bytes of the file a row takes, roughly; where the file does not say how many rows it has. */
  readonly bytesARow?: number;
  /**
   * Rows of a sheet in order, in chunks of some hundred, gaps filled with blank rows, up to the
   * last used row. May be called again.
   * @throws AppError of preload/messages/.../errors.json: file-damaged, file-encrypted, ...
   */
  rows(sheet: string, options?: RowsOptions): AsyncIterable<readonly SourceRow[]>;
  /**
   * Where a quick look is cheaper than the start of `rows`: the rows from row 1 until `limit` of
   * them are there or the sheet ends.
   */
  firstRows?(sheet: string, limit: number, options?: RowsOptions): Promise<FirstRows>;
  /** Begins with what every sheet needs, where that takes long; failures show when rows are read. */
  prepare?(): Promise<unknown>;
  /** Notices known after `rows` of that sheet has ended (hidden rows, ...). */
  notices(sheet: string): readonly SourceNotice[];
  close(): Promise<void>;
}
