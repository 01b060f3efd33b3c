import type { Browser } from "playwright-core";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { tempDir } from "../helpers/temp-dir.ts";
import { workerBrowser } from "./browser/browser.ts";
import { startWindow } from "./browser/start-window.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

it("a page that is loaded anew before its first picture is not taken for a stranger's", async () => {
  const running = await startWindow({ dataDir: tempDir() });
  onTestFinished(() => running.kill());
  const context = await browser.newContext({ locale: "de-DE" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // Its texts do not come, so that it draws nothing; the address is taken off all the same.
  const asked = page.waitForRequest(/assets\/de-/);
  await page.route(/assets\/de-/, () => undefined);
  await page.goto(running.url, { waitUntil: "commit" });
  await asked;
  expect(await page.locator("h1").count()).toBe(0);
  await page.unroute(/assets\/de-/);
  await page.reload();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  expect(page.url()).not.toContain("token");
}, 60_000);
