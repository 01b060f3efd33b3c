import type { Batch } from "../batches/batch.ts";
import { createBatcher } from "../batches/batcher.ts";
import { createKeyIdentities, createRowIdentity } from "../batches/row-identity.ts";
import { type Database, databaseError } from "../database/open.ts";
import { AppError } from "../errors.ts";
import type { MappedRow } from "../rows.ts";
import type { Vault } from "../vault/vault.ts";
import { type BatchWriter, createBatchWriter } from "./batch-writer.ts";
import { createDistinct } from "./distinct.ts";
import type { EnqueueHooks, ImportSpec } from "./import-spec.ts";
import { removePreparing } from "./sweep-preparing.ts";

export type { EnqueueHooks, ImportSpec } from "./import-spec.ts";

/**
 * Writes an import's batches and makes it visible to queue and history in one last transaction:
 * queued whole, or not at all. Synchronous; meant for a worker process or the command line.
 * @throws AppError nothing-to-send | disk-full | database-read-only | not-found
 */
export function enqueueImport(
  db: Database,
  vault: Vault,
  spec: ImportSpec,
  rows: Iterable<readonly MappedRow[]>,
  hooks: EnqueueHooks = {},
): { readonly importId: number } {
  let importId: number | null = null;
  try {
    importId = insertImport(db, spec);
    const writer = createBatchWriter(db, vault, importId, spec.connection.id);
    const distinct = writeRows(vault, spec, rows, writer, hooks);
    const totals = writer.end();
    if (totals.batches === 0) throw new AppError("nothing-to-send");
    hooks.beforeQueued?.(importId);
    makeVisible(db, importId, distinct, totals, hooks);
    return { importId };
  } catch (error) {
    if (importId !== null) tryRemove(db, importId);
    throw databaseError(error);
  }
}

/** @returns whether every row's key occurs once; false where nobody asked */
function writeRows(
  vault: Vault,
  spec: ImportSpec,
  chunks: Iterable<readonly MappedRow[]>,
  writer: BatchWriter,
  hooks: EnqueueHooks,
): boolean {
  const fields = spec.mapping.map((each) => each.field);
  const identify = createRowIdentity(fields);
  const { settings } = spec.connection;
  const batcher = createBatcher({
    fields,
    limits: { rows: spec.batchRows ?? settings.batchRows, bytes: settings.batchBytes },
    generateCardNumbers: spec.options.generateCardNumbers,
    hashRow: (values) => vault.hash(identify(values)).toString("base64"),
  });
  const keysOf = createKeyIdentities(fields);
  const distinct = (settings.parallel ?? 1) > 1 ? createDistinct() : null;
  const write = (batch: Batch | null) => {
    if (batch !== null) writer.add(batch);
  };
  let count = 0;
  for (const chunk of chunks) {
    for (const row of chunk) {
      write(batcher.add(row));
      distinct?.add(keysOf(row.values).map((key) => vault.hash(key)));
    }
    count += chunk.length;
    hooks.onProgress?.(count);
  }
  write(batcher.end());
  return distinct?.verdict() ?? false;
}

function insertImport(db: Database, spec: ImportSpec): number {
  const result = db
    .prepare(
      `INSERT INTO imports
         (phase, state, file_name, sheet, header_row, columns, mapping, options, output, checked,
          connection_id, connection_name, account_id, pid, started_at)
       VALUES ('preparing', 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      spec.fileName,
      spec.sheet,
      spec.headerRow,
      JSON.stringify(spec.columns),
      JSON.stringify(spec.mapping),
      JSON.stringify(spec.options),
      spec.output,
      JSON.stringify(spec.checked),
      spec.connection.id,
      spec.connection.name,
      spec.connection.accountId,
      process.pid,
      Date.now(),
    );
  return Number(result.lastInsertRowid);
}

function makeVisible(
  db: Database,
  importId: number,
  distinct: boolean,
  totals: { readonly rows: number; readonly batches: number },
  hooks: EnqueueHooks,
): void {
  const flip = db.transaction(() => {
    const { changes } = db
      .prepare(
        `UPDATE imports SET phase = 'queued', distinct_keys = ?, rows_total = ?,
           batches_total = ?, batches_open = ?, started_at = ?
         WHERE id = ? AND phase = 'preparing'`,
      )
      .run(Number(distinct), totals.rows, totals.batches, totals.batches, Date.now(), importId);
    if (changes !== 1) throw new AppError("not-found", { params: { what: "import" } });
    hooks.withQueued?.(importId);
  });
  flip.immediate();
}

/** Where even this fails (disk full), the next start's sweep removes the import. */
function tryRemove(db: Database, importId: number): void {
  try {
    removePreparing(db, importId);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
