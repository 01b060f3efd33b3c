import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, settled, visit } from "../browser/visit.ts";
import { toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const HEADER = "Customer code,First name,E-mail,Birthday\n";
const MAY = { name: "may.csv", text: `${HEADER}000401,Ana,ana@example.com,1990-02-03\n` };
const JUNE = {
  name: "june.csv",
  text: `${HEADER}000402,Ben,ben@example.com,1991-03-04\n000403,Cleo,cleo@example.com,1991-02-31\n`,
};

describe("the history", { timeout: 90_000 }, () => {
  it("finds imports by file and by customer, shows one in full and saves its rows", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "History");
    await page.getByText("No imports yet").waitFor();
    await inspect(page, "history-empty");
    for (const list of [MAY, JUNE]) {
      await toReview(page, list, /^Practice/);
      await page.getByRole("button", { name: "Send 1 customer" }).click();
      await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    }
    await openScreen(page, "History");
    const may = page.getByRole("link", { name: "may.csv" });
    const june = page.getByRole("link", { name: "june.csv" });
    await june.waitFor();
    await inspect(page, "history");
    const search = page.getByRole("searchbox", { name: "Search the history" });
    await search.fill("may");
    await june.waitFor({ state: "detached" });
    await may.waitFor();
    await search.fill("");
    await search.fill("april");
    await page.getByText("Nothing found").waitFor();
    await inspect(page, "history-nothing-found");
    await search.fill("");

    await page.getByRole("tab", { name: "One customer" }).click();
    await page.getByText("Whom do you look for?").waitFor();
    await inspect(page, "history-customer-empty");
    const customer = page.getByRole("searchbox", { name: "Find a customer" });
    await customer.fill("000402");
    await june.waitFor();
    expect(await may.count()).toBe(0);
    await inspect(page, "history-customer");
    await customer.fill("ANA@example.com");
    await may.waitFor();
    expect(await june.count()).toBe(0);
    await customer.fill("nobody@example.com");
    await page.getByText("Never sent from here").waitFor();
    await page.getByRole("tab", { name: "Imports" }).click();

    await june.click();
    await page.getByRole("heading", { level: 1, name: "june.csv" }).waitFor();
    await settled(page);
    await inspect(page, "history-import");
    await page.getByRole("tab", { name: "Problems" }).click();
    await page.getByText("There is no such day in the calendar").waitFor();
    await inspect(page, "history-problems");
    await page.getByRole("tab", { name: "Settings" }).click();
    await page
      .getByRole("cell", { name: "1106069098931231" })
      .or(page.getByText("1106069098931231"))
      .first()
      .waitFor();
    await inspect(page, "history-settings");

    await page.getByRole("button", { name: "Save rows" }).click();
    const all = page.getByRole("menuitem", { name: "All rows" }).last();
    await all.waitFor();
    await inspect(page, "history-export");
    const [download] = await Promise.all([page.waitForEvent("download"), all.click()]);
    expect(download.suggestedFilename()).toMatch(/june.*\.csv$/);
    const saved = readFileSync(await download.path(), "utf8");
    expect(saved).toContain("000402");
    expect(saved).toContain("ben@example.com");
    expect(complaints).toEqual([]);
  });
});
