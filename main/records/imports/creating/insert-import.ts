import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { withoutSecrets } from "../../mappings/without-secrets.ts";
import { checkedToJson } from "../checked-counts.ts";
import type { ImportSpec } from "../import-spec.ts";

/** Writes an import that nobody sees before `showImport`. @returns its id */
export function insertImport(db: Database, spec: ImportSpec): number {
  const { connection } = spec;
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO imports
       (phase, state, file_name, sheet, header_row, columns, mapping, options, output, checked,
        connection_id, connection_name, address, account_id, undoes_import_id, pid, started_at)
     VALUES ('preparing', 'queued', :fileName, :sheet, :headerRow, :columns, :mapping, :options,
       :output, :checked, :connectionId, :connectionName, :address, :accountId, :undoes, :pid, :now)`,
  ).run({
    fileName: spec.fileName,
    sheet: spec.sheet,
    headerRow: spec.headerRow,
    columns: JSON.stringify(spec.columns),
    mapping: JSON.stringify(withoutSecrets(spec.mapping)),
    options: JSON.stringify(spec.options),
    output: spec.output,
    checked: checkedToJson(spec.checked),
    connectionId: connection.id,
    connectionName: connection.name,
    address: connection.address,
    accountId: connection.accountId,
    undoes: spec.undoesImportId ?? null,
    pid: process.pid,
    now: Date.now(),
  });
  return Number(lastInsertRowid);
}

/** What is known of an import once all of its batches are written. */
export interface ImportTotals {
  readonly importId: number;
  readonly rows: number;
  readonly batches: number;
  /** The import's place among all attempts to send. */
  readonly queuedOrder: number;
}

/** Makes an import visible to queue and history. @returns false where it is gone */
export function showImport(db: Database, totals: ImportTotals): boolean {
  const { importId, rows, batches, queuedOrder } = totals;
  const { changes } = statement(
    db,
    `UPDATE imports SET phase = 'queued', rows_total = :rows,
       batches_total = :batches, batches_open = :batches, started_at = :now,
       queued_order = :queuedOrder
     WHERE id = :importId AND phase = 'preparing'`,
  ).run({ importId, rows, batches, queuedOrder, now: Date.now() });
  return changes === 1;
}
