import type { Transport } from "../api/transport.ts";
import type { ConnectionResolver } from "../connections/resolved.ts";
import type { Database } from "../database/open.ts";
import { AppError } from "../errors.ts";
import type { Vault } from "../vault/vault.ts";

export interface SenderDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly transport: Transport;
  readonly resolve: ConnectionResolver;
  /** A batch of this import changed (here). Called outside any transaction. */
  readonly onChange: (importId: number) => void;
  /** Another process changed the database. */
  readonly onOutsideChange?: () => void;
  /** For the log: codes and counts, never data. */
  readonly onTrouble?: (code: string, detail: string) => void;
  readonly random?: () => number;
  readonly now?: () => number;
}

/** Sends the queue's batches. Many may exist on a data folder; the one with the lease sends. */
export interface Sender {
  start(): void;
  /** Claims nothing more, waits for what is on its way (some seconds), gives the lease back. */
  stop(): Promise<void>;
  /** Looks at the queue at once (after an import was queued). */
  wake(): void;
  /** Every waiting batch goes at once, whatever its next time. */
  sendNow(): void;
  /** Batches that wait for the network go at once. */
  networkBack(): void;
  /**
   * For the command line, after `start`: ends when nothing is left to do, when all that is left
   * waits longer than the remaining time, or after `maxMs`. Another process may do the sending.
   */
  drain(maxMs: number): Promise<void>;
}

export function createSender(_deps: SenderDeps): Sender {
  throw new AppError("unexpected");
}
