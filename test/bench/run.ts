import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs every bench there is, one after the other, and keeps what they print in
 * test/results/bench.md. `npm run bench`; `-- --quick` is one run of small lists, `-- --full`
 * adds lists of 1,000,000 rows, which take minutes.
 */
const quick = process.argv.includes("--quick");
const full = process.argv.includes("--full") || process.argv.includes("--large");
const runs = quick ? "1" : "3";
const BENCHES: readonly (readonly [string, ...string[]])[] = [
  ["reading.ts", "--runs", runs, ...(full ? ["--large"] : [])],
  ["staging.ts", "--runs", runs, "--rows", quick ? "10000" : "10000,100000"],
  ...(full ? [["staging.ts", "--runs", "1", "--rows", "100000,1000000"] as const] : []),
  ["delivery.ts"],
  ["sending.ts", ...(quick ? ["--quick"] : [])],
  ["correcting.ts"],
  ["review.ts", full ? "100000,1000000" : "100000"],
  ["fleet.ts"],
  ...(quick ? [] : [["history.ts"] as const]),
  ["window.ts", full ? "1000000" : "100000"],
  ["start-up.ts"],
  ["start-up-electron.ts"],
];

let all = "";
let failed = false;
for (const [script, ...args] of BENCHES) {
  const path = join(import.meta.dirname, script);
  if (!existsSync(path)) continue;
  const { status, stdout } = spawnSync(process.execPath, [path, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  failed ||= status !== 0;
  all += `${stdout}\n`;
  process.stdout.write(`${stdout}\n`);
}
const results = join(import.meta.dirname, "../results");
mkdirSync(results, { recursive: true });
writeFileSync(join(results, "bench.md"), all);
process.exitCode = failed ? 1 : 0;
