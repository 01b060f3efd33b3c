import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateCsv, generateXlsx } from "./lists/generate.ts";

/**
 * Reading every row of a list against SheetJS reading the same file, each a process of its own that
 * is measured from outside; and the first look at a list, by a process that waits for it as the
 * window's does.
 * `node test/bench/reading.ts [--large] [--runs N]`: --large adds 1,000,000 rows.
 */
interface Run {
  /** Of the whole process. */
  readonly ms: number;
  /** As the process itself measured it. */
  readonly inside: number;
  /** Of a second first look. */
  readonly again: number;
  readonly peakMiB: number;
}

const FOLDER = join(tmpdir(), "loyalty-importer-bench");
const large = process.argv.includes("--large");
const runsAt = process.argv.indexOf("--runs");
const runs = runsAt < 0 ? 3 : Number(process.argv[runsAt + 1]);
const SIZES = [10_000, 100_000, ...(large ? [1_000_000] : [])];
/** SheetJS needs minutes or gives up beyond this. */
const SHEETJS_ROWS = 100_000;

const KINDS = [
  [
    "xlsx, shared strings",
    "shared.xlsx",
    (path: string, rows: number) => generateXlsx(path, rows, "shared"),
  ],
  [
    "xlsx, inline strings",
    "inline.xlsx",
    (path: string, rows: number) => generateXlsx(path, rows, "inline"),
  ],
  ["csv", "list.csv", generateCsv],
] as const;

function run(script: string, ...args: readonly string[]): Run | null {
  const begin = performance.now();
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  const ms = performance.now() - begin;
  if (status !== 0) return null;
  const told = JSON.parse(stdout) as {
    readonly ms?: number;
    readonly again?: number;
    readonly peakMiB: number;
  };
  return { ms, inside: told.ms ?? ms, again: told.again ?? 0, peakMiB: told.peakMiB };
}

function middle(all: readonly (Run | null)[], of: (run: Run) => number): number {
  const values = all.filter((one) => one !== null).map(of);
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function cell(all: readonly (Run | null)[]): string {
  if (all.length === 0) return "-";
  const seconds = middle(all, (one) => one.ms) / 1000;
  const peak = Math.max(...all.map((one) => one?.peakMiB ?? 0));
  return Number.isNaN(seconds) ? "failed" : `${seconds.toFixed(2)} s, ${peak.toFixed(0)} MiB`;
}

mkdirSync(FOLDER, { recursive: true });
process.stdout.write(
  `Reading alone, 12 columns, whole processes, medians of ${runs} paired runs\n\n` +
    "| file | rows | first look (the first list; the next) | every row | SheetJS dense | SheetJS plain | against dense |\n" +
    "| --- | --- | --- | --- | --- | --- | --- |\n",
);
for (const rows of SIZES) {
  for (const [name, ending, write] of KINDS) {
    const path = join(FOLDER, `${rows}-${ending}`);
    if (!existsSync(path)) {
      await write(`${path}.part`, rows);
      renameSync(`${path}.part`, path);
    }
    const looks: (Run | null)[] = [];
    const ours: (Run | null)[] = [];
    const dense: (Run | null)[] = [];
    const plain: (Run | null)[] = [];
    for (let round = 0; round < runs; round++) {
      looks.push(run("readers/waiting-look.ts", path));
      ours.push(run("readers/reading-run.ts", path));
      if (rows > SHEETJS_ROWS) continue;
      dense.push(run("readers/sheetjs-run.ts", path));
      plain.push(run("readers/sheetjs-run.ts", path, "plain"));
    }
    const ratio = middle(ours, (one) => one.ms) / middle(dense, (one) => one.ms);
    process.stdout.write(
      `| ${[
        name,
        rows.toLocaleString("en"),
        `${middle(looks, (one) => one.inside).toFixed(0)} ms; ${middle(looks, (one) => one.again).toFixed(0)} ms`,
        cell(ours),
        cell(dense),
        cell(plain),
        Number.isNaN(ratio) ? "-" : ratio.toFixed(2),
      ].join(" | ")} |\n`,
    );
  }
}
