import type { Page } from "playwright-core";

/**
 * What a person does at the page and sees of it, at the least cost for the page: a question for a
 * few words of it, now and then. Locators of a testing tool ask in every frame for the styles and
 * the layout of all that is there, which the page would count as tasks of its own.
 */
export interface Hands {
  /** Done once the element's text holds the words. */
  sees(selector: string, words?: string): Promise<void>;
  press(selector: string, words?: string): Promise<void>;
  /** As long as it takes to look at what has come; what comes little by little is there then. */
  rest(): Promise<void>;
}

/** Milliseconds between two looks. */
const LOOK_MS = 30;
const REST_MS = 700;

export function handsAt(page: Page, limitMs: number): Hands {
  async function until(what: string, look: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + limitMs;
    while (!(await look())) {
      if (performance.now() > end) throw new Error(`Never seen: ${what}`);
      await page.waitForTimeout(LOOK_MS);
    }
  }
  return {
    sees: (selector, words = "") =>
      until(`${selector} ${words}`, () => page.evaluate(isThere, { selector, words })),
    press: (selector, words = "") =>
      until(`${selector} ${words}`, () => page.evaluate(press, { selector, words })),
    rest: () => page.waitForTimeout(REST_MS),
  };
}

/** Each runs in the page, alone. */
function isThere({ selector, words }: { selector: string; words: string }): boolean {
  const all = [...document.querySelectorAll(selector)];
  return all.some((one) => one.textContent?.includes(words));
}

function press({ selector, words }: { selector: string; words: string }): boolean {
  const all = [...document.querySelectorAll<HTMLButtonElement>(selector)];
  const found = all.find((one) => one.textContent?.includes(words) && !one.disabled);
  found?.click();
  return found !== undefined;
}
