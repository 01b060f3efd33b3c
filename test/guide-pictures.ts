import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildIfStale } from "../main/entries/start/build.ts";
import { ROOT } from "../main/entries/start/root.ts";
import { LANGUAGES } from "../preload/languages.ts";
import { launchBrowser } from "./window/browser/browser.ts";
import { startWindow } from "./window/browser/start-window.ts";

/**
 * `npm run guide:pictures`: walks through an import of the sample list in each language, or in those
 * that are named behind `--`, and makes the pictures of the guide on the way.
 */
const PICTURES = join(ROOT, "docs", "guide", "pictures");
const SIZE = { width: 1024, height: 640 };

await buildIfStale();
mkdirSync(PICTURES, { recursive: true });
const browser = await launchBrowser();
try {
  const named = process.argv.slice(2);
  for (const language of named.length > 0 ? named : LANGUAGES) await walk(language);
} finally {
  await browser.close();
}

async function walk(language: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "guide-"));
  const program = await startWindow({ dataDir });
  const context = await browser.newContext({
    viewport: SIZE,
    locale: language,
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await page.goto(program.url);
    const step = await walkTo(page, language);
    for (const name of ["file", "columns", "review"] as const) {
      await step(name);
      // A quarter of the bytes that a PNG takes.
      const path = join(PICTURES, `${name}-${language}.jpg`);
      await page.screenshot({ path, type: "jpeg", quality: 45 });
    }
  } finally {
    await context.close();
    await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Opens the sample list; the answer goes on to a step of its import. */
async function walkTo(page: Page, language: string): Promise<(step: string) => Promise<void>> {
  const words = (file: string) =>
    JSON.parse(readFileSync(join(ROOT, "renderer", "messages", language, file), "utf8"));
  await page.getByRole("button", { name: words("import.json").start.sample }).click();
  return async (step) => {
    await page.waitForURL(/#\/import\/\d+\//);
    const [draft = ""] = /#\/import\/\d+\//.exec(page.url()) ?? [];
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `${draft}${step}`);
    await page.waitForURL(new RegExp(`/${step}$`));
    const ready = step === "review" ? "[role=grid] td" : "h1";
    await page.locator(ready).first().waitFor();
    const loading = page.getByRole("status", { name: words("common.json").loading });
    await loading.first().waitFor({ state: "detached" });
    await page.locator("main").getByRole("button").first().waitFor();
    await page.waitForTimeout(600);
  };
}
