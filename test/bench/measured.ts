import { spawnSync } from "node:child_process";
import { join } from "node:path";

export interface Measured {
  /** Of the whole process, start-up included. */
  readonly ms: number;
  readonly peakMiB: number;
  readonly output: string;
}

/** Runs one process to its end; null where it failed (out of memory, no such reader). */
export function measured(args: readonly string[]): Measured | null {
  const begin = performance.now();
  const { status, stdout, output } = spawnSync(
    process.execPath,
    ["--import", join(import.meta.dirname, "peak.js"), ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore", "pipe"],
      env: { ...process.env, BENCH_PEAK_FD: "3" },
    },
  );
  const ms = performance.now() - begin;
  return status === 0 ? { ms, peakMiB: Number(output[3]), output: stdout } : null;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** `1.23 s, 210 MiB`: the median time and the highest peak of some runs. */
export function timeAndPeak(runs: readonly (Measured | null)[]): string {
  const done = runs.filter((run) => run !== null);
  if (done.length === 0) return runs.length === 0 ? "-" : "failed";
  const seconds = median(done.map((run) => run.ms)) / 1000;
  const peak = Math.max(...done.map((run) => run.peakMiB));
  return `${seconds.toFixed(2)} s, ${peak.toFixed(0)} MiB`;
}

/** The median of the ratios of paired runs. */
export function ratio(ours: readonly (Measured | null)[], theirs: readonly (Measured | null)[]) {
  const pairs = ours.flatMap((run, at) => {
    const other = theirs[at];
    return run === null || other == null ? [] : [run.ms / other.ms];
  });
  return pairs.length === 0 ? "-" : median(pairs).toFixed(2);
}
