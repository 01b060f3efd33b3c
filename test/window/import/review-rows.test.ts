import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { visit } from "../browser/visit.ts";
import { goOn, openList } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const CITIES = ["Bern", "Zürich", "Genève"];
const LIST = [
  "Customer code,First name,E-mail,City",
  ...Array.from({ length: 90 }, (_, at) => {
    const mail = at % 30 === 7 ? `bad(at)${at}` : `c${at}@example.com`;
    return `C${at + 1},Ana ${at % 9},${mail},${CITIES[at % 3]}`;
  }),
  "",
].join("\n");

async function toReview(page: Page) {
  await openList(page, "march.csv", LIST);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  const grid = page.getByRole("grid", { name: "Rows of the list" });
  await grid.waitFor();
  return grid;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("role"));

describe("the rows of the review", { timeout: 120_000 }, () => {
  it("are found, ordered and filtered by keyboard, and the way back is one press", async () => {
    const { page, complaints } = await visit(browser);
    const grid = await toReview(page);
    const activeText = () =>
      page.evaluate(() => {
        const id = document.querySelector("[role=grid]")?.getAttribute("aria-activedescendant");
        return document.getElementById(id ?? "")?.textContent ?? "";
      });
    await grid.focus();
    await page.keyboard.press("Control+f");
    await page.keyboard.type("GENEVE");
    await page.getByText("1 of 30", { exact: true }).waitFor();
    expect(await activeText()).toBe("Genève");
    await page.keyboard.press("Shift+Enter");
    await page.getByText("30 of 30", { exact: true }).waitFor();
    await inspect(page, "review-find");
    await page.getByRole("textbox", { name: "Find in all rows" }).press("Escape");
    expect(await focused(page)).toBe("grid");
    expect(await grid.getAttribute("aria-activedescendant")).toBe("cell-89-4");

    // The menu of the column where the keyboard is.
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("menuitem", { name: "Only rows with “Genève”" }).click();
    await page.getByText("30 rows shown", { exact: true }).first().waitFor();
    expect(await focused(page)).toBe("grid");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("menuitem", { name: /^Sort Z to A/ }).click();
    await grid.locator("th[aria-sort=descending]", { hasText: "Customer code" }).waitFor();
    await grid.locator("#cell-0-1", { hasText: "C90" }).waitFor();
    await inspect(page, "review-filtered");
    await page.getByRole("button", { name: "Take away: City: “Genève”" }).click();
    await grid.locator("#cell-1-1", { hasText: "C89" }).waitFor();
    expect(await focused(page)).toBe("grid");

    await page.getByRole("button", { name: /Warnings$/ }).click();
    const kind = page.getByRole("button", { name: /^3 rows/ });
    await kind.click();
    await page.getByText("3 rows shown", { exact: true }).first().waitFor();
    expect(await kind.getAttribute("aria-pressed")).toBe("true");

    await page.getByRole("button", { name: /All rows$/ }).click();
    await grid.getByText("City", { exact: true }).click();
    await page.getByRole("menuitem", { name: "Choose values…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "Bern 30 rows" }).check();
    await inspect(page, "review-values");
    await dialog.getByRole("button", { name: "Show these rows" }).click();
    await page.getByText("30 rows shown", { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  });
});
