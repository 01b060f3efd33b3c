/**
 * Sending to a platform that takes its time, beside a bare loop that posts the same ready-made bodies
 * with as many on their way: what the queue's durability, the choice of the next batch and its
 * making cost where answers take 50, 200 and 800 ms. Durability included: a new data folder on the
 * disk, synchronous=FULL. `--quick` is one round of short lists.
 */
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeTransport } from "../../main/pipeline/api/transport/node-transport.ts";
import { createBatchBodies } from "../../main/pipeline/delivery/sender/batch-body.ts";
import { createSender } from "../../main/pipeline/delivery/sender/sender.ts";
import { PRACTICE_CREDENTIALS } from "../../main/practice/account.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { createVault } from "../../main/records/vault/vault.ts";
import { addConnection, putList, resolvedTo } from "../pipeline/delivery/lists.ts";
import { BENCH_FIELDS, benchRow } from "./bench-rows.ts";
import { median } from "./measured.ts";
import { startServer } from "./server.ts";

const quick = process.argv.includes("--quick");
const ROWS = 500;
/** Batches of a round for each one that may be on its way: a list of some size. */
const BATCHES = quick ? 8 : 25;
const ROUNDS: Readonly<Record<number, number>> = quick
  ? { 50: 1, 200: 1 }
  : { 50: 5, 200: 3, 800: 3 };

const transport = createNodeTransport();

/** Milliseconds for the bare loop and for the sender, one after the other on the same bodies. */
async function round(url: string, parallel: number) {
  const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
  const db = openDatabase(dir);
  const vault = createVault(Buffer.alloc(32, 1));
  const rows = Array.from({ length: BATCHES * parallel * ROWS }, (_, at) => benchRow(at));
  putList(db, vault, addConnection(db), { fields: BENCH_FIELDS, rows, batchRows: ROWS });
  const connection = resolvedTo({ url, credentials: PRACTICE_CREDENTIALS }, { parallel });
  const ids = db.prepare("SELECT id FROM batches ORDER BY id").pluck().all() as number[];
  const bodies = createBatchBodies(db, vault);
  const ready = ids.map((id) => bodies.body(id, connection));
  const bare = await timed(() => postAll(url, ready, parallel));
  const sender = createSender({
    ...{ db, vault, transport },
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
  db.close();
  rmSync(dir, { recursive: true, force: true });
  return { bare, sent };
}

/** As many loops as may be on their way, each of which takes the next body. */
async function postAll(url: string, bodies: readonly string[], parallel: number): Promise<void> {
  let next = 0;
  const loop = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const limits = { connectTimeoutMs: 10_000, replyTimeoutMs: 60_000, maxReplyBytes: 1_000_000 };
      const outcome = await transport.post({ url, body, ...limits });
      if (outcome.kind !== "reply") throw new Error(outcome.kind);
    }
  };
  await Promise.all(Array.from({ length: parallel }, loop));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const table = [];
for (const [delay, count] of Object.entries(ROUNDS)) {
  const server = await startServer("instant-process.ts", delay);
  for (const parallel of [1, 4]) {
    const rounds: { readonly bare: number; readonly sent: number }[] = [];
    for (let at = 0; at < count; at += 1) rounds.push(await round(server.url, parallel));
    const rate = (of: "bare" | "sent") =>
      Math.round((BATCHES * parallel * ROWS * 1000) / median(rounds.map((each) => each[of])));
    table.push({
      "answer ms": Number(delay),
      "at once": parallel,
      "bare rows a second": rate("bare"),
      "sender rows a second": rate("sent"),
      "ratio (median of pairs)": median(rounds.map(({ bare, sent }) => bare / sent)).toFixed(2),
    });
  }
  server.child.stdin?.end();
  await once(server.child, "exit");
}
console.table(table);
