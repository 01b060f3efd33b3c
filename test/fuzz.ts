import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { buildIfStale } from "../main/entries/start/build.ts";
import { ROOT } from "../main/entries/start/root.ts";

/**
 * `npm run fuzz [-- MINUTES [SEED]]`: mutated lists of every format through the reader, calls through
 * both hosts and replies through the client, ten minutes unless told otherwise. The same seed
 * begins with the same inputs. What it finds it leaves in the folder that it names; `npm test` runs a
 * short form with a seed of its own.
 */
/** The tests of `test/fuzz` that take `FUZZ_SECONDS` each, one after the other. */
const PARTS = 6;
const [minutes = "10", seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const seconds = Math.max(1, (Number(minutes) * 60) / PARTS);
process.stdout.write(`seed ${seed}, ${Math.round(seconds)} seconds for each of ${PARTS} parts\n`);
// Calls ask for what only a build has, the licences for one.
await buildIfStale();
const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "--no-file-parallelism", "test/fuzz"],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, FUZZ_SEED: seed, FUZZ_SECONDS: String(seconds) },
  },
);
process.exit(status ?? 1);
