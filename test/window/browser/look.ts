import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import type { Bridge } from "../../../preload/bridge.ts";
import type { Language } from "../../../preload/languages.ts";
import { leftEnglish } from "./left-english.ts";
import { shownTexts } from "./shown-texts.ts";

declare global {
  interface Window {
    /** In Electron; absent in a browser. */
    readonly loyalty?: Bridge;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const ALL_RULES: RunOptions = {
  resultTypes: ["violations"],
  // Nothing asks for a path to an element, as what is told is its own text; and style sheets are
  // read beforehand for sound and films that play on their own, and for rules that are trials.
  selectors: false,
  preload: false,
};
export const RULES_OF_COLOURS: RunOptions = {
  ...ALL_RULES,
  runOnly: ["color-contrast", "link-in-text-block"],
};

export type Scheme = "light" | "dark";

export async function dress(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
  await atRest(page);
}

/** Changes the language as the settings do, with no click in between that would change the page. */
export async function speak(page: Page, language: Language): Promise<void> {
  const answer = await page.evaluate(async (chosen) => {
    if (window.loyalty !== undefined) {
      return window.loyalty.call("settings.set", { language: chosen });
    }
    const body = JSON.stringify({ language: chosen });
    const key = localStorage.getItem("session") ?? "";
    const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
    return (await fetch("/call/settings.set", { method: "POST", headers, body })).json();
  }, language);
  if (!answer.ok) throw new Error(`The language was not changed: ${JSON.stringify(answer)}`);
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** What is still said in English though the window speaks another language. */
export async function englishOn(page: Page, language: Language): Promise<readonly string[]> {
  const look = async () => leftEnglish(await page.evaluate(shownTexts), language);
  // What is read in a language, such as the help, comes a moment later.
  for (let tries = 0; tries < 20 && (await look()).length > 0; tries++) {
    await page.waitForTimeout(100);
  }
  return look();
}

/** What axe finds against the rules, each with the element's own text. */
export async function violations(page: Page, options: RunOptions): Promise<readonly string[]> {
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
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      document
        .getAnimations()
        .every(
          (one) =>
            one.playState !== "running" ||
            one.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
        ),
  );
}
