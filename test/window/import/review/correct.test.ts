import { join } from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { practiceServer } from "../../../helpers/practice.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { choose, goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/**
 * The dates can be read in two ways. Row 3 has an odd e-mail, row 4 a card number that a
 * spreadsheet program has damaged, row 5 is to be left out.
 */
const LIST = `Customer code;Card number;First name;Last name;E-mail;Birthday
000101;0070000101;Ana;Núñez;ana@example.com;03/04/1990
000102;0070000102;Björn;Öberg;bjorn(at)example.com;05/06/1985
000103;1.23457E+15;Chloé;Lefèvre;chloe@example.com;09/10/1979
000104;0070000104;Dario;Rossi;dario@example.com;07/08/1992
000105;0070000105;Eve;O'Neill;eve@example.com;01/02/2001
`;

describe("a list with mistakes", { timeout: 60_000 }, () => {
  it("is mapped, corrected by keyboard and sent as it was corrected", async () => {
    const { page, dataDir, complaints } = await visit(browser);
    await openList(page, "march.csv", LIST);
    await goOn(page, "columns");

    const next = page.getByRole("button", { name: "Continue", exact: true });
    expect(await next.isDisabled()).toBe(true);
    await inspect(page, "columns-unclear-dates");
    await choose(page, "How the dates are written", "31/12/2024 (day first)");
    await page.getByText("1990-04-03").first().waitFor();
    await goOn(page, "options");
    await goOn(page, "review");

    const grid = page.getByRole("grid", { name: "Rows of the list" });
    await page.getByRole("button", { name: "Send 4 customers" }).waitFor();
    // The first problem is where the keyboard is; Esc gives up, Enter keeps.
    await grid.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("nonsense");
    await page.keyboard.press("Escape");
    await grid.getByText("1.23457E+15").waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.type("0070000103");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send 5 customers" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Send 4 customers" }).waitFor();
    await page.keyboard.press("Control+y");
    await page.getByRole("button", { name: "Send 5 customers" }).waitFor();

    // One row down from the first, in the e-mail's column: the odd address.
    await page.getByRole("button", { name: /All rows/ }).click();
    await grid.getByText("bjorn(at)example.com").waitFor();
    await grid.focus();
    for (const key of ["Control+Home", "ArrowDown", "End", "ArrowLeft", "Enter"]) {
      await page.keyboard.press(key);
    }
    expect(await grid.getByRole("textbox", { name: "E-mail" }).inputValue()).toBe(
      "bjorn(at)example.com",
    );
    await page.keyboard.press("Escape");
    await inspect(page, "review-warning");
    await grid.focus();
    const noWarnings = page.getByRole("button", { name: /^0\s*Warnings$/ });
    // As in a spreadsheet: Delete empties, and Shift turns undo, Enter and Tab round.
    await page.keyboard.press("Delete");
    await noWarnings.waitFor();
    await page.keyboard.press("Control+z");
    await grid.getByText("bjorn(at)example.com").waitFor();
    await page.keyboard.press("Control+Shift+z");
    await noWarnings.waitFor();
    await page.keyboard.press("Control+z");
    await grid.getByText("bjorn(at)example.com").waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await grid.getByRole("textbox", { name: "Last name" }).press("Shift+Enter");
    await page.keyboard.press("Enter");
    expect(await grid.getByRole("textbox").inputValue()).toBe("Núñez");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.type("bjorn@example.com");
    await page.keyboard.press("Enter");
    await noWarnings.waitFor();
    // Two further down: left out.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press(" ");
    await page.getByRole("button", { name: "Send 4 customers" }).waitFor();
    await inspect(page, "review-corrected");
    await page.getByRole("button", { name: "Send 4 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await page.getByText("1 row of the list was not sent").waitFor();

    const platform = await practiceServer({ databasePath: join(dataDir, "practice.sqlite") });
    expect(platform.customers().map(({ fields }) => fields)).toEqual([
      customer("000101", "0070000101", "Ana", "Núñez", "ana@example.com", "1990-04-03"),
      customer("000102", "0070000102", "Björn", "Öberg", "bjorn@example.com", "1985-06-05"),
      customer("000103", "0070000103", "Chloé", "Lefèvre", "chloe@example.com", "1979-10-09"),
      customer("000105", "0070000105", "Eve", "O'Neill", "eve@example.com", "2001-02-01"),
    ]);
    expect(complaints).toEqual([]);
  });
});

function customer(
  ...[code, card_number, first_name, last_name, email, custom_date]: readonly string[]
) {
  return { code, card_number, first_name, last_name, email, custom_date };
}
