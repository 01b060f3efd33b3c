import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "../../../../main/common/errors.ts";
import type { Database } from "../../../../main/common/sqlite/database.ts";
import { removeConnection } from "../../../../main/features/connections/remove.ts";
import { createQueue, type Queue } from "../../../../main/features/queue/queue.ts";
import { createNodeTransport } from "../../../../main/pipeline/api/transport/node-transport.ts";
import { createSender, type Sender } from "../../../../main/pipeline/delivery/sender/sender.ts";
import type { Fault } from "../../../../main/practice/faults/fault.ts";
import { type PracticeServer, startPracticeServer } from "../../../../main/practice/server.ts";
import { findServer } from "../../../../main/records/connections/records.ts";
import { type Server, serverKey } from "../../../../main/records/connections/server.ts";
import { openDatabase } from "../../../../main/records/database/open.ts";
import { readPayload } from "../../../../main/records/imports/batches/sealed-parts.ts";
import { readTarget } from "../../../../main/records/imports/import-record.ts";
import { createVault, type Vault } from "../../../../main/records/vault/vault.ts";
import { faults } from "../../../helpers/servers/faults.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { addConnection, resolvedTo } from "../../../pipeline/delivery/lists.ts";
import type { Trouble } from "./operations.ts";
import { createPlatform, type Platform } from "./platform.ts";

/** A server, by its address and its account: a practice server and the model of it. */
export interface Account {
  /** The account's ID; a sandbox and its production may share it. */
  readonly id: string;
  readonly address: string;
  readonly server: PracticeServer;
  readonly platform: Platform;
}

/** One workstation with connections to three servers, two of them of one account's ID. */
export interface Shop {
  readonly vault: Vault;
  readonly accounts: readonly Account[];
  db(): Database;
  queue(): Queue;
  connection(store: number): { readonly id: number; readonly account: Account };
  /** What a connection leads to now. */
  serverOf(connectionId: number): Server;
  /** Lets a connection lead to another server. */
  move(store: number, to: number): void;
  /** Removes a connection, unless something of it is in the queue; another one may lead there. */
  remove(store: number): void;
  accountOf(importId: number): Account;
  /** Sends all that waits, as far as the trouble lets it; a crash leaves the rest. */
  deliver(trouble: Trouble | null): Promise<void>;
  /** Ends as a killed process would, in whatever it is doing. */
  crash(): Promise<void>;
  /** What a start does for batches that were on their way: all but sending. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

const OPEN = "SELECT count(*) FROM batches WHERE state IN ('queued', 'waiting', 'sending')";
const REFUSAL = '{"status":"error","error":"Not today"}';

export async function openShop(): Promise<Shop> {
  const dataDir = tempDir();
  const vault = createVault(Buffer.alloc(32, 7));
  let db = openDatabase(dataDir);
  let queue = createQueue(db, vault);
  let sender: Sender | null = null;
  const transport = createNodeTransport();
  let trouble: Trouble | null = null;
  let requests = 0;
  let starts = 0;
  let crashing = false;
  /** The import of every batch that an account has applied, in the order of applying. */
  const arrivals = new Map<string, number[]>();
  const seen = new Map<string, number>();
  const arrived = new Set<number>();
  const first = await openAccount("https://api.example.com/", "practicestore");
  const second = await openAccount("https://api.example.com/", "secondstore");
  const sandbox = await openAccount("https://sandbox.example.com/", "practicestore");
  const accounts = [first, second, sandbox];
  let made = 0;
  for (const account of [first, second, first, sandbox]) connect(account);

  async function openAccount(address: string, id: string): Promise<Account> {
    const about = { address, accountId: id };
    arrivals.set(serverKey(about), []);
    const server = await startPracticeServer({
      databasePath: ":memory:",
      faults: ({ type }) => (type === "customers_batch" ? strike(about) : undefined),
    });
    return { id, address, server, platform: createPlatform() };
  }

  function connect(account: Account): number {
    made += 1;
    const id = addConnection(db, `Store ${made}`);
    lead(id, account);
    return id;
  }

  function lead(connectionId: number, { id, address }: Account): void {
    db.prepare("UPDATE connections SET url = ?, account_id = ? WHERE id = ?").run(
      address,
      id,
      connectionId,
    );
  }

  const connectionIds = () =>
    db
      .prepare("SELECT id FROM connections WHERE kind = 'api' ORDER BY id")
      .pluck()
      .all() as number[];

  function accountAt({ address, accountId }: Server): Account {
    return accounts.find((each) => each.address === address && each.id === accountId) ?? first;
  }

  function connectionAt(store: number) {
    const ids = connectionIds();
    const id = ids[store % ids.length] ?? connect(first);
    return { id, account: accountAt(findServer(db, id) as Server) };
  }

  /** Notes which import's batch this request is, if it will be applied. */
  function strike(server: Server): Fault | undefined {
    requests += 1;
    const fault = trouble !== null && trouble.at === requests ? faultOf(trouble.kind) : undefined;
    if (trouble?.at === requests && trouble.kind.startsWith("crash")) crashing = true;
    const lost =
      (fault?.kind === "reply" && !fault.applied) ||
      (fault !== undefined && "when" in fault && fault.when !== "after-applying");
    const [batch, ...others] = db
      .prepare(
        `SELECT batches.id, import_id AS importId FROM batches JOIN imports ON imports.id = import_id
         WHERE batches.state = 'sending' AND address = ? AND account_id = ?
           AND (undoes_import_id IS NULL OR EXISTS (SELECT 1 FROM imports AS undone
             WHERE undone.id = imports.undoes_import_id AND undone.address = imports.address
               AND undone.account_id = imports.account_id))`,
      )
      .all(server.address, server.accountId) as {
      readonly id: number;
      readonly importId: number;
    }[];
    // Whatever arrives here was reviewed for here, and a restore is of an import that went here.
    if (batch === undefined || others.length > 0) throw new Error("not one batch on its way");
    if (!lost) {
      arrivals.get(serverKey(server))?.push(batch.importId);
      arrived.add(batch.id);
    }
    return fault;
  }

  /** Lets the models follow what the servers have applied. */
  function follow(): void {
    for (const { id: accountId, address, server, platform } of accounts) {
      const applied = server.applied();
      const id = serverKey({ address, accountId });
      const imports = arrivals.get(id) ?? [];
      for (let at = seen.get(id) ?? 0; at < applied.length; at += 1) {
        const importId = imports[at] as number;
        platform.apply(applied[at] as (typeof applied)[number], importId, undoneBy(importId));
      }
      seen.set(id, applied.length);
    }
  }

  function undoneBy(importId: number): number | null {
    const undoes = db.prepare("SELECT undoes_import_id FROM imports WHERE id = ?").pluck();
    return undoes.get(importId) as number | null;
  }

  function start(): Sender {
    starts += 1;
    const behind = starts * 60_000;
    const made = createSender({
      db,
      vault,
      transport,
      resolve: async (connectionId) => {
        const server = findServer(db, connectionId) as Server;
        return { ...resolvedTo(accountAt(server).server), server };
      },
      onChange: () => undefined,
      random: () => 0,
      // A clock that is set back again and again: what was sent when must not depend on it.
      now: () => Date.now() - behind,
      timeouts: { connect: 2_000, reply: 5_000, stop: 0 },
    });
    sender = made;
    made.start();
    return made;
  }

  /** What a person does about rejected and uncertain batches. */
  function decide(about: Trouble): void {
    const ids = (state: string) =>
      db
        .prepare("SELECT id FROM batches WHERE state = ? AND settled = 0 ORDER BY id")
        .pluck()
        .all(state) as number[];
    for (const id of ids("rejected")) {
      if (about.uncertain === "leave") queue.cancelBatch(id);
      else queue.resolve(id, "resend");
    }
    for (const id of ids("uncertain")) {
      // "It arrived" is said of what arrived.
      if (about.uncertain === "sent" && arrived.has(id)) queue.resolve(id, "sent");
      if (about.uncertain === "resend") queue.resolve(id, "resend");
    }
  }

  /** Batches of which the workstation cannot tell whether they arrived. */
  function muddle(): void {
    const unsure = db
      .prepare(
        `SELECT batches.id, address, account_id AS accountId FROM batches
         JOIN imports ON imports.id = import_id
         WHERE batches.state = 'uncertain' OR batches.state IN ('cancelled', 'rejected') AND attempts > 0`,
      )
      .all() as (Server & { readonly id: number })[];
    for (const { id, ...server } of unsure) {
      const { fields = [], rows = [] } = readPayload(db, vault, id) ?? {};
      const { platform } = accountAt(server);
      for (const { values } of rows) {
        const value = (field: string) => values[(fields as readonly string[]).indexOf(field)] ?? "";
        platform.muddle({ code: value("code"), card: value("card_number") });
      }
    }
  }

  /** One connection after the other: what goes out at the same moment has no order. */
  async function deliver(about: Trouble | null): Promise<void> {
    requests = 0;
    trouble = about;
    for (let round = 0; round < 6; round += 1) {
      for (const id of connectionIds()) queue.pause({ connectionId: id });
      for (const id of connectionIds()) {
        queue.resume({ connectionId: id });
        const whole = await drainOne(id);
        follow();
        if (!whole) return resumeAll();
        queue.pause({ connectionId: id });
      }
      resumeAll();
      if (about !== null) decide(about);
      if (db.prepare(OPEN).pluck().get() === 0) break;
    }
    trouble = null;
    muddle();
  }

  function resumeAll(): void {
    for (const id of connectionIds()) queue.resume({ connectionId: id });
  }

  /** All that waits for no person, nor for the time of a next try; false after a crash. */
  async function drainOne(connectionId: number): Promise<boolean> {
    const open = db
      .prepare(
        `${OPEN} AND import_id IN (SELECT id FROM imports WHERE connection_id = ? AND hold IS NULL)
           AND NOT (reason_code IS 'reason-behind-uncertain' AND connection_id IN
             (SELECT connection_id FROM imports WHERE batches_uncertain > 0 AND hold IS NULL))`,
      )
      .pluck();
    if (open.get(connectionId) === 0) return true;
    const made = start();
    while (open.get(connectionId) !== 0) {
      if (crashing) {
        await pause(5);
        await crash();
        return false;
      }
      made.sendNow();
      await pause(1);
    }
    await made.stop();
    sender = null;
    return true;
  }

  async function crash(): Promise<void> {
    crashing = false;
    trouble = null;
    const dead = sender;
    sender = null;
    db.close();
    // Ends what is in the air; it can write nothing any more, not even give its lease back.
    await dead?.stop();
    db = openDatabase(dataDir);
    queue = createQueue(db, vault);
  }

  async function recover(): Promise<void> {
    queue.pause({});
    const made = start();
    await made.stop();
    sender = null;
    queue.resume({});
    follow();
    muddle();
  }

  async function close(): Promise<void> {
    await sender?.stop();
    db.close();
    await Promise.all(accounts.map(({ server }) => server.close()));
  }

  return {
    vault,
    accounts,
    db: () => db,
    queue: () => queue,
    connection: connectionAt,
    serverOf: (id) => findServer(db, id) ?? { address: first.address, accountId: first.id },
    move: (store, to) => lead(connectionAt(store).id, accounts[to % accounts.length] ?? first),
    remove(store) {
      try {
        removeConnection(db, connectionAt(store).id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    },
    accountOf: (importId) => accountAt(readTarget(db, importId)),
    deliver,
    crash,
    recover,
    close,
  };
}

function faultOf(kind: Trouble["kind"]): Fault {
  switch (kind) {
    case "reset-applied":
      return faults.reset("after-applying");
    case "reset-lost":
      return faults.reset("before-applying");
    case "page-applied":
      return faults.page(true);
    case "cut-applied":
      return faults.cut(9);
    case "try-later":
      return faults.tryLater(503);
    case "refused":
      return { kind: "reply", applied: false, reply: { status: 200, body: REFUSAL } };
    case "crash-applied":
      return faults.hang("after-applying");
    case "crash-lost":
      return faults.hang("before-applying");
  }
}
