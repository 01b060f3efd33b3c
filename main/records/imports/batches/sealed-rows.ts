import type { DelimiterName } from "../../../common/batch.ts";
import type { MappedRow } from "../../../common/rows.ts";

/**
 * Rows that were sealed as the payload of a batch before (sealPayload) and written as a block:
 * ready to go as they are.
 */
export interface SealedRows {
  readonly rowCount: number;
  /** The spreadsheet's row numbers of the first and the last. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly byteSize: number;
  readonly delimiter: DelimiterName;
  /** Whether every row has a key. */
  readonly keyed: boolean;
  /** Hashes of the values by which customers are found, as `createValueHashes` writes them. */
  readonly valueHashes: Uint32Array;
  /** The block's id in `row_blocks`. */
  readonly blockId: number;
  /** The rows themselves, for a batch that has to be made otherwise. */
  open(): readonly MappedRow[];
}

/** Rows on their way into the queue, in list order. */
export type RowsToQueue = readonly MappedRow[] | SealedRows;

export function isSealed(rows: RowsToQueue): rows is SealedRows {
  return "blockId" in rows;
}
