import type { Browser } from "playwright-core";
import { beforeAll, describe, it } from "vitest";
import { workerBrowser } from "../browser/browser.ts";
import { inspectOpen } from "../browser/inspect.ts";
import { visit } from "../browser/visit.ts";
import { atStep, goOn } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

describe("a window whose program has gone", { timeout: 60_000 }, () => {
  it("says so on every screen, and that everything is kept", async () => {
    const { page, end } = await visit(browser);
    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    // A page that is loaded anew while the program lives is there again.
    await Promise.all([page.waitForEvent("load"), page.evaluate(() => location.reload())]);
    await atStep(page, "columns");
    await end();

    // At once, however the page is asked; a browser's own error would be in its place.
    const ended = page.getByText("The program behind this window has ended.");
    await page.evaluate(() => location.reload());
    await ended.waitFor({ timeout: 5_000 });
    await atStep(page, "columns");
    await inspectOpen(page, "program-ended");

    // A step whose part of the window is here: the call is what fails.
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    const said = page.getByText("The program behind this window does not answer.");
    await said.first().waitFor();
    await atStep(page, "columns");

    // Screens that were never open have not been loaded yet.
    const screens = page.getByRole("navigation", { name: "Screens" });
    await screens.getByRole("link", { name: "History" }).click();
    await page.getByRole("heading", { level: 1, name: "This screen cannot be shown" }).waitFor();
    await page.getByText("Your imports, the queue and the history are kept.").waitFor();
    await page.getByRole("main").getByText("does not answer").waitFor();
    await page.getByRole("button", { name: "Load the window anew" }).click();
    await page.getByRole("main").getByText("does not answer").waitFor();
    await inspectOpen(page, "screen-broken");
    await screens.getByRole("link", { name: "Import" }).click();
    await atStep(page, "start");
  });
});
