import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { settled, visit } from "../../browser/visit.ts";
import { openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Loads the page with answers that take a while; gives where the button stood, frame by frame. */
async function placesOfButton(page: Page, later: string): Promise<readonly number[]> {
  await page.route(/\/call\/(drafts\.list|history\.list|files\.recent)$/, async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await page.addInitScript(() => {
    const places: number[] = [];
    Reflect.set(window, "places", places);
    const look = () => {
      const buttons = [...document.querySelectorAll("button")];
      const top = buttons.find((each) => each.textContent === "Choose a file");
      if (top !== undefined) places.push(top.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.reload();
  await settled(page);
  await page.getByText(later).waitFor();
  return page.evaluate(() => [...new Set<number>(Reflect.get(window, "places"))]);
}

it("the button to choose a list stands still from its first sight on: no click on it is lost", async () => {
  const { page, complaints } = await visit(browser);
  expect(await placesOfButton(page, "Welcome")).toHaveLength(1);
  await openList(page, "members.csv", "Customer code\n000501\n");
  await page
    .getByRole("navigation", { name: "Screens" })
    .getByRole("link", { name: "Import" })
    .click();
  expect(await placesOfButton(page, "members.csv")).toHaveLength(1);
  expect(complaints).toEqual([]);
});
