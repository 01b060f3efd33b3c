import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { createBatchBodies } from "../../../main/pipeline/delivery/sender/batch-body.ts";
import { createSender } from "../../../main/pipeline/delivery/sender/sender.ts";
import { PRACTICE_CREDENTIALS } from "../../../main/practice/account.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault } from "../../../main/records/vault/vault.ts";
import { addConnection, putList, resolvedTo } from "../../pipeline/delivery/lists.ts";
import { BENCH_FIELDS, benchRow } from "../lists/bench-rows.ts";

const transport = createNodeTransport();

/** Milliseconds. */
export interface SideBySide {
  readonly bare: number;
  readonly sent: number;
}

export interface BenchList {
  readonly batches: number;
  readonly batchRows: number;
  /** Customers are counted from here. */
  readonly first?: number;
  /** How many requests are on their way at once. */
  readonly parallel?: number;
  /** Sends all once before anything is measured, so that the server finds the customers both times. */
  readonly isKept?: boolean;
}

/** A new data folder on the disk with one connection, as durable as the program's own. */
export function newFolder() {
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

/** Times a bare loop and the sender, one after the other on the same bodies. */
export async function sideBySide(
  url: string,
  { batches, batchRows, first = 0, parallel = 1, isKept = false }: BenchList,
): Promise<SideBySide> {
  const { db, vault, connectionId, close } = newFolder();
  const rows = Array.from({ length: batches * batchRows }, (_, at) => benchRow(first + at));
  putList(db, vault, connectionId, { fields: BENCH_FIELDS, rows, batchRows });
  const connection = resolvedTo({ url, credentials: PRACTICE_CREDENTIALS }, { parallel });
  const ids = db.prepare("SELECT id FROM batches ORDER BY id").pluck().all() as number[];
  const bodies = createBatchBodies(db, vault);
  const ready = ids.map((id) => bodies.body(id, connection));
  if (isKept) await postAll(url, ready, parallel);
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
  close();
  return { bare, sent };
}

/** As many loops as may be on their way, each of which takes the next body. */
async function postAll(url: string, bodies: readonly Buffer[], parallel: number): Promise<void> {
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
