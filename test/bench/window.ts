import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { electronRoom } from "../walks/seats.ts";
import { launchBrowser } from "../window/browser/browser.ts";
import { startWindow } from "../window/browser/start-window.ts";
import { generateCsv } from "./lists/generate.ts";
import { handsAt } from "./window/hands.ts";
import { type Step, stepsOf } from "./window/steps.ts";
import { type Task, watchTasks } from "./window/task-times.ts";
import { begin, end } from "./window/window-page.ts";

/**
 * The window while a long list is opened, checked, scrolled, filtered, searched and ordered: for each
 * step the longest task of the page (50 ms is what a person begins to feel), by the clock and in
 * processor time, and the time between frames. Prints a table.
 * `node test/bench/window.ts [rows] [--electron] [--parts]`: in the real Electron; with what the
 * longest tasks did.
 *
 * Tasks are those that the engine traces, all lengths of them, where the page itself is only told of
 * tasks from 50 ms on. The page is asked for a few words of it now and then (window/hands.ts), as a
 * testing tool's locators make layouts in every frame that then counted as the window's. Each step
 * ends with a rest, in which what is drawn little by little comes: a person does not go on in the
 * frame in which a screen appears.
 */
const FOLDER = join(tmpdir(), "loyalty-importer-bench");
const LONGEST_MS = 50;
const LIMIT_MS = 15 * 60_000;
const words = process.argv.slice(2);
const rows = Number(words.find((word) => /^\d+$/.test(word)) ?? 1_000_000);
const withParts = words.includes("--parts");
const inElectron = words.includes("--electron");

async function list(): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `list-${rows}.csv`);
  if (!existsSync(path)) {
    await generateCsv(`${path}.part`, rows);
    renameSync(`${path}.part`, path);
  }
  return path;
}

interface Seat {
  readonly page: Page;
  close(): Promise<void>;
}

async function atBrowser(): Promise<Seat> {
  const dataDir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
  const host = await startWindow({ dataDir });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  await page.goto(host.url);
  return {
    page,
    async close() {
      await browser.close();
      await host.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function atElectron(): Promise<Seat> {
  const room = await electronRoom();
  const seat = await room.sit();
  return {
    page: seat.page,
    async close() {
      await seat.leave();
      await room.close();
    },
  };
}

interface Measured {
  readonly ms: number;
  readonly tasks: readonly Task[];
  readonly frames: readonly number[];
}

async function measured(page: Page, step: Step): Promise<Measured> {
  await step.before?.();
  await page.evaluate(begin);
  const tasks = await watchTasks(page, withParts);
  const start = performance.now();
  await step.work();
  const ms = performance.now() - start;
  return { ms, frames: await page.evaluate(end), tasks: await tasks() };
}

function row(name: string, { ms, tasks, frames }: Measured): string {
  const longest = tasks.toSorted((a, b) => b.clock - a.clock)[0];
  const cells = [
    name,
    (ms / 1000).toFixed(1),
    Math.max(0, ...tasks.map(({ processor }) => processor)).toFixed(0),
    (longest?.clock ?? 0).toFixed(0),
    tasks.filter(({ clock }) => clock > LONGEST_MS).length,
    frames.length,
    Math.max(0, ...frames).toFixed(0),
    frames.filter((frame) => frame > 33.4).length,
    ...(withParts
      ? [(longest?.parts ?? []).map(([part, ms]) => `${part} ${ms.toFixed(0)}`).join(", ")]
      : []),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

await buildIfStale();
const path = await list();
const seat = await (inElectron ? atElectron() : atBrowser());
try {
  const { page } = seat;
  const hands = handsAt(page, LIMIT_MS);
  await hands.sees("h1");
  await hands.rest();
  process.stdout.write(`## The window with ${rows.toLocaleString("en-US")} rows\n\n`);
  process.stdout.write(
    `| | seconds | longest task, processor | longest task, clock | tasks over ${LONGEST_MS} ms, clock | frames | slowest frame | frames over 33 ms |${withParts ? " the longest by the clock |" : ""}\n`,
  );
  process.stdout.write(`| --- |${" --: |".repeat(withParts ? 8 : 7)}\n`);
  for (const step of stepsOf(page, hands, path, rows)) {
    process.stdout.write(row(step.name, await measured(page, step)));
  }
  process.stdout.write(
    `\nMilliseconds but for the first column. Target: longest task at most ${LONGEST_MS} ms. By the clock other programs count too.\n`,
  );
} finally {
  await seat.close();
}
