import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, settled, visit } from "../browser/visit.ts";
import { atStep, choose, goOn, openList } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const HEADER = "Client no,Given,Since\n";
const JULY = `${HEADER}000601,Ana,07/02/2024\n`;
const AUGUST = `${HEADER}000601,Anna,08/03/2024\n000602,Ben,08/04/2024\n`;

describe("an import that comes every month", { timeout: 60_000 }, () => {
  it("is done again with the columns and options of the last one", async () => {
    const { page, complaints } = await visit(browser);
    await openList(page, "july.csv", JULY);
    await goOn(page, "columns");
    await choose(page, "Field for the column Client no", /^Customer code/);
    await choose(page, "Field for the column Given", /^First name/);
    await choose(page, "Field for the column Since", /^Date/);
    await choose(page, "How the dates are written", "12/31/2024 (month first)");
    await goOn(page, "options");
    await page.getByRole("radio", { name: "Leave the customer as is" }).click();
    await goOn(page, "review");
    await page.getByRole("button", { name: "Send 1 customer" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();

    await openScreen(page, "History");
    await page.getByRole("link", { name: "july.csv" }).click();
    await page.getByRole("heading", { level: 1, name: "july.csv" }).waitFor();
    await settled(page);
    const [dialog] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Import again" }).click(),
    ]);
    const buffer = Buffer.from(AUGUST);
    await dialog.setFiles({ name: "august.csv", mimeType: "text/csv", buffer });
    await atStep(page, "file");
    await goOn(page, "columns");
    await inspect(page, "import-again-columns");
    await page.getByText("2024-08-03").first().waitFor();
    await goOn(page, "options");
    const kept = page.getByRole("radio", { name: "Leave the customer as is" });
    expect(await kept.isChecked()).toBe(true);
    await goOn(page, "review");
    await page.getByRole("button", { name: "Send 2 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    expect(complaints).toEqual([]);
  });
});
