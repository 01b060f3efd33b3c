import fc from "fast-check";
import { test } from "vitest";
import { sequences } from "./sequences/operations.ts";
import { run } from "./sequences/run.ts";

/** New sequences every time; a failure prints its seed, and PROPERTY_SEED=N tries it again. */
const { PROPERTY_SEED: SEED, PROPERTY_RUNS: RUNS = "40" } = process.env;
/** Looking for the shortest sequence that fails ends then too. */
const LIMIT_MS = 60_000 + Number(RUNS) * 5_000;

test(
  "whatever is imported, undone, redone, forgotten and cut off, the platform's customers are as the model says",
  async () => {
    await fc.assert(fc.asyncProperty(sequences, run), {
      numRuns: Number(RUNS),
      interruptAfterTimeLimit: LIMIT_MS,
      // A sequence that waits for ever fails with its seed.
      timeout: 30_000,
      ...(SEED === undefined ? {} : { seed: Number(SEED) }),
    });
  },
  LIMIT_MS + 60_000,
);
