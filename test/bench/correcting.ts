/**
 * Correcting a rejected batch of ten thousand rows: how much processor time the longest turn of
 * the main process's event loop takes, so that the window is never kept waiting.
 */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createCorrecting } from "../../main/features/queue/corrections/correcting.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { createUndoLog } from "../../main/records/undo-log/log.ts";
import { createVault } from "../../main/records/vault/vault.ts";
import type { FieldName } from "../../preload/fields.ts";
import { addConnection, putList } from "../pipeline/delivery/lists.ts";

const ROWS = 10_000;
const ROUNDS = 5;
const TARGET_MS = 50;
const FIELDS: readonly FieldName[] = ["code", "first_name", "last_name", "email", "phone", "city"];

function row(index: number): readonly string[] {
  const phone = `+34600${100_000 + index}`;
  return [`C${index}`, `Ana ${index}`, "García", `ana${index}@example.com`, phone, "Madrid"];
}

const sum = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/** Milliseconds of processor time: of all, and of the longest turn. */
async function measure(work: () => Promise<unknown>) {
  const begin = process.threadCpuUsage();
  let last = begin;
  let longest = 0;
  let done = false;
  function look(): void {
    longest = Math.max(longest, sum(process.threadCpuUsage(last)));
    last = process.threadCpuUsage();
    if (!done) setImmediate(look);
  }
  setImmediate(look);
  await work();
  look();
  done = true;
  const all = sum(process.threadCpuUsage(begin));
  await nextTurn();
  return { all, longest };
}

const dataDir = mkdtempSync(join(tmpdir(), "bench-correcting-"));
const db = openDatabase(dataDir);
const vault = createVault(randomBytes(32));
putList(db, vault, addConnection(db), {
  fields: FIELDS,
  rows: Array.from({ length: 2 * ROWS }, (_, index) => row(index)),
  batchRows: ROWS,
});
db.exec("UPDATE batches SET state = 'rejected', attempts = 1");
const correcting = createCorrecting(db, vault, createUndoLog(db, vault));

let count = 0;
const STEPS: Readonly<Record<string, () => Promise<unknown>>> = {
  "open a page of rows": () => {
    // Another program's write: nothing that is known may be trusted any more.
    db.exec("UPDATE imports SET pid = pid");
    return correcting.rows({ batchId: 1, filter: "all", offset: 5000, limit: 100 });
  },
  "edit a name": () =>
    correcting.correctCell({ batchId: 1, index: 5, field: "first_name", value: `Eva ${count++}` }),
  "edit a code": () =>
    correcting.correctCell({ batchId: 1, index: 6, field: "code", value: `C${ROWS + count++}` }),
  "leave one row out": () =>
    correcting.leaveOut({ batchId: 1, indexes: [100 + count++], leftOut: true }),
  "leave half out": () => {
    const indexes = Array.from({ length: ROWS / 2 }, (_, at) => 1000 + at);
    return correcting.leaveOut({ batchId: 1, indexes, leftOut: count++ % 2 === 0 });
  },
};

console.log(`| batch of ${ROWS} rows | processor time | longest turn (target ${TARGET_MS} ms) |`);
console.log("| --- | --- | --- |");
for (const [name, step] of Object.entries(STEPS)) {
  let all = 0;
  let longest = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = await measure(step);
    all = Math.max(all, measured.all);
    longest = Math.max(longest, measured.longest);
  }
  if (longest > TARGET_MS) process.exitCode = 1;
  console.log(`| ${name} | ${all.toFixed(0)} ms | ${longest.toFixed(0)} ms |`);
}
db.close();
rmSync(dataDir, { recursive: true });
