/**
 * From the start of the program to its first screen that can be used, with 10,000 imports in the
 * database, beside a bare window: the same kind of host (Node, loopback address, the same browser)
 * with an empty page. Both by turns, in an order that changes from round to round; what counts is the
 * median of the ratios of the two starts of a round.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { ROOT } from "../../main/entries/start/root.ts";
import { fillPast } from "./history/full-past.ts";
import { IMPORTS } from "./history/history-fill.ts";
import { median } from "./measured.ts";
import { startPlainBrowser } from "./window/plain-browser.ts";

const ROUNDS = 15;
const WANTED = 1.2;

interface Times {
  /** Until the program says its address. */
  readonly host: number;
  /** Until the browser runs. */
  readonly browser: number;
  /** Until the first screen shows its heading and takes input. */
  readonly screen: number;
}

async function measure(args: readonly string[]): Promise<Times> {
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  if (child.stdout === null) throw new Error("no output");
  const [url] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  const host = performance.now() - began;
  const browser = await startPlainBrowser();
  const launched = performance.now() - began;
  await browser.open(url);
  const screen = performance.now() - began;
  await browser.close();
  child.kill("SIGTERM");
  await exited;
  return { host, browser: launched - host, screen: screen - launched };
}

const whole = ({ host, browser, screen }: Times) => host + browser + screen;

function line(name: string, all: readonly Times[]): string {
  const columns: readonly ((one: Times) => number)[] = [
    (one) => one.host,
    (one) => one.browser,
    (one) => one.screen,
    whole,
  ];
  const cells = columns.map((column) => Math.round(median(all.map(column))));
  return `| ${name} | ${cells.join(" | ")} |`;
}

const kept = process.argv[2];
const dir = kept ?? mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
try {
  await buildIfStale();
  await fillPast(dir);
  const program = join(ROOT, "out", "main", "browser.js");
  const ours: Times[] = [];
  const bare: Times[] = [];
  const starts = [
    { times: bare, args: [join(import.meta.dirname, "window/bare-window.js")] },
    { times: ours, args: [program, "--no-open", "--data-dir", dir] },
  ];
  // The first of each warms the disk.
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const { times, args } of round % 2 === 0 ? starts : starts.toReversed()) {
      const took = await measure(args);
      if (round >= 0) times.push(took);
    }
  }
  const ratio = median(
    ours.map((one, round) => whole(one) / (bare[round] ? whole(bare[round]) : Number.NaN)),
  );
  process.stdout.write(
    [
      "## Start-up: from the start to a usable first screen",
      "",
      "| medians, ms | program | browser | first screen | all |",
      "| --- | ---: | ---: | ---: | ---: |",
      line("bare window, empty page", bare),
      line(`this program, ${IMPORTS} imports`, ours),
      "",
      `Ratio of pairs ${ratio.toFixed(2)} (at most ${WANTED} is wanted): ${ratio <= WANTED ? "met" : "missed"}.`,
      "",
    ].join("\n"),
  );
  if (ratio > WANTED) process.exitCode = 1;
} finally {
  if (kept === undefined) rmSync(dir, { recursive: true, force: true });
}
