import type { Database } from "../../../common/sqlite/database.ts";
import type { Vault } from "../../vault/vault.ts";
import { type KeptReply, openReply } from "./kept-reply.ts";
import { type BatchPayload, openPayload } from "./payload.ts";

/** The rows of a batch, or null once they are purged. */
export function readPayload(db: Database, vault: Vault, batchId: number): BatchPayload | null {
  const sealed = readBlob(db, "SELECT sealed_rows FROM batch_rows WHERE batch_id = ?", batchId);
  return sealed === null ? null : openPayload(vault, sealed);
}

/** The reply to a batch's last attempt, or null where none came or it is purged. */
export function readReply(db: Database, vault: Vault, batchId: number): KeptReply | null {
  const sealed = readBlob(db, "SELECT sealed_reply FROM batch_replies WHERE batch_id = ?", batchId);
  return sealed === null ? null : openReply(vault, sealed);
}

/** What a batch was before its rows were corrected. */
interface EarlierParts {
  readonly attempt: number;
  readonly correctedAt: number;
  readonly payload: BatchPayload;
  readonly reply: KeptReply | null;
}

/** The former rows of a batch with their replies, newest first. */
export function readEarlier(db: Database, vault: Vault, batchId: number): readonly EarlierParts[] {
  const records = db
    .prepare(
      `SELECT attempt, corrected_at AS correctedAt, sealed_rows AS rows, sealed_reply AS reply
       FROM batch_earlier WHERE batch_id = ? ORDER BY attempt DESC`,
    )
    .all(batchId) as {
    readonly attempt: number;
    readonly correctedAt: number;
    readonly rows: Buffer;
    readonly reply: Buffer | null;
  }[];
  return records.map(({ attempt, correctedAt, rows, reply }) => ({
    attempt,
    correctedAt,
    payload: openPayload(vault, rows),
    reply: reply === null ? null : openReply(vault, reply),
  }));
}

function readBlob(db: Database, sql: string, batchId: number): Buffer | null {
  return (db.prepare(sql).pluck().get(batchId) ?? null) as Buffer | null;
}
