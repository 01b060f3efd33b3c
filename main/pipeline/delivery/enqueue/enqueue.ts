import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import { beginUnsynced } from "../../../common/sqlite/unsynced.ts";
import { isSameServer } from "../../../records/connections/server.ts";
import { createCustomerCollector } from "../../../records/customers/collector.ts";
import { openRunsOf } from "../../../records/customers/runs.ts";
import { tidyCustomers } from "../../../records/customers/tidy.ts";
import type { RowsToQueue } from "../../../records/imports/batches/sealed-rows.ts";
import { createBatchWriter } from "../../../records/imports/creating/batch-writer.ts";
import { insertImport, showImport } from "../../../records/imports/creating/insert-import.ts";
import { readTarget } from "../../../records/imports/import-record.ts";
import type { EnqueueHooks, ImportSpec } from "../../../records/imports/import-spec.ts";
import { createSendOrder } from "../../../records/imports/send-order.ts";
import { createUndoLog } from "../../../records/undo-log/log.ts";
import { recordImport } from "../../../records/undo-log/record-import.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createLines } from "../line/lines.ts";
import { removePreparing } from "./sweep-preparing.ts";
import { writeRows } from "./write-rows.ts";

export type { EnqueueHooks, ImportSpec } from "../../../records/imports/import-spec.ts";

/**
 * Writes an import's batches and makes it visible to queue and history in one last transaction:
 * queued whole, or not at all. Synchronous; meant for a worker process or the command line.
 * @throws AppError nothing-to-send | undo-moved | disk-full | database-read-only | not-found
 */
export function enqueueImport(
  db: Database,
  vault: Vault,
  spec: ImportSpec,
  rows: Iterable<RowsToQueue>,
  hooks: EnqueueHooks = {},
): { readonly importId: number } {
  let importId: number | null = null;
  const endUnsynced = beginUnsynced(db);
  try {
    requireUndoneServer(db, spec);
    importId = insertImport(db, spec);
    const writer = createBatchWriter(db, importId, spec.connection.id);
    const fields = spec.mapping.map((each) => each.field);
    const { accountId } = spec.connection;
    const rowsToSend = spec.checked.toSend;
    const customers = createCustomerCollector(db, vault, accountId, fields, rowsToSend);
    writeRows(vault, spec, rows, { writer, customers }, hooks);
    const totals = writer.end();
    if (totals.batches === 0) throw new AppError("nothing-to-send");
    customers.write(importId);
    hooks.beforeQueued?.(importId);
    endUnsynced();
    importId = makeVisible(db, vault, { importId, spec, totals }, hooks);
  } catch (error) {
    endUnsynced();
    if (importId !== null) tryRemove(db, importId);
    throw databaseError(error);
  }
  tryTidy(db);
  return { importId };
}

/** Earlier values go back to where the undone import went, whatever connection was chosen. */
function requireUndoneServer(db: Database, { undoesImportId, connection }: ImportSpec): void {
  if (undoesImportId === undefined) return;
  const { address, accountId } = readTarget(db, undoesImportId);
  if (isSameServer({ address, accountId }, connection)) return;
  throw new AppError("undo-moved", { params: { address, account: accountId } });
}

function makeVisible(
  db: Database,
  vault: Vault,
  about: {
    readonly importId: number;
    readonly spec: ImportSpec;
    readonly totals: { readonly rows: number; readonly batches: number };
  },
  hooks: EnqueueHooks,
): number {
  const { importId, spec, totals } = about;
  const nextInOrder = createSendOrder(db);
  const flip = db.transaction(() => {
    createLines(db).forgetIdle(spec.connection.id);
    const queuedOrder = spec.comparedAt ?? nextInOrder();
    if (!showImport(db, { importId, ...totals, queuedOrder })) {
      throw new AppError("not-found", { params: { what: "import", id: importId } });
    }
    openRunsOf(db, importId);
    hooks.withQueued?.(importId);
    const { fileName, undoesImportId: undoes } = spec;
    const becomes = hooks.becomes?.(importId) ?? importId;
    recordImport(createUndoLog(db, vault), { importId: becomes, fileName, undoes });
    return becomes;
  });
  return flip.immediate();
}

/** The import stands whether this works or not; what is left is tidied after the next one. */
function tryTidy(db: Database): void {
  attempt(() => tidyCustomers(db));
}

/** Where even this fails (disk full), the next start's sweep removes the import. */
function tryRemove(db: Database, importId: number): void {
  attempt(() => removePreparing(db, importId));
}

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
}
