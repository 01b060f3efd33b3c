import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../../browser/browser.ts";
import { visit } from "../../browser/visit.ts";
import { choose, goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(true);
});
afterAll(() => browser.close());

const HEADERS = ["Customer code", "First name", "Last name", "E-mail", "Phone", "City", "Country"];
const LIST = `${HEADERS.join()}\nC1,Ana,Lake,a@example.com,512 555 0100,Bern,Spain\n`;

/** Runs in the page: how far what is open reaches out of the part of the page that is seen. */
function cutOff(): number {
  const open = document.querySelector("[role=dialog], [role=menu]");
  const page = document.querySelector("main > :nth-last-child(2)");
  if (open === null || page === null) return Number.NaN;
  const [own, room] = [open.getBoundingClientRect(), page.getBoundingClientRect()];
  return Math.max(room.top - own.top, own.bottom - room.bottom, room.left - own.left, 0);
}

async function fits(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(cutOff), { timeout: 10_000 }).toBeLessThan(1);
}

it("what opens in the columns and the review lies in sight whole, wherever its button is", async () => {
  const { page, complaints } = await visit(browser, { width: 1024, height: 640 });
  await openList(page, "club.csv", LIST);
  await goOn(page, "columns");
  const buttons = page.getByRole("button", { name: /^Change the values of/ });
  await expect.poll(() => buttons.count()).toBe(HEADERS.length);
  for (let place = 0; place < HEADERS.length; place++) {
    // At the upper edge, in the middle and at the lower edge of what is seen.
    for (const block of ["start", "center", "end"] as const) {
      await buttons
        .nth(place)
        .evaluate((button, where) => button.scrollIntoView({ block: where }), block);
      await buttons.nth(place).press("Enter");
      await page.getByRole("dialog").waitFor();
      await fits(page);
      // Where the keyboard is not inside yet, nothing hears Escape.
      await page.waitForFunction(() =>
        document.querySelector("[role=dialog]")?.contains(document.activeElement),
      );
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
  }
  await choose(page, "Field for the column Country", "Not imported");
  await goOn(page, "options");
  await goOn(page, "review");
  const grid = page.getByRole("grid", { name: "Rows of the list" });
  await grid.locator("#cell-0-1", { hasText: "C1" }).waitFor();
  await grid.focus();
  await page.keyboard.press("Alt+ArrowDown");
  // Also a name that its head has no room for.
  await page.getByRole("menu").getByText("Customer code", { exact: true }).waitFor();
  await fits(page);
  expect(complaints).toEqual([]);
}, 120_000);
