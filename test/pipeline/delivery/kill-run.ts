import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createQueue } from "../../../main/features/queue/queue.ts";
import { type PracticeServer, startPracticeServer } from "../../../main/practice/server.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { openPayload } from "../../../main/records/imports/batches/payload.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import { addConnection, customers, putList } from "./lists.ts";

const SENDER = join(import.meta.dirname, "../../helpers/processes/sender-process.ts");
const ROWS_PER_BATCH = 3;
const ROWS_PER_LIST = 150;
/** The longest that a sender lives once it has begun. */
const MAX_LIFE_MS = 300;
/** The longest the server takes for a batch, so that many kills meet a batch on its way. */
const MAX_DELAY_MS = 15;

export interface KillFigures {
  readonly kills: number;
  readonly batches: number;
  readonly requests: number;
  /** Batches on their way when their sender was killed. */
  readonly interrupted: number;
  /** Of those: taken for uncertain, and how many of them had arrived. */
  readonly uncertain: number;
  readonly uncertainArrived: number;
  readonly rowsLost: number;
  /** Batches that must not go twice and did. */
  readonly forbiddenRepeats: number;
  /** Idempotent batches that the server got more than once: harmless. */
  readonly harmlessRepeats: number;
  readonly integrity: string;
}

/**
 * Sends imports of both kinds through a process that is killed at random moments again and again,
 * then compares what the server applied with what was queued.
 */
export async function killRun(dir: string, kills: number, parallel = 1): Promise<KillFigures> {
  const key = Buffer.alloc(32, 7);
  const vault = createVault(key);
  const db = openDatabase(join(dir, "data"));
  const server = await startPracticeServer({
    databasePath: join(dir, "practice.sqlite"),
    record: true,
    faults: () => ({ kind: "none", delayMs: Math.random() * MAX_DELAY_MS }),
  });
  addConnection(db);
  const run = { db, vault, server, dir, key: key.toString("hex"), parallel, nextRow: 1 };
  let uncertain = 0;
  let uncertainArrived = 0;
  for (let kill = 0; kill < kills; kill++) {
    refill(run);
    await killedSender(run);
    const resolved = resolveUncertain(run);
    uncertain += resolved.total;
    uncertainArrived += resolved.arrived;
  }
  await finish(run);
  const figures = compare(run);
  await server.close();
  db.close();
  return { kills, uncertain, uncertainArrived, ...figures };
}

interface Run {
  readonly db: Database;
  readonly vault: Vault;
  readonly server: PracticeServer;
  readonly dir: string;
  readonly key: string;
  /** Batches on their way at once, at most. */
  readonly parallel: number;
  nextRow: number;
}

/** Keeps both kinds of batches waiting, in turns. */
function refill(run: Run): void {
  const open = run.db.prepare("SELECT ifnull(sum(batches_open), 0) FROM imports").pluck().get();
  if (Number(open) > 60) return;
  const rows = customers(ROWS_PER_LIST, run.nextRow);
  run.nextRow += rows.length;
  const twice = run.nextRow % (2 * ROWS_PER_LIST) === 1;
  putList(run.db, run.vault, 1, {
    rows: twice ? rows : rows.map((values) => [...values, "1"]),
    fields: twice ? ["code", "first_name"] : ["code", "first_name", "auto_add"],
    batchRows: ROWS_PER_BATCH,
  });
}

async function killedSender(run: Run): Promise<void> {
  const child = startSender(run);
  await firstOutput(child);
  await pause(Math.random() * MAX_LIFE_MS);
  child.kill("SIGKILL");
  await once(child, "exit");
}

function startSender({ dir, key, server, parallel }: Run): ChildProcess {
  return spawn(process.execPath, [SENDER, join(dir, "data"), key, server.url, `${parallel}`], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function firstOutput(child: ChildProcess): Promise<void> {
  if (child.stdout !== null) await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
}

/** Plays the person who looks at the platform and decides. */
function resolveUncertain(run: Run): { readonly total: number; readonly arrived: number } {
  const queue = createQueue(run.db, run.vault);
  const ids = run.db
    .prepare("SELECT id FROM batches WHERE state = 'uncertain'")
    .pluck()
    .all() as number[];
  if (ids.length === 0) return { total: 0, arrived: 0 };
  const applied = appliedCounts(run.server);
  let arrived = 0;
  for (const id of ids) {
    const there = applied.has(contentOf(run, id));
    if (there) arrived += 1;
    queue.resolve(id, there ? "sent" : "resend");
  }
  return { total: ids.length, arrived };
}

/** Lets the rest go out in peace. */
async function finish(run: Run): Promise<void> {
  const open = run.db.prepare(
    "SELECT count(*) FROM batches WHERE state IN ('queued', 'waiting', 'sending', 'uncertain')",
  );
  const child = startSender(run);
  while (Number(open.pluck().get()) > 0) {
    await pause(100);
    resolveUncertain(run);
  }
  child.kill("SIGKILL");
  await once(child, "exit");
}

function compare(run: Run) {
  const applied = appliedCounts(run.server);
  const batches = run.db
    .prepare("SELECT id, repeatable AS idempotent, attempts FROM batches")
    .all() as {
    readonly id: number;
    readonly idempotent: 0 | 1;
    readonly attempts: number;
  }[];
  let lost = 0;
  let forbidden = 0;
  let harmless = 0;
  for (const { id, idempotent } of batches) {
    const times = applied.get(contentOf(run, id)) ?? 0;
    if (times === 0) lost += ROWS_PER_BATCH;
    if (times > 1 && idempotent === 0) forbidden += 1;
    if (times > 1 && idempotent === 1) harmless += 1;
  }
  return {
    batches: batches.length,
    requests: run.server.requests(),
    interrupted: run.db
      .prepare("SELECT count(*) FROM batch_log WHERE cause = 'reason-crash'")
      .pluck()
      .get() as number,
    rowsLost: lost,
    forbiddenRepeats: forbidden,
    harmlessRepeats: harmless,
    integrity: String(run.db.pragma("integrity_check", { simple: true })),
  };
}

function appliedCounts(server: PracticeServer): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rows } of server.applied()) {
    const content = JSON.stringify(rows);
    counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return counts;
}

function contentOf({ db, vault }: Run, batchId: number): string {
  const sealed = db
    .prepare("SELECT sealed_rows FROM batch_rows WHERE batch_id = ?")
    .pluck()
    .get(batchId) as Buffer;
  return JSON.stringify(openPayload(vault, sealed).rows.map(({ values }) => values));
}
