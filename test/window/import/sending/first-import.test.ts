import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspectOpen } from "../../browser/inspect.ts";
import { openScreen, settled, visit } from "../../browser/visit.ts";
import { atStep, goOn } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const SAMPLE = { name: "Try it with a sample list" };

/** Counts what the person presses, whatever it is. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Reflect.set(window, "presses", 0);
    addEventListener(
      "pointerdown",
      () => Reflect.set(window, "presses", Reflect.get(window, "presses") + 1),
      { capture: true },
    );
  });
  return () => page.evaluate(() => Number(Reflect.get(window, "presses")));
}

/** The big number with this name. */
function figure(page: Page, label: string): Promise<string | null> {
  const link = page.getByRole("main").getByRole("link", { name: new RegExp(`${label}$`) });
  return link.locator("span").first().textContent();
}

describe("the first import of a new installation", { timeout: 60_000 }, () => {
  it("gets from the empty window to its result in at most eight clicks", async () => {
    const { page, complaints } = await visit(browser);
    await atStep(page, "start");
    const presses = await countPresses(page);
    await page.getByRole("button", SAMPLE).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    await goOn(page, "options");
    await goOn(page, "review");
    await page.getByRole("button", { name: "Send 198 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    expect(await presses()).toBeLessThanOrEqual(8);
    expect(await figure(page, "New customers")).toBe("198");
    expect(await figure(page, "Rejected rows")).toBe("0");
    await page.getByText("2 rows of the list were not sent").waitFor();
    await inspectOpen(page, "first-import-result");
    expect(complaints).toEqual([]);
  });

  it("comes back to the same step with everything kept when the power fails in between", async () => {
    const { page, restart, complaints } = await visit(browser);
    await page.getByRole("button", SAMPLE).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    await page.getByRole("combobox", { name: "Field for the column Phone" }).click();
    // The power fails once the choice is kept, not in the moment between.
    await Promise.all([
      page.waitForResponse("**/call/drafts.setMapping"),
      page.getByRole("option", { name: "Not imported" }).click(),
    ]);
    await page.getByRole("heading", { level: 2, name: "Not imported" }).waitFor();
    await restart();

    await page
      .getByRole("button", { name: "Continue the import of customers-sample.xlsx" })
      .click();
    await atStep(page, "columns");
    const phone = page.getByRole("combobox", { name: "Field for the column Phone" });
    expect(await phone.inputValue()).toBe("Not imported");
    await goOn(page, "options");
    await page.getByRole("radio", { name: "Leave the customer as is" }).click();
    await goOn(page, "review");
    await page.getByRole("button", { name: /^All rows|All rows$/ }).click();
    await page.getByRole("checkbox", { name: "Send row 2", exact: true }).click();
    await page.getByRole("button", { name: "Send 197 customers" }).waitFor();
    await restart();

    await page
      .getByRole("button", { name: "Continue the import of customers-sample.xlsx" })
      .click();
    await atStep(page, "review");
    await page.getByText("Existing customers stay as they are.").waitFor();
    await page.getByRole("button", { name: "Send 197 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    expect(await figure(page, "New customers")).toBe("197");
    expect(complaints).toEqual([]);
  });

  it("stands in the history with its batch's request, secrets masked, and the reply", async () => {
    const { page, restart, complaints } = await visit(browser);
    await page.getByRole("button", SAMPLE).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    await goOn(page, "options");
    await goOn(page, "review");
    await page.getByRole("button", { name: "Send 198 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await restart();

    await openScreen(page, "History");
    const row = page.getByRole("row", { name: /customers-sample\.xlsx/ });
    await row.getByText("Accepted").waitFor();
    expect(await row.getByRole("cell").allInnerTexts()).toEqual(
      expect.arrayContaining(["Practice", "198", "0"]),
    );
    await row.getByRole("link", { name: "customers-sample.xlsx" }).click();
    await page.getByRole("heading", { level: 1, name: "customers-sample.xlsx" }).waitFor();
    await page.getByRole("link", { name: "Batch 1" }).click();
    await page.getByRole("heading", { level: 1, name: "Batch 1" }).waitFor();
    await settled(page);
    const request = page.getByRole("table", { name: "Request" });
    const parameters = await request.getByRole("row").allInnerTexts();
    expect(parameters).toContainEqual(expect.stringMatching(/^type\s+customers_batch$/));
    expect(parameters).toContainEqual(expect.stringMatching(/^overwrite_duplicates\s+update$/));
    expect(parameters).toContainEqual(expect.stringMatching(/^profiles_header_1\s+code$/));
    expect(await page.content()).not.toContain("practice-key-0000");
    await page.getByText("HTTP status 200").waitFor();
    await page.getByText(/"new":\s*"198"/).waitFor();
    expect(complaints).toEqual([]);
  });
});
