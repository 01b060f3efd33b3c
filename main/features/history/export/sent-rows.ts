import type { BatchStanding } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { batchesWithRows } from "../../../records/imports/batches/batch-ids.ts";
import {
  type BatchRecord,
  readBatches,
  toBatchSummary,
} from "../../../records/imports/batches/batch-record.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { mergeByRow } from "./merge.ts";

/** A row of a batch, with what became of it. */
export interface SentRow {
  readonly row: number;
  readonly values: readonly string[];
  readonly standing: BatchStanding;
  readonly reason: string;
}

export interface SentRows {
  /** In list order, a batch at a time. */
  readonly chunks: Iterable<readonly SentRow[]>;
  /** Batches whose rows are not kept any more. */
  readonly purged: number;
}

/** The rows of an import's batches, of all of them or of those in some states. */
export function readSentRows(
  db: Database,
  vault: Vault,
  importId: number,
  wanted: (batch: BatchRecord) => boolean = () => true,
): SentRows {
  const batches = readBatches(db, importId).filter(wanted);
  const keptIds = batchesWithRows(db, importId);
  const kept = batches.filter((batch) => keptIds.has(batch.id));
  const rows = (trial: 0 | 1) =>
    rowsOf(
      db,
      vault,
      kept.filter((batch) => batch.trial === trial),
    );
  const chunks = kept.some(({ trial }) => trial === 1) ? mergeByRow(rows(1), rows(0)) : rows(0);
  return { chunks, purged: batches.length - kept.length };
}

function* rowsOf(
  db: Database,
  vault: Vault,
  batches: readonly BatchRecord[],
): Generator<readonly SentRow[]> {
  for (const batch of batches) {
    const { standing, reason } = toBatchSummary(vault, batch);
    const rows = readPayload(db, vault, batch.id)?.rows ?? [];
    yield rows.map(({ row, values }) => ({ row, values, standing, reason: reason?.message ?? "" }));
  }
}
