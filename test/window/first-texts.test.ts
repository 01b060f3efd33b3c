import type { Browser } from "playwright-core";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { tempDir } from "../helpers/temp-dir.ts";
import { workerBrowser } from "./browser/browser.ts";
import { startWindow } from "./browser/start-window.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** How the name of a text looks where its words are missing. */
const NAME_OF_TEXT = /^(?:[a-z]+:)?[a-z]\w*(?:\.\w+)+$/;

it("no screen is shown before its words are there, and the first one has them", async () => {
  const running = await startWindow({ dataDir: tempDir() });
  onTestFinished(() => running.kill());
  const context = await browser.newContext({ locale: "en-GB" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const { promise: arrives, resolve: arrive } = Promise.withResolvers<void>();
  await page.route(/assets\/en-/, async (route) => {
    await arrives;
    await route.continue();
  });
  const answered = page.waitForResponse(/call\/drafts\.list/);
  await page.goto(running.url);
  await page.getByRole("heading", { name: "Which list do you want to import?" }).waitFor();
  await answered;
  expect(await page.getByText(NAME_OF_TEXT).allTextContents()).toEqual([]);

  const title = page.getByRole("heading", { level: 1 });
  await page.getByRole("link", { name: "Settings" }).click();
  await title.waitFor({ state: "hidden" });
  // Far longer than the screen takes to show itself once it may.
  await expect(title.waitFor({ timeout: 2000 })).rejects.toThrow("Timeout");
  arrive();
  await title.getByText("Settings").waitFor();
}, 60_000);
