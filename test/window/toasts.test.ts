import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "./browser/browser.ts";
import { inspectOpen } from "./browser/inspect.ts";
import { speak } from "./browser/look.ts";
import { visit } from "./browser/visit.ts";
import { goOn, openList } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(true);
});
afterAll(() => browser.close());

const LIST = "Code,Name,Birthday\nC1,Ana,1990-02-30\nC2,Ben,1990-03-01\nC3,Cat,1991-02-30\n";
const SIZES = [
  [1024, 640],
  [1024, 768],
  [1280, 800],
  [640, 400],
  [640, 800],
] as const;

/** Runs in the page: what can be pressed or is a dialog, and is covered by a toast. */
function covered(): readonly string[] {
  // What lies outside of the page's own room is scrolled out of sight.
  const room = document.querySelector("#root")?.getBoundingClientRect() ?? new DOMRect();
  const toasts = [...document.querySelectorAll(".mantine-Notification-root")];
  const pressed = "a[href], button, input, select, [role=grid], [role=dialog], [tabindex='0']";
  const others = [...document.querySelectorAll<HTMLElement>(pressed)].filter(
    (one) => one.closest(".mantine-Notifications-root") === null && one.checkVisibility(),
  );
  return toasts.flatMap((toast) => {
    const mine = toast.getBoundingClientRect();
    return others
      .filter((other) => {
        const box = other.getBoundingClientRect();
        const left = Math.max(box.left, mine.left, 0);
        const right = Math.min(box.right, mine.right, innerWidth);
        const top = Math.max(box.top, mine.top, 0);
        const bottom = Math.min(box.bottom, mine.bottom, room.bottom);
        if (box.width <= 1 || right - left < 1 || bottom - top < 1) return false;
        const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return seen !== null && toast.contains(seen);
      })
      .map((other) => `${toast.textContent}: ${other.outerHTML.slice(0, 80)}`);
  });
}

async function coversNothing(page: Page): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(covered)).toEqual([]);
  }
}

it("a toast covers nothing that is pressed, and no dialog, until it is closed", async () => {
  const { page } = await visit(browser, { width: 1024, height: 768 });
  const toasts = page.locator(".mantine-Notification-root");
  await openList(page, "birthdays.csv", LIST);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  await page.getByRole("button", { name: "Save 2 rows with problems" }).click();
  await toasts.waitFor();
  await page.route("**/call/drafts.exportInvalid", (route) =>
    route.fulfill({
      contentType: "application/json",
      body: JSON.stringify({ ok: false, error: { code: "disk-full", message: "", params: {} } }),
    }),
  );
  await page.getByRole("button", { name: "Save 2 rows with problems" }).click();
  await expect.poll(() => toasts.count()).toBe(2);
  await coversNothing(page);
  await inspectOpen(page, "toasts");
  await page.getByRole("button", { name: "Fix all alike" }).click();
  await page.getByRole("menuitem", { name: /^Replace/ }).click();
  await page.getByRole("dialog").waitFor();
  await coversNothing(page);
  await inspectOpen(page, "toasts-dialog");
}, 180_000);

it("a toast speaks the language that is chosen while it is there", async () => {
  const { page } = await visit(browser);
  await page.route("**/call/connections.saveListToFill", (route) =>
    route.fulfill({
      contentType: "application/json",
      body: JSON.stringify({ ok: false, error: { code: "disk-full", message: "", params: {} } }),
    }),
  );
  await page.getByRole("button", { name: /Save an empty one/ }).click();
  const toast = page.locator(".mantine-Notification-root");
  await toast.getByText("That did not work").waitFor();
  await speak(page, "de");
  await toast.getByText("Das hat nicht geklappt").waitFor();
  await toast.getByRole("button", { name: "Schließen" }).click();
  await toast.waitFor({ state: "detached" });
}, 60_000);
