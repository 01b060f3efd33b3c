import type { Duplicates, OutputFormat } from "../../../../../preload/types.ts";
import type { DelimiterName } from "../../../../common/batch.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { column, statement } from "../../../../common/sqlite/statement.ts";

/** What a batch's request is made of. */
export interface RequestRow {
  readonly delimiter: DelimiterName;
  readonly rowCount: number;
  /** null where they are not kept any more. */
  readonly sealedRows: Uint8Array | null;
  /** The import's options, with the batch's own campaigns where it has some; as JSON. */
  readonly options: string;
  readonly output: OutputFormat;
}

/** What the counts of a reply are judged by. */
export interface CountedRows {
  readonly rowCount: number;
  readonly duplicates: Duplicates;
}

export interface RequestRows {
  read(batchId: number): RequestRow | undefined;
  counted(batchId: number): CountedRows | undefined;
  /** Tells whether rows and campaigns are those of before, without reading them: "" where none are kept. */
  version(batchId: number): string;
}

export function createRequestRows(db: Database): RequestRows {
  const read = statement<[batchId: number], RequestRow>(
    db,
    `SELECT delimiter, row_count AS rowCount, sealed_rows AS sealedRows, output,
       iif(campaigns IS NULL, options, json_set(options, '$.campaigns', json(campaigns))) AS options
     FROM batches JOIN imports ON imports.id = import_id
     LEFT JOIN batch_rows ON batch_id = batches.id WHERE batches.id = ?`,
  );
  // A block is never written over: rows that change are sealed into a new one.
  const version = column<[batchId: number], string>(
    db,
    `SELECT block_id || ' ' || ifnull(campaigns, '') FROM batch_blocks
     JOIN batches ON batches.id = batch_id WHERE batch_id = ?`,
  );
  const counted = statement<[batchId: number], CountedRows>(
    db,
    `SELECT row_count AS rowCount, options ->> '$.duplicates' AS duplicates
     FROM batches JOIN imports ON imports.id = import_id WHERE batches.id = ?`,
  );
  return {
    read: (batchId) => read.get(batchId),
    counted: (batchId) => counted.get(batchId),
    version: (batchId) => version.get(batchId) ?? "",
  };
}
