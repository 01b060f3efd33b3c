import type { Database } from "../database/open.ts";
import { type KeptReply, openReply } from "../delivery/kept-reply.ts";
import { type BatchPayload, openPayload } from "../delivery/payload.ts";
import type { Vault } from "../vault/vault.ts";

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

function readBlob(db: Database, sql: string, batchId: number): Buffer | null {
  return (db.prepare(sql).pluck().get(batchId) ?? null) as Buffer | null;
}
