import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildIfStale } from "../../main/entries/start/build.ts";
import { launchBrowser } from "../window/browser/browser.ts";
import { startWindow } from "../window/browser/start-window.ts";
import { generateCsv } from "./lists/generate.ts";
import { watchTasks } from "./window/task-times.ts";
import { begin, end, filterRows, type Measure, scrollRows } from "./window/window-page.ts";

/**
 * The window while a long list is checked, scrolled, filtered, searched and ordered: the longest task of the page
 * (50 ms is what a person begins to feel) and the time between frames. Prints a table.
 * `node test/bench/window.ts [rows]`
 */
const FOLDER = join(tmpdir(), "loyalty-importer-bench");
const LONGEST_MS = 50;
const rows = Number(process.argv[2] ?? 1_000_000);

async function list(): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `list-${rows}.csv`);
  if (!existsSync(path)) {
    await generateCsv(`${path}.part`, rows);
    renameSync(`${path}.part`, path);
  }
  return path;
}

async function toReview(page: Page, path: string): Promise<void> {
  await page.setInputFiles("input[type=file]", path);
  for (const question of ["Which row", "Where does each column", "What shall happen"]) {
    await page.getByRole("heading", { level: 1, name: question }).waitFor({ timeout: 120_000 });
    await page.getByRole("button", { name: "Continue", exact: true }).click();
  }
}

interface Measured extends Measure {
  readonly ms: number;
  readonly longestMs: number;
}

async function measured(page: Page, work: () => Promise<unknown>): Promise<Measured> {
  await page.evaluate(begin);
  const longest = await watchTasks(page);
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  return { ...(await page.evaluate(end)), ms, longestMs: await longest() };
}

/** What stands in a tenth of the rows, from one to the next; in the last row alone; in none. */
async function find(page: Page): Promise<void> {
  await page.keyboard.press("Control+f");
  const input = page.getByRole("textbox", { name: "Find in all rows" });
  await input.fill("zoe");
  await page.getByText(/^1 of /).waitFor();
  for (let hit = 2; hit <= 10; hit++) {
    await input.press("Enter");
    await page.getByText(new RegExp(`^${hit} of `)).waitFor();
  }
  await input.fill(`customer${rows}@`);
  await page.getByText("1 of 1", { exact: true }).waitFor({ timeout: 120_000 });
  await input.fill("nobody of that name");
  await page.getByText("Not found in any row.").first().waitFor({ timeout: 120_000 });
  await input.press("Escape");
}

/** By the column of the active cell, both ways, from its menu. */
async function order(page: Page): Promise<void> {
  for (const [name, sorted] of [
    [/^Sort Z to A/, "descending"] as const,
    [/^Sort A to Z/, "ascending"] as const,
  ]) {
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("menuitem", { name }).click();
    await page.locator(`th[aria-sort=${sorted}]`).waitFor();
    await page.getByRole("grid").getByRole("checkbox").first().waitFor({ timeout: 120_000 });
  }
}

await buildIfStale();
const path = await list();
const dataDir = mkdtempSync(join(tmpdir(), "loyalty-importer-"));
const host = await startWindow({ dataDir });
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
  await page.goto(host.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const grid = page.getByRole("grid");
  const checking = await measured(page, async () => {
    await toReview(page, path);
    await grid.waitFor({ timeout: 15 * 60_000 });
  });
  await page.getByRole("button", { name: /All rows$/ }).click();
  await grid.getByRole("checkbox").first().waitFor();
  const scrolling = await measured(page, () => page.evaluate(scrollRows));
  const filtering = await measured(page, () => page.evaluate(filterRows));
  await page.getByRole("button", { name: /All rows$/ }).click();
  await grid.getByRole("checkbox").first().waitFor();
  await grid.focus();
  const finding = await measured(page, () => find(page));
  await grid.focus();
  const ordering = await measured(page, () => order(page));

  const lines = [
    `## The window with ${rows.toLocaleString("en-US")} rows`,
    "",
    "| | seconds | longest task, processor | longest task, clock | tasks over 50 ms, clock | frames | slowest frame | frames over 33 ms |",
    "| --- | --: | --: | --: | --: | --: | --: | --: |",
    row("opening and checking", checking),
    row("scrolling", scrolling),
    row("filtering", filtering),
    row("finding", finding),
    row("ordering", ordering),
    "",
    `Target: longest task at most ${LONGEST_MS} ms. By the clock other programs count too.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
} finally {
  await browser.close();
  await host.kill();
  rmSync(dataDir, { recursive: true, force: true });
}

function row(name: string, { ms, longestMs, tasks, frames }: Measured): string {
  const longest = Math.max(0, ...tasks);
  const slow = frames.filter((frame) => frame > 33.4).length;
  const slowest = Math.max(0, ...frames);
  const cells = [
    name,
    (ms / 1000).toFixed(1),
    `${longestMs.toFixed(0)} ms`,
    // The browser tells of tasks from 50 ms on; below that there is nothing to tell.
    longest === 0 ? "< 50 ms" : `${longest.toFixed(0)} ms`,
    tasks.length,
    frames.length,
    `${slowest.toFixed(0)} ms`,
    slow,
  ];
  return `| ${cells.join(" | ")} |`;
}
