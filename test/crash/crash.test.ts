import { describe, expect, it } from "vitest";
import { suiteDir } from "../helpers/temp-dir.ts";
import { crashRun } from "./crash-run.ts";
import { buildKiller } from "./kill-point.ts";
import { STAGES } from "./stages.ts";

/** Every point of every stage: `npm run soak:crash`. */
const SAMPLES = 2;
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

/** Some of the points, other ones in every run; the same ones for the same seed. */
function sample(points: number): readonly number[] {
  let state = seed;
  return Array.from({ length: SAMPLES }, () => {
    state = (state * 1_103_515 + 12_345) % 2 ** 31;
    return 1 + (state % points);
  });
}

/** Every stage, but of the first starts from earlier schemas one. */
const upgrades = STAGES.filter(({ name }) => name.includes("schema"));
const stages = STAGES.filter(
  (stage) => !upgrades.includes(stage) || stage === upgrades[seed % upgrades.length],
);

const root = suiteDir();
const killer = buildKiller(root);

describe.skipIf(killer === null)(`a kill at any moment (CRASH_SEED=${seed})`, () => {
  it.each(stages)(
    "of $name leaves a folder that opens, and everything in it, once",
    async (stage) => {
      const figures = await crashRun(stage, { root, killer: killer ?? "" }, sample);
      expect(figures).toMatchObject({ lost: 0, repeated: 0, notOpened: 0, troubles: [] });
      expect(figures.kills).toBeGreaterThan(0);
    },
    180_000,
  );
});
