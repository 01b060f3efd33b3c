import type { Page } from "playwright-core";

/**
 * Tells when nothing has the focus for about a quarter of a second, once something had it: the next
 * Tab would start at the top of the page. A shorter while is a page that is exchanged, or a control
 * that is switched off for a blink. A moment in which the page does nothing at all is none.
 * @param lost gets a line each time: where, and what had it before
 */
export async function followFocus(page: Page, lost: string[]): Promise<void> {
  await page.exposeFunction("tellLostFocus", (where: string) => lost.push(where));
  await page.addInitScript(watch);
  await page.evaluate(watch);
}

/** Runs in the page. */
function watch(): void {
  if (Reflect.has(window, "isFollowed")) return;
  Reflect.set(window, "isFollowed", true);
  let before: Element | null = null;
  let looks = 0;
  setInterval(() => {
    const now = document.activeElement;
    const isLost = now === null || now === document.body;
    if (!isLost) before = now;
    // What is looked at in other sizes and languages is none of what a person does.
    if (!isLost || before === null || Reflect.get(window, "isLookedAt") === true) {
      looks = 0;
      return;
    }
    looks += 1;
    // Told once, until something has the focus again.
    if (looks !== 10) return;
    const tell = Reflect.get(window, "tellLostFocus") as (where: string) => void;
    tell(`${location.hash}, after ${before.outerHTML.slice(0, 120)}`);
  }, 25);
}
