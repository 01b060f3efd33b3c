/**
 * Sending beside a bare loop that posts the same ready-made bodies, and the queue page with ten
 * thousand waiting batches. Durability included: a new data folder on the disk, synchronous=FULL.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Transport } from "../../main/common/host/transport.ts";
import { createQueue } from "../../main/features/queue/queue.ts";
import { createNodeTransport } from "../../main/pipeline/api/transport/node-transport.ts";
import { createBatchBodies } from "../../main/pipeline/delivery/sender/batch-body.ts";
import { createSender } from "../../main/pipeline/delivery/sender/sender.ts";
import { PRACTICE_CREDENTIALS } from "../../main/practice/account.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { createVault } from "../../main/records/vault/vault.ts";
import { addConnection, customers, putList, resolvedTo } from "../pipeline/delivery/lists.ts";
import { BENCH_FIELDS, benchRow } from "./bench-rows.ts";
import { type Server, startServer } from "./server.ts";

const BATCHES = 60;
const ROWS = 500;
const ROUNDS = 9;
const WAITING = 10_000;
const PAGE = 100;

function newFolder() {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
  const db = openDatabase(dir);
  const vault = createVault(Buffer.alloc(32, 1));
  const connectionId = addConnection(db);
  const close = () => {
    db.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { db, vault, connectionId, close };
}

/** Milliseconds for the bare loop and for the sender, one after the other on the same bodies. */
async function round(url: string, first: number) {
  const { db, vault, connectionId, close } = newFolder();
  const rows = Array.from({ length: BATCHES * ROWS }, (_, index) => benchRow(first + index));
  putList(db, vault, connectionId, { fields: BENCH_FIELDS, rows, batchRows: ROWS });
  const connection = resolvedTo({ url, credentials: PRACTICE_CREDENTIALS });
  const ids = db.prepare("SELECT id FROM batches ORDER BY id").pluck().all() as number[];
  const bodies = createBatchBodies(db, vault);
  const ready = ids.map((id) => bodies.body(id, connection));
  const transport = createNodeTransport();
  // The first pass makes the customers; both measured passes find them there.
  await postAll(transport, url, ready);
  const bare = await timed(() => postAll(transport, url, ready));
  const sender = createSender({
    db,
    vault,
    transport,
    resolve: async () => connection,
    onChange: () => undefined,
  });
  const sent = await timed(async () => {
    sender.start();
    await sender.drain(120_000);
  });
  await sender.stop();
  const left = db.prepare("SELECT count(*) FROM batches WHERE state <> 'accepted'").pluck().get();
  if (left !== 0) throw new Error(`${left} batches were not accepted`);
  close();
  return { bare, sent };
}

async function postAll(transport: Transport, url: string, bodies: readonly string[]) {
  for (const body of bodies) {
    const outcome = await transport.post({
      url,
      body,
      connectTimeoutMs: 10_000,
      replyTimeoutMs: 60_000,
      maxReplyBytes: 1_000_000,
    });
    if (outcome.kind !== "reply") throw new Error(outcome.kind);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

async function throughput(name: string, server: Server) {
  const rounds: { readonly bare: number; readonly sent: number }[] = [];
  for (let index = 0; index < ROUNDS; index++) {
    rounds.push(await round(server.url, index * BATCHES * ROWS));
  }
  server.child.stdin?.end();
  await once(server.child, "exit");
  const bare = median(rounds.map((each) => each.bare));
  const sent = median(rounds.map((each) => each.sent));
  return {
    server: name,
    "bare ms a batch": (bare / BATCHES).toFixed(2),
    "sender ms a batch": (sent / BATCHES).toFixed(2),
    "sender rows a second": Math.round((BATCHES * ROWS * 1000) / sent),
    "throughput (median of pairs)": percent(median(rounds.map((each) => each.bare / each.sent))),
    // What other programs take from the computer in between counts least here.
    "throughput (fastest rounds)": percent(
      Math.min(...rounds.map((each) => each.bare)) / Math.min(...rounds.map((each) => each.sent)),
    ),
  };
}

function queuePage() {
  const { db, vault, connectionId, close } = newFolder();
  putList(db, vault, connectionId, { rows: customers(WAITING), batchRows: 1 });
  db.exec("UPDATE batches SET state = 'waiting', next_try = id, reason_code = 'reason-offline'");
  const open = () => {
    const queue = createQueue(db, vault);
    queue.summary();
    return queue.list({ offset: 0, limit: PAGE }).items.length;
  };
  const started = performance.now();
  open();
  const first = performance.now() - started;
  const later = Array.from({ length: 20 }, () => {
    const begun = performance.now();
    open();
    return performance.now() - begun;
  });
  close();
  return {
    "waiting batches": WAITING,
    "first opening ms": first.toFixed(1),
    "later openings ms (median)": median(later).toFixed(1),
  };
}

const practice = join(mkdtempSync(join(tmpdir(), "loyalty-importer-bench-")), "practice.sqlite");
console.table([
  await throughput("keeps nothing (harshest)", await startServer("instant-process.ts")),
  await throughput("practice server", await startServer("practice-process.ts", practice)),
]);
console.table([queuePage()]);
