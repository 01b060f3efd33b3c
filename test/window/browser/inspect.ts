import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LANGUAGES } from "../../../preload/languages.ts";
import { findLost } from "./find-lost.ts";
import {
  ALL_RULES,
  atRest,
  dress,
  englishOn,
  RULES_OF_COLOURS,
  speak,
  violations,
} from "./look.ts";
import { shoot } from "./shoot.ts";

const SCHEMES = ["light", "dark"] as const;
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
