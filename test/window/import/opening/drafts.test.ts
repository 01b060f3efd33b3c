import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { atStep, goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST = "Customer code,First name\n000501,Ana\n000502,Ben\n";

/** The person comes back from the spreadsheet program. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

describe("imports that were begun", { timeout: 90_000 }, () => {
  it("begin with the file of the command line, and notice that it changes on the disk", async () => {
    const list = join(tempDir(), "march.csv");
    writeFileSync(list, LIST);
    const { page, complaints } = await visit(browser, { args: [list] });
    await atStep(page, "file");
    for (const step of ["columns", "options", "review"] as const) await goOn(page, step);
    await page.getByRole("button", { name: "Send 2 customers" }).waitFor();

    appendFileSync(list, "000503,Cleo\n");
    await comeBack(page);
    await page.getByText("The file on the disk has changed since you chose it.").waitFor();
    await inspect(page, "import-2-changed-file");
    await page.getByRole("button", { name: "Read it again" }).click();
    for (const step of ["columns", "options", "review"] as const) await goOn(page, step);
    await page.getByRole("button", { name: "Send 3 customers" }).waitFor();

    // Changed while the window was in sight the whole time: noticed before anything goes out.
    appendFileSync(list, "000504,Dora\n");
    await page.getByRole("button", { name: "Send 3 customers" }).click();
    await page.getByText("was changed since it was read").first().waitFor();
    await page.getByRole("button", { name: "Read it again" }).click();
    await page.getByText("000504").waitFor();
    expect(complaints).toEqual([]);
  });

  it("may be several, each at its own step after a restart, also where a file has gone", async () => {
    const dir = tempDir();
    const list = join(dir, "april.csv");
    writeFileSync(list, LIST);
    const { page, restart, complaints } = await visit(browser, { args: [list] });
    await atStep(page, "file");
    await goOn(page, "columns");
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link").first().click();
    await atStep(page, "start");
    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await goOn(page, "columns");
    await goOn(page, "options");
    await restart();

    await page.getByText("At step “Options”").waitFor();
    await page.getByText("At step “Columns”").waitFor();
    await page
      .getByRole("button", { name: "Continue the import of customers-sample.xlsx" })
      .click();
    await atStep(page, "options");
    renameSync(list, join(dir, "elsewhere.csv"));
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link").first().click();
    await atStep(page, "start");
    await comeBack(page);
    await page.getByText("The file is gone").waitFor();
    await inspect(page, "import-1-several-drafts");
    await page.getByRole("button", { name: "Continue the import of april.csv" }).click();
    await page.getByText("Put it back, or choose it again").waitFor();
    await inspect(page, "import-2-missing-file");

    const [dialog] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose the file again" }).click(),
    ]);
    const other = "Customer code,Surname\n000501,Diaz\n";
    await dialog.setFiles({ name: "may.csv", mimeType: "text/csv", buffer: Buffer.from(other) });
    await page.getByText("This file has other columns.").waitFor();
    await page.getByText("1 column of that time is missing: First name.").waitFor();
    await inspect(page, "import-2-chosen-again");
    await goOn(page, "columns");
    await page.getByText("Surname").first().waitFor();
    expect(complaints).toEqual([]);
  });

  it("follow each other in two tabs, from a cell to the end", async () => {
    const { page, complaints } = await visit(browser);
    await openList(
      page,
      "two.csv",
      "Customer code,First name\n000501,Ana\n000502,Ben\n1.23457E+15,Cleo\n",
    );
    for (const step of ["columns", "options", "review"] as const) await goOn(page, step);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await atStep(other, "review");
    await other.getByRole("button", { name: "Send 2 customers" }).waitFor();

    const grid = page.getByRole("grid", { name: "Rows of the list" });
    await grid.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("000503");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send 3 customers" }).waitFor();
    await other.getByRole("button", { name: "Send 3 customers" }).waitFor();
    await other.getByRole("button", { name: /All rows/ }).click();
    await other.getByText("000503").waitFor();
    await other.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByRole("button", { name: "Send 2 customers" }).waitFor();

    await page.getByRole("button", { name: "Send 2 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await other.getByText("This import is no longer here").waitFor();
    expect(complaints).toEqual([]);
  });
});
