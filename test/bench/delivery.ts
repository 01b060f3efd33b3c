/**
 * Sending beside a bare loop that posts the same ready-made bodies, and the queue page with ten
 * thousand waiting batches. Durability included: a new data folder on the disk, synchronous=FULL.
 */
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createQueue } from "../../main/features/queue/queue.ts";
import { customers, putList } from "../pipeline/delivery/lists.ts";
import { median } from "./measured.ts";
import { type Server, startServer } from "./sending/server.ts";
import { newFolder, type SideBySide, sideBySide } from "./sending/side-by-side.ts";

const BATCHES = 60;
const ROWS = 500;
const ROUNDS = 9;
const WAITING = 10_000;
const PAGE = 100;

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

async function throughput(name: string, server: Server) {
  const rounds: SideBySide[] = [];
  for (let index = 0; index < ROUNDS; index++) {
    const first = index * BATCHES * ROWS;
    const list = { batches: BATCHES, batchRows: ROWS, first, isKept: true };
    rounds.push(await sideBySide(server.url, list));
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
    "first opening ms (target 10)": first.toFixed(1),
    "later openings ms (median, target 10)": median(later).toFixed(1),
  };
}

const practice = join(mkdtempSync(join(tmpdir(), "loyalty-importer-bench-")), "practice.sqlite");
console.table([
  await throughput("keeps nothing (harshest)", await startServer("instant-process.ts")),
  await throughput("practice server", await startServer("practice-process.ts", practice)),
]);
console.table([queuePage()]);
