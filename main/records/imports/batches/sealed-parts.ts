import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import type { Vault } from "../../vault/vault.ts";
import { type KeptReply, openReply } from "./kept-reply.ts";
import { type BatchPayload, openPayload } from "./payload.ts";

/** The rows of a batch, or null once they are purged. */
export function readPayload(db: Database, vault: Vault, batchId: number): BatchPayload | null {
  const sealed = createSealedRowsReader(db)(batchId);
  return sealed === undefined ? null : openPayload(vault, sealed);
}

/** Reads batches' rows as they are kept; undefined once they are purged. */
export function createSealedRowsReader(db: Database): (batchId: number) => Buffer | undefined {
  const read = column<[batchId: number], Buffer>(
    db,
    "SELECT sealed_rows FROM batch_rows WHERE batch_id = ?",
  );
  return (batchId) => read.get(batchId);
}

/** The reply to a batch's last attempt, or null where none came or it is purged. */
export function readReply(db: Database, vault: Vault, batchId: number): KeptReply | null {
  const sealed = column<[batchId: number], Buffer>(
    db,
    "SELECT sealed_reply FROM batch_replies WHERE batch_id = ?",
  ).get(batchId);
  return sealed === undefined ? null : openReply(vault, sealed);
}

/** What a batch was before its rows were corrected. */
interface EarlierParts {
  readonly attempt: number;
  readonly correctedAt: number;
  readonly payload: BatchPayload;
  readonly reply: KeptReply | null;
}

interface EarlierRecord extends Pick<EarlierParts, "attempt" | "correctedAt"> {
  readonly rows: Buffer;
  readonly reply: Buffer | null;
}

/** The former rows of a batch with their replies, newest first. */
export function readEarlier(db: Database, vault: Vault, batchId: number): readonly EarlierParts[] {
  const records = statement<[batchId: number], EarlierRecord>(
    db,
    `SELECT attempt, corrected_at AS correctedAt, sealed_rows AS rows, sealed_reply AS reply
     FROM batch_earlier WHERE batch_id = ? ORDER BY attempt DESC`,
  ).all(batchId);
  return records.map(({ attempt, correctedAt, rows, reply }) => ({
    attempt,
    correctedAt,
    payload: openPayload(vault, rows),
    reply: reply === null ? null : openReply(vault, reply),
  }));
}
