import type { Database } from "../../../main/common/sqlite/database.ts";
import { createCustomerCollector } from "../../../main/records/customers/collector.ts";
import { openRunsOf } from "../../../main/records/customers/runs.ts";
import { tidyCustomers } from "../../../main/records/customers/tidy.ts";
import { sealPayload } from "../../../main/records/imports/batches/payload.ts";
import type { Vault } from "../../../main/records/vault/vault.ts";
import { specOf } from "../../pipeline/delivery/lists.ts";
import { BENCH_FIELDS, benchRow } from "../lists/bench-rows.ts";

export const IMPORTS = 10_000;
export const ROWS = 500;
/** Customers of the store: each is sent by 50 imports. */
export const CUSTOMERS = 100_000;
const SLICES = CUSTOMERS / ROWS;
const ACCOUNT = "practicestore";

const STATES = ["accepted", "accepted", "accepted", "partly-accepted", "rejected"] as const;

/**
 * Fills a history with imports of one batch each, the rows of a store's customers in turns; by
 * plain SQL for imports and batches, by the program's own code for the index of customers. They went
 * to the connection's address, as today's imports do: of one whose address is not known nothing is sure.
 */
export function fillHistory(db: Database, vault: Vault, connectionId: number): void {
  const rows = Array.from({ length: SLICES }, (_, slice) =>
    Array.from({ length: ROWS }, (_, at) => benchRow(slice * ROWS + at)),
  );
  const sealed = rows.map((values) =>
    sealPayload(vault, {
      fields: BENCH_FIELDS,
      rows: values.map((each, at) => ({ row: at + 2, values: each })),
    }),
  );
  const spec = specOf(connectionId, { fields: BENCH_FIELDS, rows: [] });
  const insertImport = db.prepare(
    `INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
       output, checked, connection_id, connection_name, account_id, rows_total, batches_total,
       batches_accepted, rows_accepted, customers_updated, pid, started_at, finished_at, address)
     VALUES ('queued', ?, ?, 'Sheet1', 1, ?, ?, ?, 'json', ?, ?, 'Store', ?, ?, 1, 1, ?, ?, 0, ?, ?, ?)`,
  );
  const insertBatch = db.prepare(
    `INSERT INTO batches (import_id, connection_id, position, state, row_count, first_row,
       last_row, byte_size, delimiter, repeatable, attempts, sent_at, sent_order, created_count,
       updated_count)
     VALUES (?, ?, 1, 'accepted', ?, 2, ?, 60000, 'pipe', 1, 1, ?, ?, 0, ?)`,
  );
  const insertRows = db.prepare("INSERT INTO batch_rows (batch_id, sealed_rows) VALUES (?, ?)");
  const log = db.prepare(
    "INSERT INTO batch_log (batch_id, seq, at, state, cause) VALUES (?, ?, ?, ?, ?)",
  );
  const some = db.transaction((from: number, to: number) => {
    for (let n = from; n < to; n += 1) {
      const slice = n % SLICES;
      const at = 1_700_000_000_000 + n * 60_000;
      const name = `customers-${n}-${["march", "april", "may"][n % 3]}.xlsx`;
      const json = [spec.columns, spec.mapping, spec.options, spec.checked].map((each) =>
        JSON.stringify(each),
      );
      const { lastInsertRowid: importId } = insertImport.run(
        STATES[n % STATES.length],
        name,
        ...json,
        connectionId,
        ACCOUNT,
        ROWS,
        ROWS,
        ROWS,
        at,
        at + 5_000,
        spec.connection.address,
      );
      const { lastInsertRowid: batchId } = insertBatch.run(
        importId,
        connectionId,
        ROWS,
        ROWS + 1,
        at,
        n + 1,
        ROWS,
      );
      insertRows.run(batchId, sealed[slice]);
      log.run(batchId, 1, at, "sending", "claimed");
      log.run(batchId, 2, at, "accepted", "accepted");
      const customers = createCustomerCollector(db, vault, ACCOUNT, BENCH_FIELDS);
      for (const values of rows[slice] ?? []) customers.add(values, 1);
      customers.write(Number(importId));
      openRunsOf(db, Number(importId));
    }
  });
  for (let n = 0; n < IMPORTS; n += 16) {
    some.immediate(n, Math.min(IMPORTS, n + 16));
    tidyCustomers(db);
  }
}
