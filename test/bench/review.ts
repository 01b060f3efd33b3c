/**
 * The rows of a long list's review: how long finding, ordering and filtering take to the first rows,
 * for the first time but where it says so, and the longest turn of the main process's event loop meanwhile.
 * Medians of some runs, each with a check of its own.
 * `node test/bench/review.ts [100000,1000000] [runs]`
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createJobRunner } from "../../main/app/jobs/job-runner.ts";
import { createDrafts } from "../../main/features/importing/drafts.ts";
import { nodeFork } from "../../main/hosts/node/node-fork.ts";
import { openDatabase } from "../../main/records/database/open.ts";
import { createVault } from "../../main/records/vault/vault.ts";
import type { RowView } from "../../preload/types.ts";
import { generateCsv } from "./lists/generate.ts";
import { median } from "./measured.ts";

const FOLDER = join(tmpdir(), "loyalty-importer-bench");
const PAGE = { filter: "all", offset: 0, limit: 200 } as const;
const TURN_MS = 50;
/** Milliseconds to the first rows; more are allowed to longer lists. */
const targetOf = (rows: number) => (rows <= 100_000 ? 300 : 1_500);

const sizes = (process.argv[2] ?? "100000").split(",").map(Number);
const runs = Number(process.argv[3] ?? 3);

interface Measured {
  readonly ms: number;
  readonly all: number;
  readonly longest: number;
}

async function listOf(rows: number): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `list-${rows}.csv`);
  if (!existsSync(path)) {
    await generateCsv(`${path}.part`, rows);
    renameSync(`${path}.part`, path);
  }
  return path;
}

const sum = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/**
 * Milliseconds by the clock; of processor time, of all threads and of the longest turn, with what
 * small ones were beside it.
 */
async function measured(work: () => Promise<unknown>): Promise<Measured> {
  let last = process.threadCpuUsage();
  let longest = 0;
  function look(): void {
    longest = Math.max(longest, sum(process.threadCpuUsage(last)));
    last = process.threadCpuUsage();
  }
  // Looks from one turn to the next would keep a core busy, which the threads may need.
  const looking = setInterval(look, 1);
  const begin = process.cpuUsage();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const all = sum(process.cpuUsage(begin));
  look();
  clearInterval(looking);
  return { ms, all, longest };
}

/** What each step took, by its name. */
async function run(rows: number): Promise<ReadonlyMap<string, Measured>> {
  const dir = mkdtempSync(join(tmpdir(), "bench-review-"));
  const key = randomBytes(32);
  const db = openDatabase(join(dir, "data"));
  const jobs = createJobRunner({ fork: nodeFork }, { dataDir: dirname(db.name), key });
  const { promise: checked, resolve } = Promise.withResolvers<void>();
  const drafts = createDrafts({
    ...{ db, jobs, vault: createVault(key), connections: { list: () => [] } },
    host: {
      emit: (event) => {
        if (event.kind === "draft" && event.check.kind === "done") resolve();
      },
      fork: nodeFork,
      saveFile: () => Promise.reject(new Error("nothing is saved")),
    },
  });
  const { id: draftId } = await drafts.create({
    fileId: drafts.registerFile(await listOf(rows)),
  });
  await drafts.check({ draftId });
  await checked;
  const page = (view: RowView) => drafts.rows({ draftId, ...PAGE, view });
  const find = (text: string) =>
    drafts.find({ draftId, filter: "all", text, from: 0, back: false });
  await page({});
  // The thread has started by the time a person asks.
  await pause(500);
  const value = { field: "city", values: ["Köln"] } as const;
  const sorted = (field: "first_name" | "email" | "code", descending = false) =>
    page({ sort: { field, descending } });
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    "find what stands in many rows": () => find("zoe"),
    "find what stands in the last row": () => find(`customer${rows}@`),
    "find what no row has": () => find("nobody of that name"),
    "order by e-mail": () => sorted("email"),
    "the rest of that order": () =>
      drafts.rows({
        ...{ draftId, ...PAGE, offset: rows - 200 },
        view: { sort: { field: "email", descending: false } },
      }),
    "order by first name, backwards": () => sorted("first_name", true),
    "rows with one value": () => page({ values: [value] }),
    "rows with one value, by code": () =>
      page({ values: [value], sort: { field: "code", descending: false } }),
    "the values of a column": () =>
      drafts.shownValues({ draftId, filter: "all", field: "state", text: "" }),
    "the values of a column whose rows all differ": () =>
      drafts.shownValues({ draftId, filter: "all", field: "phone", text: "" }),
    "that column's values with a text": () =>
      drafts.shownValues({ draftId, filter: "all", field: "phone", text: "77" }),
    "order by e-mail again, backwards": () => sorted("email", true),
  };
  const found = new Map<string, Measured>();
  for (const [name, step] of Object.entries(steps)) found.set(name, await measured(step));
  await drafts.close();
  db.close();
  rmSync(dir, { recursive: true, force: true });
  return found;
}

async function bench(rows: number): Promise<void> {
  const all: ReadonlyMap<string, Measured>[] = [];
  for (let at = 0; at < runs; at += 1) all.push(await run(rows));
  console.log(
    `| ${rows.toLocaleString("en-US")} rows, medians of ${runs} | first rows (target ${targetOf(rows)} ms) | processor time of all threads | longest turn (target ${TURN_MS} ms) |`,
  );
  console.log("| --- | --: | --: | --: |");
  for (const name of all[0]?.keys() ?? []) {
    const of = (what: keyof Measured) =>
      median(all.flatMap((each) => each.get(name)?.[what] ?? [])).toFixed(0);
    console.log(`| ${name} | ${of("ms")} ms | ${of("all")} ms | ${of("longest")} ms |`);
  }
  console.log("");
}

for (const rows of sizes) await bench(rows);
