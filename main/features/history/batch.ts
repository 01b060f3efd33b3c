import { DEFAULT_CONNECTION_SETTINGS as DEFAULT } from "../../../preload/connection-settings.ts";
import type { BatchDetail } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { t } from "../../common/text.ts";
import { hideSecrets } from "../../pipeline/api/hide-secrets.ts";
import { createRowMask, MASK, maskParameters, secretValues } from "../../pipeline/batches/mask.ts";
import { batchParameters } from "../../pipeline/batches/request.ts";
import { readConnection, toConnection } from "../../records/connections/records.ts";
import { serverOf } from "../../records/connections/server.ts";
import { readBatchLog } from "../../records/imports/batches/batch-log.ts";
import {
  type BatchRecord,
  readBatch,
  toBatchSummary,
} from "../../records/imports/batches/batch-record.ts";
import type { KeptReply } from "../../records/imports/batches/kept-reply.ts";
import type { BatchPayload } from "../../records/imports/batches/payload.ts";
import { type RequestHead, readHead } from "../../records/imports/batches/request/request-heads.ts";
import { readEarlier, readPayload, readReply } from "../../records/imports/batches/sealed-parts.ts";
import { type ImportSetup, readSetup } from "../../records/imports/import-record.ts";
import type { Vault } from "../../records/vault/vault.ts";

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
  const campaigns = campaignsOf(record, setup);
  const fields = payload?.fields ?? setup.mapping.map((entry) => entry.field);
  return {
    ...summary,
    campaigns,
    ...requestOf(db, record, { ...setup, options: { ...setup.options, campaigns } }, fields),
    fields,
    rowsSent: payload === null ? [] : shownRows(payload),
    reply: replyOf(readReply(db, vault, batchId), payload),
    log: readBatchLog(db, batchId),
    correctable: summary.correctable && payload !== null,
    earlier: readEarlier(db, vault, batchId).map(({ payload: former, reply, ...rest }) => ({
      ...rest,
      fields: former.fields,
      rows: former.rows.length,
      rowsSent: shownRows(former),
      reply: replyOf(reply, former),
    })),
  };
}

function campaignsOf({ campaigns }: BatchRecord, { options }: ImportSetup): readonly string[] {
  return campaigns === null ? options.campaigns : JSON.parse(campaigns);
}

function shownRows({ fields, rows }: BatchPayload): BatchDetail["rowsSent"] {
  const mask = createRowMask(fields);
  return rows.slice(0, ROWS_SHOWN).map(({ row, values }) => ({ row, values: mask(values) }));
}

/**
 * The parameters with which the batch was sent last, or as it would go now where it never was; the
 * rows are apart. Of what earlier versions sent, those that the import itself tells.
 */
function requestOf(
  db: Database,
  record: BatchRecord,
  { summary, options, output }: ImportSetup,
  fields: BatchPayload["fields"],
): Pick<BatchDetail, "request" | "sentTo"> {
  const head = record.attempts > 0 ? readHead(db, record.id) : headNow(db, summary.connectionId);
  const { userId = "", accountId = summary.accountId } = head ?? {};
  const settings = { compatibility: head?.compatibility ?? DEFAULT.compatibility };
  const parameters = batchParameters(
    { userId, apiKey: MASK, accountId, settings },
    { options, output, delimiter: record.delimiter, fields },
  );
  const told = head === null ? parameters.filter(({ name }) => !UNTOLD.has(name)) : parameters;
  const rows = t("words:request-rows", { count: record.row_count });
  const data = head === null ? [] : [{ name: head.compatibility.dataParameter, value: rows }];
  return {
    request: [...maskParameters(told), ...data],
    sentTo: record.attempts > 0 ? (head?.address ?? null) : null,
  };
}

/** What only the connection says, and it may have been another one. */
const UNTOLD: ReadonlySet<string> = new Set(["user_id", "user_api_key"]);

function headNow(db: Database, connectionId: number | null): RequestHead | null {
  if (connectionId === null) return null;
  const connection = toConnection(readConnection(db, connectionId));
  const { userId, settings } = connection;
  return { ...serverOf(connection), userId, compatibility: settings.compatibility };
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
