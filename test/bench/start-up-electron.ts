/**
 * From the start of the program in the real Electron until its window shows its first painted
 * screen, on an empty data folder and on one with 10,000 imports, beside a bare window of the same
 * Electron that shows itself in the same way. Nothing looks into the page before it is drawn: it
 * would read its scripts anew. Times of a start scatter by a third; so each start of ours is divided
 * by the bare one of its round, the order of turns changes from round to round, and the median of
 * those ratios counts.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { giveTo } from "../electron/program/desktop.ts";
import { prepareElectron, type ReadyElectron, startWords } from "../electron/program/prepare.ts";
import { fillPast } from "./history/full-past.ts";
import { IMPORTS } from "./history/history-fill.ts";
import { median } from "./measured.ts";

const ROUNDS = 15;
const WANTED = 1.2;
const SHOWN = "shown";
/** In which a start comes to its end, and keeps what the next one is drawn with. */
const REST_MS = 1500;
/** In a page: when it first painted text or a picture, in milliseconds since the epoch. */
const PAINTED = `new Promise((resolve) => {
  const look = (list) => {
    const painted = list.getEntriesByName("first-contentful-paint")[0];
    if (painted !== undefined) resolve(performance.timeOrigin + painted.startTime);
  };
  new PerformanceObserver(look).observe({ type: "paint", buffered: true });
})`;

/**
 * Makes a program say when its window first showed something, and end then. The page is asked
 * afterwards, for what Chromium noted: `show` alone may come before a page that is still blank.
 */
function tellShown(folder: string): void {
  const path = join(folder, "package.json");
  const about = JSON.parse(readFileSync(path, "utf8"));
  const start = `import { app } from "electron";
app.on("browser-window-created", (_event, window) =>
  window.once("show", async () => {
    const painted = await window.webContents.executeJavaScript(${JSON.stringify(PAINTED)});
    process.stdout.write("${SHOWN} " + painted + "\\n");
    setTimeout(() => app.exit(0), ${REST_MS});
  }));
await import("./${about.main}");
`;
  writeFileSync(join(folder, "tell-shown.mjs"), start);
  writeFileSync(path, JSON.stringify({ ...about, main: "tell-shown.mjs" }));
}

/** Milliseconds from the start of a program until its window shows something. */
async function timeToShown(
  electron: ReadyElectron,
  folder: string,
  words: readonly string[] = [],
): Promise<number> {
  const { command, words: args, env } = startWords({ ...electron, folder }, words);
  const began = Date.now();
  const program = spawn(command, args, { env, stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(program, "exit");
  let shown: number | null = null;
  for await (const line of createInterface({ input: program.stdout })) {
    const [word, painted] = line.split(" ");
    if (word === SHOWN) shown ??= Number(painted) - began;
  }
  await ended;
  if (shown === null) throw new Error(`${folder} has ended without a window`);
  return shown;
}

/** A line for each start, with the ratio of its times to those of the first; the last says what was reached. */
async function measure(electron: ReadyElectron, dir: string): Promise<readonly string[]> {
  const full = join(dir, "full");
  mkdirSync(full);
  await fillPast(full);
  const bare = join(electron.folder, "..", "bare");
  cpSync(join(import.meta.dirname, "bare-electron"), bare, { recursive: true });
  for (const folder of [bare, electron.folder]) tellShown(folder);
  const starts = [
    { name: "bare window", times: [] as number[], run: () => timeToShown(electron, bare) },
    ...["empty", "full"].map((name) => ({
      name: name === "empty" ? "this program, no imports yet" : `this program, ${IMPORTS} imports`,
      times: [] as number[],
      run: () => timeToShown(electron, electron.folder, ["--data-dir", join(dir, name)]),
    })),
  ];
  giveTo(electron.desktop.uid, dir);
  // The first two of each warm the disk, and what Chromium keeps of the scripts; turn by turn, so
  // that what else runs hits all alike.
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const { times, run } of round % 2 === 0 ? starts : starts.toReversed()) {
      const took = await run();
      if (round >= 0) times.push(took);
    }
  }
  const bareTimes = starts[0]?.times ?? [];
  const rows = starts.map(({ name, times }) => {
    const ratio = median(times.map((ms, round) => ms / (bareTimes[round] ?? Number.NaN)));
    return { ratio, line: `| ${name} | ${Math.round(median(times))} | ${ratio.toFixed(2)} |` };
  });
  const most = Math.max(...rows.map(({ ratio }) => ratio));
  const verdict = most <= WANTED ? "met" : "missed";
  return [
    ...rows.map(({ line }) => line),
    "",
    `Ratio ${most.toFixed(2)} (at most ${WANTED} is wanted): ${verdict}.`,
  ];
}

await buildIfStale();
const { electron, end } = await prepareElectron();
const dir = mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
const lines = ["## Start-up in the real Electron", ""];
try {
  if (electron.kind === "unavailable") lines.push(`Not measured: ${electron.reason}.`);
  else {
    lines.push("| medians | ms | ratio of pairs |", "| --- | ---: | ---: |");
    lines.push(...(await measure(electron, dir)));
  }
} finally {
  await end();
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
process.stdout.write(`${lines.join("\n")}\n`);
