import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type PracticeServerOptions, startPracticeServer } from "../../main/practice/server.ts";
import { countPoints, runCommand, runKilled } from "./kill-point.ts";
import type { Place, Stage } from "./stages.ts";

/** A line of the kill table. */
export interface CrashFigures {
  readonly stage: string;
  /** Calls of the command at which it can be killed. */
  readonly points: number;
  readonly kills: number;
  readonly lost: number;
  readonly repeated: number;
  readonly notOpened: number;
  /** What went wrong, with the point. */
  readonly troubles: readonly string[];
}

/**
 * Kills a stage's command at chosen points, each time in a copy of what was prepared for it.
 * @param choose which points, of as many as there are (from 1)
 */
export async function crashRun(
  stage: Stage,
  { root, killer }: { readonly root: string; readonly killer: string },
  choose: (points: number) => readonly number[],
): Promise<CrashFigures> {
  const base = mkdtempSync(join(root, "base-"));
  const faults = stage.faults === undefined ? {} : { faults: stage.faults };
  const port = await inPlace(base, faults, async (place) => {
    await stage.prepare(place);
    return place.server.port;
  });
  async function inCopy<T>(work: (place: Place) => Promise<T>): Promise<T> {
    const dir = mkdtempSync(join(root, "copy-"));
    cpSync(base, dir, { recursive: true });
    try {
      return await inPlace(dir, { port }, work);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }

  const points = await inCopy((place) => countPoints(killer, place.dataDir, stage.args(place)));
  const figures = { kills: 0, lost: 0, repeated: 0, notOpened: 0 };
  const troubles: string[] = [];
  for (const at of choose(points)) {
    await inCopy(async (place) => {
      const killed = await runKilled(killer, place.dataDir, stage.args(place), at);
      if (killed.status === null) figures.kills += 1;
      const opened = await runCommand(place.dataDir, ["history", "list"]);
      if (opened.status !== 0) {
        figures.notOpened += 1;
        troubles.push(`${at}: ${opened.err}`);
        return;
      }
      const { lost, repeated, why } = await stage.finish(place).catch((error: unknown) => {
        return { lost: 1, repeated: 0, why: String(error) };
      });
      figures.lost += lost;
      figures.repeated += repeated;
      if (lost + repeated > 0)
        troubles.push(`${at}: lost ${lost}, repeated ${repeated} ${why ?? ""}`);
    });
  }
  rmSync(base, { recursive: true, force: true });
  return { stage: stage.name, points, ...figures, troubles };
}

/** With a server that keeps its customers in the same folder. */
async function inPlace<T>(
  dir: string,
  options: Partial<PracticeServerOptions>,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const databasePath = join(dir, "practice.sqlite");
  const server = await startPracticeServer({ databasePath, record: true, ...options });
  try {
    return await work({ dir, dataDir: join(dir, "data"), server });
  } finally {
    await server.close();
  }
}
