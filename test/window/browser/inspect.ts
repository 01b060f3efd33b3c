import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES, type Language } from "../../../preload/languages.ts";
import { findLost } from "./find-lost.ts";
import { leftEnglish } from "./left-english.ts";
import { shoot } from "./shoot.ts";
import { shownTexts } from "./shown-texts.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];
const ALL_RULES: RunOptions = { resultTypes: ["violations"] };
const RULES_OF_COLOURS: RunOptions = {
  ...ALL_RULES,
  runOnly: ["color-contrast", "link-in-text-block"],
};
const USUAL = { width: 1280, height: 800 };
/** The smallest window, and the usual one at 200 % zoom. */
const TIGHT = [
  { width: 1024, height: 640 },
  { width: 640, height: 400 },
] as const;

/** Beside English. */
const OTHERS = LANGUAGES.filter((language) => language !== "en");

/**
 * Looks at what the page shows now, light and dark, in English and in one other language, which is
 * another one for other screens: no violation that axe finds, nothing lost in a small window or at
 * 200 % zoom. Leaves screenshots named after `name` where pictures are wanted.
 */
export async function inspect(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize() ?? USUAL;
  await inspectOpen(page, name);
  const language = OTHERS[sum(name) % OTHERS.length] ?? "es";
  await speak(page, language);
  await picture(page, `${name}-${language}`);
  await fits(page, `${name}-${language}`);
  await speak(page, "en");
  await fits(page, name);
  await page.setViewportSize(usual);
}

/**
 * Looks at what the page shows now in every language, in a small window: nothing is lost or cut,
 * and nothing English is left in another language.
 */
export async function inspectLanguages(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize() ?? USUAL;
  await page.setViewportSize(TIGHT[0]);
  for (const language of OTHERS) {
    await speak(page, language);
    await atRest(page);
    const label = `${name}, ${language}`;
    await picture(page, `${name}-${language}`);
    expect.soft(await page.evaluate(findLost), label).toEqual([]);
    expect.soft(await englishOn(page, language), label).toEqual([]);
  }
  await speak(page, "en");
  await page.setViewportSize(usual);
}

async function englishOn(page: Page, language: Language): Promise<readonly string[]> {
  const look = async () => leftEnglish(await page.evaluate(shownTexts), language);
  // What is read in a language, such as the help, comes a moment later.
  for (let tries = 0; tries < 20 && (await look()).length > 0; tries++) {
    await page.waitForTimeout(100);
  }
  return look();
}

/** The same for the same name at every run. */
function sum(name: string): number {
  return Array.from(name, (letter) => letter.charCodeAt(0)).reduce((all, code) => all + code, 0);
}

/**
 * The same of what stays open only as long as nobody touches the window: light and dark, in the
 * size it has.
 */
export async function inspectOpen(page: Page, name: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await dress(page, scheme);
    // A dark window differs from a light one by its colours alone.
    const rules = scheme === "light" ? ALL_RULES : RULES_OF_COLOURS;
    expect.soft(await violations(page, rules), `${name}, ${scheme}`).toEqual([]);
    await picture(page, `${name}-${scheme}`);
  }
  await dress(page, "light");
}

/** Takes as long as what is looked at: `npm test` says whether people want to see it. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.TEST_PICTURES === "1") await shoot(page, name);
}

async function dress(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  await atRest(page);
}

/** Changes the language as the settings do, with no click in between that would change the page. */
async function speak(page: Page, language: Language): Promise<void> {
  const answer = await page.evaluate(async (chosen) => {
    const body = JSON.stringify({ language: chosen });
    const key = localStorage.getItem("session") ?? "";
    const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
    return (await fetch("/call/settings.set", { method: "POST", headers, body })).text();
  }, language);
  expect(JSON.parse(answer)).toMatchObject({ ok: true });
  await page.locator(`html[lang="${language}"]`).waitFor();
}

async function fits(page: Page, name: string): Promise<void> {
  for (const size of TIGHT) {
    await page.setViewportSize(size);
    await atRest(page);
    const label = `${name}, ${size.width} × ${size.height}`;
    await picture(page, `${name}-${size.width}`);
    expect.soft(await page.evaluate(findLost), label).toEqual([]);
  }
  await page.setViewportSize(USUAL);
}

async function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (how) => {
    const axe = Reflect.get(window, "axe") as { run(how: RunOptions): Promise<AxeResults> };
    return (await axe.run(how)).violations;
  }, options);
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
}

/** Colours in the middle of a change would be measured and pictured as they never are. */
async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) =>
          one.playState !== "running" ||
          one.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );
}
