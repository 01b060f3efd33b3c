import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { inspect } from "./browser/inspect.ts";
import { openScreen, visit } from "./browser/visit.ts";
import { atStep, goOn } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

it("F1 opens the screen's page over it, searches all pages, says what a word means, and gives the focus back", async () => {
  const { page, complaints } = await visit(browser);
  const help = page.getByRole("dialog", { name: "Help" });
  const title = (name: string) => help.getByRole("heading", { level: 3, name, exact: true });
  const choose = page.getByRole("button", { name: "Choose a file" });
  await page.getByRole("button", { name: "Help for this screen (F1)" }).waitFor();
  await choose.focus();
  await page.keyboard.press("F1");
  await title("Opening a list").waitFor();
  await inspect(page, "help-start");
  await help.getByRole("searchbox", { name: "Search the help" }).fill("UNCERTAIN batch");
  await help.getByRole("status").getByText("pages found").waitFor();
  await help.getByRole("button", { name: "The queue", exact: true }).click();
  await title("The queue").waitFor();
  await help.getByRole("button", { name: "uncertain", exact: true }).click();
  const word = help.getByRole("heading", { level: 4, name: "Uncertain" });
  await word.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "help-uncertain");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  const focused = () => choose.evaluate((element) => element === document.activeElement);
  await expect.poll(focused).toBe(true);

  const mark = (name: string) => page.getByRole("button", { name: `What does “${name}” mean?` });
  await mark("list").press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "help-list");
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Try it with a sample list" }).click();
  await atStep(page, "file");
  await page.getByRole("button", { name: "Help for this screen (F1)" }).click();
  await title("Which row holds the column names").waitFor();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await openScreen(page, "Settings");
  await page.keyboard.press("F1");
  await title("Settings").waitFor();
  await inspect(page, "help-settings");
  expect(complaints).toEqual([]);
}, 120_000);

it("each word that the help explains has its mark where it is met first, one a screen", async () => {
  const { page, complaints } = await visit(browser);
  const words = async () =>
    page
      .getByRole("button", { name: /^What does “.+” mean\?$/ })
      .evaluateAll((all) =>
        all.map((one) => /“(.+)”/.exec(one.getAttribute("aria-label") ?? "")?.[1]),
      );
  await expect.poll(words).toEqual(["list"]);
  await openScreen(page, "Queue");
  await expect.poll(words).toEqual(["queue"]);
  await openScreen(page, "Connections");
  await expect.poll(words).toEqual(["mapping"]);
  await openScreen(page, "Import");
  await page.getByRole("button", { name: "Try it with a sample list" }).click();
  await atStep(page, "file");
  await goOn(page, "columns");
  await expect.poll(words).toEqual(["mapping", "field"]);
  await goOn(page, "options");
  await expect.poll(words).toEqual(["connection", "campaign"]);
  await goOn(page, "review");
  await expect.poll(words).toEqual(["problem", "trial"]);
  await page.getByRole("button", { name: "Try with the first 10 rows" }).click();
  await page.getByRole("heading", { level: 1, name: /trial/i }).waitFor();
  await expect.poll(words).toEqual(["trial"]);
  await page.getByRole("button", { name: /^Send the/ }).click();
  await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
  await expect.poll(words).toEqual(["undo"]);
  await page.getByRole("button", { name: "See it in History" }).click();
  await expect.poll(words).toEqual(["batch"]);
  expect(complaints).toEqual([]);
}, 120_000);
