import { PRACTICE_CREDENTIALS, type PracticeCampaign } from "./account.ts";
import { exchange } from "./exchange.ts";
import { createFaultyAnswerer } from "./faults/answer.ts";
import type { FaultPlan } from "./faults/fault.ts";
import { createAnswerer } from "./http/answer.ts";
import { listen } from "./http/listen.ts";
import type { AppliedBatch } from "./store/applied.ts";
import { openPracticeDatabase } from "./store/open.ts";
import { createPracticeStore } from "./store/store.ts";
import type { UndoResult, UndoState } from "./store/undo.ts";
import { type PracticeCustomer, withBalances } from "./with-balances.ts";

export type { PracticeCustomer } from "./with-balances.ts";

export interface PracticeServerOptions {
  /** Left out or 0: any free one. */
  readonly port?: number;
  /** A file (shared by any number of servers, kept between starts) or ":memory:". */
  readonly databasePath: string;
  /** Lets tests spoil requests; production has none. */
  readonly faults?: FaultPlan;
  /** The campaigns of a new database; the practice account's own where left out. */
  readonly campaigns?: readonly PracticeCampaign[];
  /** Whether `applied()` keeps every batch's rows; by default only in memory, a short life. */
  readonly record?: boolean;
}

export interface PracticeServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  readonly port: number;
  readonly credentials: {
    readonly userId: string;
    readonly apiKey: string;
    readonly accountId: string;
  };
  /** All stored customers, in the order they came. */
  customers(): readonly PracticeCustomer[];
  /** Requests that this server has received since it started. */
  requests(): number;
  /** The recorded batches, in the order they were applied. */
  applied(): readonly AppliedBatch[];
  /** The imports that can be undone, newest first. */
  undoStates(): readonly UndoState[];
  /**
   * Puts every customer of an import back as it was before, whatever came later: undo the newest
   * first. The state is used up by it.
   * @throws AppError "not-found"
   */
  undo(id: number): UndoResult;
  /** Replies under way are finished first; a second call waits for the first. */
  close(): Promise<void>;
}

/**
 * Starts a server that behaves as the API documentation says (one POST address on 127.0.0.1,
 * fixed credentials) on an account of invented campaigns.
 * @throws AppError practice-port-taken | practice-port-refused | database-*
 */
export async function startPracticeServer(options: PracticeServerOptions): Promise<PracticeServer> {
  const { databasePath, faults, port = 0, record = databasePath === ":memory:" } = options;
  const db = openPracticeDatabase(databasePath, options.campaigns);
  const store = createPracticeStore(db, { record });
  const closing = new AbortController();
  const apply = (body: Uint8Array) => exchange(store, body);
  const answer =
    faults === undefined
      ? createAnswerer(apply)
      : createFaultyAnswerer(apply, faults, closing.signal);
  let requests = 0;
  const server = await listen(port, (request, response) => {
    requests += 1;
    return answer(request, response);
  }).catch((error: unknown) => {
    db.close();
    throw error;
  });

  let closed: Promise<void> | undefined;
  const close = async () => {
    closing.abort();
    await server.hangUp();
    db.close();
  };

  return {
    url: server.url,
    port: server.port,
    credentials: PRACTICE_CREDENTIALS,
    customers: () => store.customers.all().map((each) => withBalances(store, each)),
    requests: () => requests,
    applied: () => store.applied.all(),
    undoStates: () => store.undo.list(),
    undo: (id) => store.undo.undo(id),
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}

/**
 * The stored customers of a practice account, in the order they came; also while servers use it.
 * @throws AppError database-*
 */
export function readPracticeCustomers(databasePath: string): readonly PracticeCustomer[] {
  const db = openPracticeDatabase(databasePath);
  try {
    const store = createPracticeStore(db, { record: false });
    return store.customers.all().map((each) => withBalances(store, each));
  } finally {
    db.close();
  }
}
