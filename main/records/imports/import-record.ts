import type {
  CheckCounts,
  ImportCounts,
  ImportOptions,
  ImportState,
  ImportSummary,
  Mapping,
  OutputFormat,
} from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { type Server, UNKNOWN_ADDRESS } from "../connections/server.ts";
import { withoutSecrets } from "../mappings/without-secrets.ts";
import { COUNTED_FEWER, importStanding, MAY_HAVE_ARRIVED_SQL } from "./batches/standing.ts";
import { checkedFromJson } from "./checked-counts.ts";
import type { SentColumn } from "./import-spec.ts";

/** A row of `imports`, JSON columns left out. */
export interface SummaryRecord {
  readonly id: number;
  readonly state: ImportState;
  readonly hold: "paused" | "rejected" | null;
  readonly file_name: string;
  readonly connection_id: number | null;
  readonly connection_name: string;
  readonly address: string;
  readonly account_id: string;
  readonly rows_total: number;
  readonly batches_total: number;
  readonly batches_open: number;
  readonly batches_accepted: number;
  readonly batches_rejected: number;
  readonly batches_uncertain: number;
  readonly batches_cancelled: number;
  readonly rows_accepted: number;
  readonly rows_rejected: number;
  readonly rows_uncertain: number;
  readonly reverted: 0 | 1;
  readonly put_back: 0 | 1;
  readonly rows_maybe: number;
  readonly rows_uncounted: number;
  readonly customers_new: number;
  readonly customers_updated: number;
  readonly started_at: number;
  readonly finished_at: number | null;
}

export const SUMMARY_COLUMNS = `id, state, hold, file_name, connection_id, connection_name,
  address, account_id, rows_total, batches_total, batches_open, batches_accepted, batches_rejected,
  batches_uncertain, batches_cancelled, rows_accepted, rows_rejected, rows_uncertain,
  customers_new, customers_updated, started_at, finished_at, reverted,
  EXISTS (SELECT 1 FROM imports AS later WHERE later.undoes_import_id = imports.id
    AND later.phase = 'queued' AND later.state IN ('accepted', 'partly-accepted')
    AND NOT EXISTS (SELECT 1 FROM imports AS again WHERE again.undoes_import_id = later.id
      AND again.phase = 'queued' AND again.state IN ('accepted', 'partly-accepted'))) AS put_back,
  CASE WHEN batches_rejected + batches_cancelled = 0 THEN 0 ELSE (
    SELECT ifnull(sum(row_count), 0) FROM batches
    WHERE import_id = imports.id AND ${MAY_HAVE_ARRIVED_SQL}) END AS rows_maybe,
  CASE WHEN batches_accepted = 0 THEN 0 ELSE (
    SELECT ifnull(sum(row_count - (reason_params ->> '$.counted')), 0) FROM batches
    WHERE import_id = imports.id AND reason_code = '${COUNTED_FEWER}' AND batches.state = 'accepted'
    ) END AS rows_uncounted`;

export function toSummary(record: SummaryRecord): ImportSummary {
  const counts = toCounts(record);
  return {
    id: record.id,
    fileName: record.file_name,
    startedAt: record.started_at,
    finishedAt: record.finished_at,
    connectionId: record.connection_id,
    connectionName: record.connection_name,
    address: record.address === UNKNOWN_ADDRESS ? null : record.address,
    accountId: record.account_id,
    state: record.state,
    standing: importStanding(record.state, counts),
    undone: record.reverted === 1 ? "reverted" : record.put_back === 1 ? "put-back" : null,
    hold: record.hold,
    counts,
  };
}

function toCounts(record: SummaryRecord): ImportCounts {
  return {
    rows: record.rows_total,
    batches: record.batches_total,
    accepted: record.batches_accepted,
    rejected: record.batches_rejected,
    uncertain: record.batches_uncertain,
    cancelled: record.batches_cancelled,
    open: record.batches_open,
    rowsAccepted: record.rows_accepted,
    rowsRejected: record.rows_rejected,
    rowsUncertain: record.rows_uncertain,
    rowsMaybe: record.rows_maybe,
    rowsUncounted: record.rows_uncounted,
    customersNew: record.customers_new,
    customersUpdated: record.customers_updated,
  };
}

/** What an import's requests go to, and over which connection. */
export interface ImportTarget extends Server {
  readonly connectionId: number | null;
}

/** @throws AppError "not-found" */
export function readTarget(db: Database, importId: number): ImportTarget {
  const found = statement<[importId: number], ImportTarget>(
    db,
    `SELECT address, account_id AS accountId, connection_id AS connectionId
     FROM imports WHERE id = ? AND phase = 'queued'`,
  ).get(importId);
  if (found === undefined)
    throw new AppError("not-found", { params: { what: "import", id: importId } });
  return found;
}

/** What an import was made of, as it was when it was queued. */
export interface ImportSetup {
  readonly summary: ImportSummary;
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly SentColumn[];
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly output: OutputFormat;
  readonly checked: CheckCounts;
}

interface SetupRecord extends SummaryRecord {
  readonly sheet: string;
  readonly header_row: number;
  readonly columns: string;
  readonly mapping: string;
  readonly options: string;
  readonly output: OutputFormat;
  readonly checked: string;
}

/** @throws AppError "not-found", also for an import that is still being prepared */
export function readSetup(db: Database, importId: number): ImportSetup {
  const record = statement<[importId: number], SetupRecord>(
    db,
    `SELECT ${SUMMARY_COLUMNS}, sheet, header_row, columns, mapping, options, output, checked
     FROM imports WHERE id = ? AND phase = 'queued'`,
  ).get(importId);
  if (record === undefined)
    throw new AppError("not-found", { params: { what: "import", id: importId } });
  return {
    summary: toSummary(record),
    sheet: record.sheet,
    headerRow: record.header_row,
    columns: JSON.parse(record.columns),
    mapping: withoutSecrets(JSON.parse(record.mapping)),
    options: JSON.parse(record.options),
    output: record.output,
    checked: checkedFromJson(record.checked),
  };
}
