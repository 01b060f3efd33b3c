import type { Page, QueuedBatch, QueueSummary } from "../../preload/types.ts";
import type { Database } from "../database/open.ts";
import { AppError } from "../errors.ts";
import type { Vault } from "../vault/vault.ts";

/** What pause and resume speak of; empty: everything. */
export interface QueueScope {
  readonly importId?: number;
  readonly connectionId?: number;
}

/**
 * What a person may do with batches that are not settled. Every change is one transaction with an
 * entry in the batch's log. Whichever process sends notices by itself.
 */
export interface Queue {
  summary(): QueueSummary;
  /** In the order of sending. */
  list(page: { readonly offset: number; readonly limit: number }): Page<QueuedBatch>;
  pause(scope: QueueScope): void;
  /** Of an import held by a rejection: the rejected batches stay as they are, later ones go. */
  resume(scope: QueueScope): void;
  /** Cancels a batch that was not sent; leaves a rejected one as it is and takes it off the queue. */
  cancelBatch(id: number): void;
  /** Cancels what of an import was not sent. */
  cancelImport(id: number): void;
  /** An uncertain batch arrived ("sent") or goes again; a rejected one may go again. */
  resolve(batchId: number, as: "sent" | "resend"): void;
}

export function createQueue(_db: Database, _vault: Vault): Queue {
  throw new AppError("unexpected");
}
