import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom, type Random } from "./random.ts";

/** In the suite: a few seconds, the same ones every time. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 3);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

export const FUZZ_TIMEOUT_MS = SECONDS * 1000 + 120_000;

export interface Finding {
  /** What was wrong with what came of the input. */
  readonly what: string;
  readonly input: Uint8Array | string;
}

/**
 * Tries inputs until the time is over or one shows a fault; each has random numbers of its own, by
 * the seed and its place.
 * @returns how many were tried; the first finding, whose input lies in the folder that it names
 */
export async function fuzz(
  name: string,
  tryOne: (random: Random, at: number) => Promise<Finding | null>,
): Promise<{ readonly tried: number; readonly found: string | null }> {
  const end = performance.now() + SECONDS * 1000;
  let tried = 0;
  for (; performance.now() < end; tried++) {
    const finding = await tryOne(createRandom(SEED, tried), tried);
    if (finding === null) continue;
    const path = join(mkdtempSync(join(tmpdir(), "loyalty-importer-fuzz-")), name);
    writeFileSync(path, finding.input);
    return { tried, found: `seed ${SEED}, input ${tried}: ${finding.what} (${path})` };
  }
  if (process.env.FUZZ_SECONDS !== undefined) process.stdout.write(`${name}: ${tried} inputs\n`);
  return { tried, found: null };
}
