import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Language } from "../../preload/languages.ts";
import { findLost } from "../window/browser/find-lost.ts";
import {
  ALL_RULES,
  atRest,
  dress,
  RULES_OF_COLOURS,
  type Scheme,
  speak,
  violations,
} from "../window/browser/look.ts";
import { findCut } from "./find-cut.ts";

/** What was wrong, by kind, each with where it was seen. */
export interface Found {
  /** The keyboard stood nowhere for longer than a blink. */
  readonly focus: string[];
  readonly axe: string[];
  /** Texts that are cut without a title that tells them whole. */
  readonly cut: string[];
  /** Controls and buttons that nobody can reach, pages that scroll sideways. */
  readonly lost: string[];
  /** What the page wrote to its console, and what was thrown in it. */
  readonly console: string[];
}

type Dress = readonly [width: number, height: number, scheme: Scheme];

const SMALL = [1024, 768] as const;
const USUAL = [1280, 800] as const;

/** Looks at a window as it stands, and leaves a picture of each look. */
export class Looks {
  readonly found: Found = { focus: [], axe: [], cut: [], lost: [], console: [] };
  readonly #folder: string;
  readonly #walk: string;
  readonly #other: Language;

  /** @param other the language beside English */
  constructor(folder: string, walk: string, other: Language) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#walk = walk;
    this.#other = other;
  }

  async all(page: Page, name: string): Promise<void> {
    await page.locator(".mantine-Skeleton-root").first().waitFor({ state: "detached" });
    await looksOn(page, true);
    await this.#look(page, `${name}-en`, [...USUAL, "light"]);
    await this.#look(page, `${name}-en`, [...SMALL, "dark"]);
    await speak(page, this.#other);
    await this.#look(page, `${name}-${this.#other}`, [...SMALL, "light"]);
    await this.#look(page, `${name}-${this.#other}`, [...USUAL, "dark"]);
    await speak(page, "en");
    await rest(page);
  }

  /** A picture of where a walk did not go on. */
  async fail(page: Page): Promise<void> {
    await page.screenshot({ path: join(this.#folder, `${this.#walk}-failed.png`) });
  }

  async open(page: Page, name: string): Promise<void> {
    await looksOn(page, true);
    await this.#look(page, `${name}-open`, [...SMALL, "light"]);
    await this.#look(page, `${name}-open`, [...USUAL, "dark"]);
    await rest(page);
  }

  async #look(page: Page, name: string, [width, height, scheme]: Dress): Promise<void> {
    const label = `${name}-${width}-${scheme}`;
    await page.setViewportSize({ width, height });
    await dress(page, scheme);
    // A dark window differs from a light one by its colours alone.
    const rules = scheme === "light" ? ALL_RULES : RULES_OF_COLOURS;
    for (const text of await violations(page, rules)) this.#keep("axe", label, text);
    for (const text of await page.evaluate(findCut)) this.#keep("cut", label, text);
    const path = join(this.#folder, `${this.#walk}-${label}.png`);
    await page.screenshot({ path, animations: "disabled" });
    // What is reached in the small window is reached in the large one. Last: it scrolls.
    if (name.endsWith("-open") || width > SMALL[0]) return;
    for (const text of await page.evaluate(findLost)) this.#keep("lost", label, text);
  }

  #keep(kind: keyof Found, label: string, text: string): void {
    this.found[kind].push(`${this.#walk}-${label}: ${text}`);
  }
}

/** What a look does to the window is none of what a person does (`watch-focus.ts`). */
async function looksOn(page: Page, isLookedAt: boolean): Promise<void> {
  await page.evaluate((looks) => Reflect.set(window, "isLookedAt", looks), isLookedAt);
}

async function rest(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: USUAL[0], height: USUAL[1] });
  await atRest(page);
  await looksOn(page, false);
}
