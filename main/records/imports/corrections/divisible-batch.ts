import type { ImportOptions } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { TRIED_IN_DOUBT_SQL } from "../batches/standing.ts";
import type { PartsPlace } from "./corrected-parts.ts";

/** Where a batch stands of which nothing can have arrived, and what its parts are made with. */
export interface DivisibleBatch extends PartsPlace {
  readonly byteSize: number;
  /** The account by which its customers stand in the index. */
  readonly indexedAs: string;
  readonly generateCardNumbers: ImportOptions["generateCardNumbers"];
}

/** undefined where an earlier try may have arrived: nobody could tell later which of its parts did. */
export function createDivisibleReader(
  db: Database,
): (batchId: number) => DivisibleBatch | undefined {
  const read = statement<[batchId: number], DivisibleBatch>(
    db,
    `SELECT batches.id, import_id AS importId, batches.connection_id AS connectionId,
       ifnull(indexed_as, account_id) AS indexedAs,
       options ->> '$.generateCardNumbers' AS generateCardNumbers
     FROM batches JOIN imports ON imports.id = import_id
     WHERE batches.id = ? AND row_count > 1 AND batches.state IN ('queued', 'waiting', 'sending')
       AND NOT ${TRIED_IN_DOUBT_SQL} AND batches.connection_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM batch_earlier WHERE batch_id = batches.id)`,
  );
  return (batchId) => read.get(batchId);
}

/** Reads how large batches are: bytes of their encoded rows, and rows. */
export function createSizeReader(db: Database): (batchId: number) => BatchSize | undefined {
  const read = statement<[batchId: number], BatchSize>(
    db,
    "SELECT byte_size AS bytes, row_count AS rows FROM batches WHERE id = ?",
  );
  return (batchId) => read.get(batchId);
}

export interface BatchSize {
  readonly bytes: number;
  readonly rows: number;
}
