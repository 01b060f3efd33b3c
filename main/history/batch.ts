import { DEFAULT_CONNECTION_SETTINGS } from "../../preload/connection-settings.ts";
import type { BatchDetail, BatchState } from "../../preload/types.ts";
import { hideSecrets } from "../api/hide-secrets.ts";
import { createRowMask, MASK, maskParameters, secretValues } from "../batches/mask.ts";
import { batchParameters } from "../batches/request.ts";
import { readConnection } from "../connections/records.ts";
import { parseSettings } from "../connections/settings.ts";
import type { Database } from "../database/open.ts";
import type { KeptReply } from "../delivery/kept-reply.ts";
import type { BatchPayload } from "../delivery/payload.ts";
import type { Vault } from "../vault/vault.ts";
import { type BatchRecord, readBatch, toBatchSummary } from "./batch-record.ts";
import { type ImportSetup, readSetup } from "./import-record.ts";
import { readEarlier, readPayload, readReply } from "./sealed-parts.ts";

/** Rows shown; the others are in the exports. */
const ROWS_SHOWN = 20;
/** Characters of a reply shown. */
const REPLY_SHOWN = 64 * 1024;

/**
 * One batch in full: its request with secrets masked, its first rows as sent, the reply, its log.
 * @throws AppError "not-found" | "sealed-data-unreadable"
 */
export function getBatch(db: Database, vault: Vault, batchId: number): BatchDetail {
  const record = readBatch(db, batchId);
  const setup = readSetup(db, record.import_id);
  const summary = toBatchSummary(vault, record);
  const payload = readPayload(db, vault, batchId);
  const fields = payload?.fields ?? setup.mapping.map((entry) => entry.field);
  return {
    ...summary,
    request: requestOf(db, record, setup, fields),
    fields,
    rowsSent: payload === null ? [] : shownRows(payload),
    reply: replyOf(readReply(db, vault, batchId), payload),
    log: db
      .prepare("SELECT at, state, cause, detail FROM batch_log WHERE batch_id = ? ORDER BY seq")
      .all(batchId) as LogRecord[],
    mendable: summary.mendable && payload !== null,
    earlier: readEarlier(db, vault, batchId).map(({ payload: former, reply, ...rest }) => ({
      ...rest,
      fields: former.fields,
      rows: former.rows.length,
      rowsSent: shownRows(former),
      reply: replyOf(reply, former),
    })),
  };
}

function shownRows({ fields, rows }: BatchPayload): BatchDetail["rowsSent"] {
  const mask = createRowMask(fields);
  return rows.slice(0, ROWS_SHOWN).map(({ row, values }) => ({ row, values: mask(values) }));
}

interface LogRecord {
  readonly at: number;
  readonly state: BatchState;
  readonly cause: string;
  readonly detail: string | null;
}

/** The parameters as they are sent with the connection as it stands now; the rows are apart. */
function requestOf(
  db: Database,
  record: BatchRecord,
  { summary, options, output }: ImportSetup,
  fields: BatchPayload["fields"],
): BatchDetail["request"] {
  const connection =
    summary.connectionId === null ? null : readConnection(db, summary.connectionId);
  const parameters = batchParameters(
    {
      userId: connection?.user_id ?? "",
      apiKey: MASK,
      accountId: summary.accountId,
      settings:
        connection === null ? DEFAULT_CONNECTION_SETTINGS : parseSettings(connection.settings),
    },
    { options, output, delimiter: record.delimiter, fields },
  );
  return maskParameters(parameters);
}

/** A server may repeat what it was sent; a password or PIN of this batch is masked there too. */
function replyOf(kept: KeptReply | null, payload: BatchPayload | null): BatchDetail["reply"] {
  if (kept === null) return null;
  const secrets = payload === null ? [] : secretValues(payload.fields, payload.rows);
  // A little more than is shown, so that the cut leaves no half of a secret.
  const text = kept.body.slice(0, 2 * REPLY_SHOWN);
  const body = hideSecrets(text, secrets).slice(0, REPLY_SHOWN);
  return { status: kept.status, body, cut: kept.cut || kept.body.length > REPLY_SHOWN };
}
