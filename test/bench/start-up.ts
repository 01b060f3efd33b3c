/**
 * From the start of the program to its first screen that can be used, with 10,000 imports in the
 * database, beside a bare window: the same kind of host (Node, loopback address, the same browser)
 * with an empty page.
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
import { startPlainBrowser } from "./window/plain-browser.ts";

const ROUNDS = 15;
const MAX_RATIO = 1.5;

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

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function line(
  name: string,
  all: readonly Times[],
): { readonly text: string; readonly sum: number } {
  const [host, browser, screen] = [
    median(all.map((one) => one.host)),
    median(all.map((one) => one.browser)),
    median(all.map((one) => one.screen)),
  ];
  const sum = median(all.map((one) => one.host + one.browser + one.screen));
  const cells = [host, browser, screen, sum].map((ms) => Math.round(ms));
  return { text: `| ${name} | ${cells.join(" | ")} |`, sum };
}

const kept = process.argv[2];
const dir = kept ?? mkdtempSync(join(tmpdir(), "loyalty-importer-bench-"));
try {
  await buildIfStale();
  await fillPast(dir);
  const program = join(ROOT, "out", "main", "browser.js");
  const ours: Times[] = [];
  const bare: Times[] = [];
  // The first of each warms the disk.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const empty = await measure([join(import.meta.dirname, "window/bare-window.js")]);
    const full = await measure([program, "--no-open", "--data-dir", dir]);
    if (round === 0) continue;
    bare.push(empty);
    ours.push(full);
  }
  const first = line("bare window, empty page", bare);
  const second = line(`this program, ${IMPORTS} imports`, ours);
  const ratio = second.sum / first.sum;
  process.stdout.write(
    [
      "## Start-up: from the start to a usable first screen",
      "",
      "| medians, ms | program | browser | first screen | all |",
      "| --- | ---: | ---: | ---: | ---: |",
      first.text,
      second.text,
      "",
      `Ratio ${ratio.toFixed(2)} (at most ${MAX_RATIO}): ${ratio <= MAX_RATIO ? "met" : "missed"}.`,
      "",
    ].join("\n"),
  );
  if (ratio > MAX_RATIO) process.exitCode = 1;
} finally {
  if (kept === undefined) rmSync(dir, { recursive: true, force: true });
}
