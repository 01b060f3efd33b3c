import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs every bench and keeps what they print in test/results/bench.md.
 * `npm run bench`; `npm run bench -- --large` adds lists of 1,000,000 rows, which take minutes.
 */
const large = process.argv.includes("--large");
const benches: readonly (readonly [string, ...string[]])[] = [
  ["reading.ts", ...(large ? ["--large"] : [])],
  ["staging.ts", "10000"],
  ["staging.ts", "100000"],
  ...(large ? [["staging.ts", "1000000", "1"] as const] : []),
  ["delivery.ts"],
  ["history.ts"],
  ["window.ts", large ? "1000000" : "100000"],
];

let all = "";
let failed = false;
for (const [script, ...args] of benches) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  failed ||= status !== 0;
  all += `${stdout}\n`;
  process.stdout.write(`${stdout}\n`);
}
const results = join(import.meta.dirname, "../results");
mkdirSync(results, { recursive: true });
writeFileSync(join(results, "bench.md"), all);
process.exitCode = failed ? 1 : 0;
