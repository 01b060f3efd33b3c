/**
 * The history with 10,000 imports and 5,000,000 rows kept: list, searches, pages, one customer's
 * story; and what the index of customers costs when an import is queued.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHistory, type History } from "../../main/features/history/history.ts";
import { planUndo } from "../../main/features/rollback/plan/plan.ts";
import { createCustomerCollector } from "../../main/records/customers/collector.ts";
import { readyRuns } from "../../main/records/customers/runs.ts";
import { DATABASE_FILE, openDatabase } from "../../main/records/database/open.ts";
import { createVault } from "../../main/records/vault/vault.ts";
import { addConnection, putList } from "../pipeline/delivery/lists.ts";
import { fillHistory, IMPORTS, ROWS } from "./history/history-fill.ts";
import { BENCH_FIELDS, benchRow } from "./lists/bench-rows.ts";

const ROUNDS = 15;
/** What a person waits for at most, for searches and for one customer's story. */
const TARGET_MS = 20;
/** Of the disk, for each row that is kept. */
const TARGET_BYTES = 60;
const QUEUED_ROWS = 100_000;

const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
try {
  run();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

function run(): void {
  const vault = createVault(Buffer.alloc(32, 1));
  let db = openDatabase(dir);
  const connectionId = addConnection(db);
  const filled = timed(() => fillHistory(db, vault, connectionId));
  const indexed = db.prepare("SELECT sum(length(entries)) / 8 FROM customer_blocks").pluck().get();
  const runs = readyRuns(db).length;
  db.close();

  const { size } = statSync(join(dir, DATABASE_FILE));
  const perRow = (size / (IMPORTS * ROWS)).toFixed(1);
  print(`## History: ${IMPORTS} imports, ${IMPORTS * ROWS} rows`, "");
  print(
    `Filled in ${Math.round(filled / 1000)} s, ${Math.round(size / 1e6)} MB on disk, ${perRow} bytes a row (target ${TARGET_BYTES}); ${indexed} entries of the customer index in ${runs} runs.`,
    "",
    `| question (target ${TARGET_MS} ms) | first, ms | median, ms | slowest, ms |`,
    "| --- | ---: | ---: | ---: |",
  );
  const page = { offset: 0, limit: 50 };
  const questions: readonly (readonly [string, (history: History, n: number) => unknown])[] = [
    ["the list opens", (history) => history.list(page)],
    ["last page", (history) => history.list({ ...page, offset: IMPORTS - 50 })],
    ["search by part of a file name", (history) => history.list({ ...page, search: "april" })],
    ["search by two letters", (history) => history.list({ ...page, search: "ay" })],
    ["search by state", (history) => history.list({ ...page, state: "rejected" })],
    ["search by connection", (history) => history.list({ ...page, connectionId })],
    [
      "search by customer (50 imports each)",
      (history, n) => history.list({ ...page, customer: `C${n * 997}` }),
    ],
    [
      "search by a customer who is not there",
      (history, n) => history.list({ ...page, customer: `nobody${n}` }),
    ],
    [
      "one customer's story, all 50 imports",
      (history, n) => history.customer({ customer: `C${n * 991}`, ...page }),
    ],
    [
      "the same by e-mail",
      (history, n) => history.customer({ customer: `jose.garcia.${n * 983}@example.com`, ...page }),
    ],
  ];
  for (const [name, ask] of questions) {
    db = openDatabase(dir);
    const history = createHistory(db, vault);
    const times = Array.from({ length: ROUNDS }, (_, n) => timed(() => ask(history, n + 1)));
    db.close();
    const sorted = times.slice(1).sort((a, b) => a - b);
    print(
      `| ${name} | ${ms(times[0])} | ${ms(sorted[sorted.length >> 1])} | ${ms(sorted.at(-1))} |`,
    );
  }

  db = openDatabase(dir);
  const plan = timed(() => planUndo(db, vault, IMPORTS));
  print("", `Undo plan of an import of ${ROWS} rows: ${ms(plan)} ms.`, "");
  const rows = Array.from({ length: QUEUED_ROWS }, (_, n) => benchRow(n));
  const queued = timed(() => putList(db, vault, connectionId, { fields: BENCH_FIELDS, rows }));
  const importId = db.prepare("SELECT max(id) FROM imports").pluck().get() as number;
  const index = timed(() => {
    const customers = createCustomerCollector(db, vault, "practicestore", BENCH_FIELDS);
    for (const [n, row] of rows.entries()) customers.add(row, Math.floor(n / ROWS) + 1);
    customers.write(importId);
  });
  db.close();
  const share = ((index / queued) * 100).toFixed(1);
  print(
    `Queueing ${QUEUED_ROWS} rows takes ${ms(queued)} ms; the customer index is ${ms(index)} ms of it (${share} %).`,
    "",
  );
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function ms(value: number | undefined): string {
  return (value ?? 0).toFixed(1);
}

function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
