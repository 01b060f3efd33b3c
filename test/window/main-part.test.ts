import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { visit } from "./browser/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

it("has one main part, which holds the keyboard while a screen is still being loaded", async () => {
  const { page, complaints } = await visit(browser);
  const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await arrives;
    await route.continue();
  });
  const link = page
    .getByRole("navigation", { name: "Screens" })
    .getByRole("link", { name: "Connections" });
  await page.getByRole("button", { name: "Choose a file" }).focus();
  await link.dispatchEvent("click");
  const title = page.getByRole("heading", { level: 1 });
  await title.waitFor({ state: "hidden" });
  expect(await page.getByRole("main").count()).toBe(1);
  await page.locator("main:focus").waitFor();
  arrive();
  await page.locator("h1:focus").getByText("Connections").waitFor();
  expect(await page.locator("main").count()).toBe(1);
  expect(complaints).toEqual([]);
}, 60_000);
