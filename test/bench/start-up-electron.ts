/**
 * From the start of the program in the real Electron to its first screen, on an empty data folder
 * and on one with 10,000 imports, beside a bare window of the same Electron.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { giveTo } from "../electron/desktop.ts";
import { prepareElectron, type ReadyElectron, startWords } from "../electron/prepare.ts";
import { fillPast } from "./full-past.ts";
import { IMPORTS } from "./history-fill.ts";

const ROUNDS = 5;
const MAX_RATIO = 1.5;

/** Milliseconds from the start of a program until its first heading can be read. */
async function timeToHeading(
  electron: ReadyElectron,
  folder: string,
  words: readonly string[] = [],
): Promise<number> {
  const { command, words: args, env } = startWords({ ...electron, folder }, words);
  const began = performance.now();
  const program = await _electron.launch({
    executablePath: command,
    args: [...args],
    env,
    chromiumSandbox: true,
  });
  try {
    const page = await program.firstWindow();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    return performance.now() - began;
  } finally {
    await program.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function measure(electron: ReadyElectron, dir: string): Promise<readonly string[]> {
  const full = join(dir, "full");
  mkdirSync(full);
  await fillPast(full);
  const bare = join(import.meta.dirname, "bare-electron");
  const starts = [
    { name: "bare window", times: [] as number[], run: () => timeToHeading(electron, bare) },
    ...["empty", "full"].map((name) => ({
      name: name === "empty" ? "this program, no imports yet" : `this program, ${IMPORTS} imports`,
      times: [] as number[],
      run: () => timeToHeading(electron, electron.folder, ["--data-dir", join(dir, name)]),
    })),
  ];
  giveTo(electron.desktop.uid, dir);
  // The first of each warms the disk; turn by turn, so that what else runs hits all alike.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { times, run } of starts) {
      const took = await run();
      if (round > 0) times.push(took);
    }
  }
  const [least = 0] = starts.map(({ times }) => median(times));
  return starts.map(({ name, times }) => {
    const ms = median(times);
    return `| ${name} | ${Math.round(ms)} | ${(ms / least).toFixed(2)} |`;
  });
}

await buildIfStale();
const { electron, end } = await prepareElectron();
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
const lines = ["## Start-up in the real Electron", ""];
try {
  if (electron.kind === "unavailable") lines.push(`Not measured: ${electron.reason}.`);
  else {
    lines.push("| medians | ms | ratio |", "| --- | ---: | ---: |");
    lines.push(...(await measure(electron, dir)), "", `Wanted: at most ${MAX_RATIO}.`);
  }
} finally {
  await end();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.stdout.write(`${lines.join("\n")}\n`);
