import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "./browser/browser.ts";
import { inspectOpen } from "./browser/inspect.ts";
import { shoot } from "./browser/shoot.ts";
import { tabTo } from "./browser/tab-to.ts";
import { visit } from "./browser/visit.ts";
import { atStep, QUESTIONS } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("the keyboard alone", { timeout: 60_000 }, () => {
  it("brings a first import from the empty window to its result", async () => {
    const { page, complaints } = await visit(browser);
    await atStep(page, "start");
    await tabTo(page, page.getByRole("button", { name: "Try it with a sample list" }));
    await page.keyboard.press("Enter");
    const next = page.getByRole("button", { name: "Continue", exact: true });
    for (const step of ["file", "columns", "options"] as const) {
      await atStep(page, step);
      // A screen reader hears the question first, and Tab goes on from there.
      await page.locator("h1:focus").getByText(QUESTIONS[step]).waitFor();
      await tabTo(page, next);
      await page.keyboard.press("Enter");
    }
    await atStep(page, "review");
    const grid = page.getByRole("grid", { name: "Rows of the list" });
    await tabTo(page, grid);
    // The first of the two problems: a day that February does not have.
    await shoot(page, "keyboard-problem");
    await page.keyboard.press("F2");
    await page.keyboard.type("1990-02-28");
    await inspectOpen(page, "keyboard-correction");
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Send 199 customers" }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await page.locator("h1:focus").waitFor();
    await inspectOpen(page, "keyboard-result");
    expect(complaints).toEqual([]);
  });

  it("skips the side bar, and closes a dialog to where it was opened", async () => {
    const { page } = await visit(browser);
    await page.getByRole("button", { name: "Skip to the page" }).focus();
    await page.getByRole("button", { name: "Skip to the page" }).click({ trial: true });
    await page.keyboard.press("Enter");
    await page.locator("main:focus").waitFor();

    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    const remove = page.getByRole("button", {
      name: "Discard the import of customers-sample.xlsx",
    });
    await tabTo(page, remove);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Discard this import?" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute("aria-label")?.startsWith("Discard the import"),
    );
  });
});
