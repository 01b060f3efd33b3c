import type { ColumnBorder } from "../../../preload/choices.ts";
import type {
  CheckCounts,
  Finding,
  ImportOptions,
  ListColumn,
  Mapping,
} from "../../../preload/types.ts";
import type { FileStamp } from "../files/file-stamp.ts";

/** How a list is read; what is absent is found from the content. */
export interface ReadingChoice {
  readonly sheet: string;
  /** 1-based spreadsheet row of the headers. */
  readonly headerRow: number;
  readonly encoding?: string;
  readonly delimiter?: ColumnBorder;
  /** Letters that were read in a wrong encoding before are decoded back. */
  readonly decodeBack?: boolean;
  /** Rows that look like no customers are read like all others. */
  readonly keepRows?: boolean;
  /** Columns by which the headers are moved to the right; found where absent. */
  readonly headerShift?: -1 | 0 | 1;
  /** Day and month of dates that a program has made of texts are put the other way round. */
  readonly swapDates?: boolean;
  /** Times are the beginnings of days in this zone. */
  readonly dateZone?: string;
}

/** Everything that a reading-and-checking of a whole list depends on; plain data. */
export interface StageRequest {
  /** The draft it belongs to; its former staging is replaced. null for the command line. */
  readonly draftId: number | null;
  readonly path: string;
  /** The password of an encrypted workbook; handed on to its reader, and kept nowhere. */
  readonly password?: string;
  /** The file as it was when its columns were mapped; another one is refused. */
  readonly stamp?: FileStamp;
  readonly choice: ReadingChoice;
  /** All columns of the list, for the problems' column names. */
  readonly columns: readonly ListColumn[];
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  /** Limits of a batch, for the estimate of their number. */
  readonly batchRows: number;
  readonly batchBytes: number;
}

export interface StagingResult {
  readonly stagingId: number;
  readonly counts: CheckCounts;
  /** Batches that the rows to be sent make; an estimate, exact where rows alone split them. */
  readonly batches: number;
  readonly notices: readonly Finding[];
  /** The mapping as used: with the date format that the column's own values proved. */
  readonly mapping: Mapping;
}

export interface StageHooks {
  readonly signal?: AbortSignal;
  /** Rows read below the headers so far. */
  readonly onProgress?: (rowsRead: number) => void;
}
