import { toAppError } from "../../../common/errors.ts";
import type { Transport } from "../../../common/host/transport.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { createSleep, type Sleep } from "../../../common/system/sleep.ts";
import type { ConnectionResolver } from "../../../records/connections/resolved.ts";
import { type BatchStore, createBatchStore } from "../../../records/imports/batches/batch-store.ts";
import { createHeadKeeper } from "../../../records/imports/batches/request/request-heads.ts";
import { type ChangeTeller, createChangeTeller } from "../../../records/imports/change-teller.ts";
import { createHolds, type Holds } from "../../../records/imports/holds.ts";
import { createLease, type Lease } from "../../../records/imports/lease.ts";
import { createOutbox, type Outbox } from "../../../records/imports/queue/outbox.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { type Aims, createAims } from "../aim.ts";
import { createLines, type Lines } from "../line/lines.ts";
import { createOvertaken } from "../overtaken.ts";
import { type BatchBodies, createBatchBodies } from "./batch-body.ts";
import { type CustomerWatch, createCustomerWatch } from "./turn/customer-watch.ts";

export interface SenderDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly transport: Transport;
  readonly resolve: ConnectionResolver;
  /** Batches of this import changed here. Called outside any transaction, not for every change. */
  readonly onChange: (importId: number) => void;
  /** Another process changed the database. */
  readonly onOutsideChange?: () => void;
  /** For the log: codes and counts, never data. */
  readonly onTrouble?: (code: string, detail: string) => void;
  readonly random?: () => number;
  readonly now?: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly steady?: () => number;
  readonly timeouts?: Partial<SenderTimeouts>;
}

/** Milliseconds. */
export interface SenderTimeouts {
  readonly connect: number;
  readonly reply: number;
  /** How long `stop` waits for what is on its way. */
  readonly stop: number;
}

const TIMEOUTS: SenderTimeouts = { connect: 15_000, reply: 120_000, stop: 10_000 };

/** What the parts of one sender share. */
export interface SenderContext {
  readonly db: Database;
  readonly vault: Vault;
  readonly transport: Transport;
  readonly resolve: ConnectionResolver;
  readonly changes: ChangeTeller;
  readonly onTrouble: (code: string, detail: string) => void;
  readonly random: () => number;
  readonly now: () => number;
  readonly timeouts: SenderTimeouts;
  readonly lease: Lease;
  readonly outbox: Outbox;
  readonly lines: Lines;
  readonly store: BatchStore;
  readonly bodies: BatchBodies;
  readonly customers: CustomerWatch;
  /** Batches that wait for a person's decision about one before them, by connection. */
  readonly heldBack: Map<number, ReadonlySet<number>>;
  readonly holds: Holds;
  readonly sleep: Sleep;
  readonly aims: Aims;
  readonly keepHead: ReturnType<typeof createHeadKeeper>;
  /** Whether a batch that puts earlier values back comes too late. */
  readonly isOvertaken: (batchId: number) => boolean;
  /** Nothing new is begun any more. */
  readonly stopping: AbortSignal;
  /** What is on its way is given up. */
  readonly abandon: AbortSignal;
}

export function createSenderContext(
  deps: SenderDeps,
  stopping: AbortSignal,
  abandon: AbortSignal,
): SenderContext {
  const now = deps.now ?? Date.now;
  const onTrouble = deps.onTrouble ?? (() => undefined);
  return {
    db: deps.db,
    vault: deps.vault,
    transport: deps.transport,
    resolve: deps.resolve,
    changes: createChangeTeller(deps.onChange, (error) => {
      const { code, detail } = toAppError(error);
      onTrouble(code, detail ?? "change not told");
    }),
    onTrouble,
    random: deps.random ?? Math.random,
    now,
    timeouts: { ...TIMEOUTS, ...deps.timeouts },
    lease: createLease(deps.db, now, deps.steady),
    outbox: createOutbox(deps.db),
    lines: createLines(deps.db),
    store: createBatchStore(deps.db, deps.vault),
    bodies: createBatchBodies(deps.db, deps.vault),
    customers: createCustomerWatch(deps.db, deps.vault),
    heldBack: new Map(),
    holds: createHolds(deps.db),
    sleep: createSleep(now),
    aims: createAims(deps.db),
    keepHead: createHeadKeeper(deps.db),
    isOvertaken: createOvertaken(deps.db, deps.vault),
    stopping,
    abandon,
  };
}
