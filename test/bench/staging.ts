import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMALL_YOUNG_SPACE } from "../../main/hosts/node-fork.ts";
import { generateCsv, generateXlsx } from "./generate.ts";

/**
 * The whole way of a list, from opening the file to every batch durable in the queue, against
 * SheetJS only reading it; each run is a process of its own.
 * `node test/bench/staging.ts [rows] [runs]`
 */
interface Run {
  readonly ms: number;
  readonly peakMiB: number;
  readonly steps?: Readonly<Record<string, number>>;
}

const FOLDER = join(tmpdir(), "loyalty-importer-bench");
const rows = Number(process.argv[2] ?? 100_000);
const runs = Number(process.argv[3] ?? 3);

function child(script: string, file: string): Run {
  const path = join(import.meta.dirname, script);
  const begin = performance.now();
  // Ours runs as the program runs it.
  const flags = script === "staging-run.ts" ? [SMALL_YOUNG_SPACE] : [];
  const out = execFileSync(process.execPath, [...flags, path, file], { encoding: "utf8" });
  const { peakMiB, steps } = JSON.parse(out) as Run;
  return { ms: performance.now() - begin, peakMiB, ...(steps === undefined ? {} : { steps }) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function ensure(path: string, write: (path: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return;
  await write(`${path}.part`);
  renameSync(`${path}.part`, path);
}

mkdirSync(FOLDER, { recursive: true });
const lists = [
  ["xlsx, shared strings", "shared.xlsx", (path: string) => generateXlsx(path, rows, "shared")],
  ["xlsx, inline strings", "inline.xlsx", (path: string) => generateXlsx(path, rows, "inline")],
  ["csv", "list.csv", (path: string) => generateCsv(path, rows)],
] as const;

process.stdout.write(`${rows} rows, medians of ${runs} paired runs\n`);
for (const [name, file, write] of lists) {
  const path = join(FOLDER, `${rows}-${file}`);
  await ensure(path, write);
  const ours: Run[] = [];
  const theirs: Run[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(child("staging-run.ts", path));
    if (rows <= 100_000) theirs.push(child("sheetjs-run.ts", path));
  }
  const time = median(ours.map((each) => each.ms));
  const base = median(theirs.map((each) => each.ms));
  const peak = Math.max(...ours.map((each) => each.peakMiB));
  process.stdout.write(
    `${name.padEnd(22)} to queued ${time.toFixed(0)} ms, ${peak.toFixed(0)} MiB; ` +
      `SheetJS dense reads ${base.toFixed(0)} ms; ratio ${(time / base).toFixed(2)}; ` +
      `${JSON.stringify(ours.at(-1)?.steps)}\n`,
  );
}
