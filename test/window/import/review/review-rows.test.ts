import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

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
  // Keys pressed before the rows are there are not taken.
  await grid.locator("#cell-0-1", { hasText: "C1" }).waitFor();
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
    // Once none of them is left, what else there is comes back by itself.
    await page.getByRole("button", { name: "Fix all alike" }).click();
    await page.getByRole("menuitem", { name: "Leave all 3 out" }).click();
    await page
      .getByRole("button", { name: /^Take away: Only one kind/ })
      .waitFor({ state: "hidden" });
    await page.getByText("No warnings", { exact: true }).waitFor();

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

  it("are copied, pasted and filled down as in a spreadsheet, each with one step back", async () => {
    const { page, complaints } = await visit(browser);
    const grid = await toReview(page);
    const column = (at: number, rows: number) =>
      page.evaluate(
        ([place, count]) =>
          Array.from(
            { length: count ?? 0 },
            (_, row) =>
              document.querySelector(`#cell-${row}-${place}`)?.firstChild?.textContent ?? "",
          ),
        [at, rows],
      );
    await grid.focus();
    for (const key of ["Control+Home", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    // First name and e-mail of two rows, to the two rows below.
    for (const key of ["Shift+ArrowRight", "Shift+ArrowDown"]) await page.keyboard.press(key);
    expect(await grid.locator("[aria-selected=true]").count()).toBe(4);
    await page.keyboard.press("Control+c");
    await page.getByText("4 cells copied.").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowLeft");
    expect(await grid.locator("[aria-selected=true]").count()).toBe(0);
    await page.keyboard.press("Control+v");
    await grid.locator("#cell-3-3", { hasText: "c1@example.com" }).waitFor();
    expect(await column(2, 5)).toEqual(["Ana 0", "Ana 1", "Ana 0", "Ana 1", "Ana 4"]);

    // From here to the last of five rows: what the first one holds.
    for (const key of ["Shift+ArrowDown", "Shift+ArrowDown"]) await page.keyboard.press(key);
    await page.keyboard.press("Control+d");
    await grid.locator("#cell-4-2", { hasText: "Ana 0" }).waitFor();
    expect(await column(2, 5)).toEqual(["Ana 0", "Ana 1", "Ana 0", "Ana 0", "Ana 0"]);
    await inspect(page, "review-block");
    await grid.focus();
    await page.keyboard.press("Control+z");
    await grid.locator("#cell-4-2", { hasText: "Ana 4" }).waitFor();
    await page.keyboard.press("Control+z");
    await grid.locator("#cell-3-2", { hasText: "Ana 3" }).waitFor();
    expect(await column(3, 4)).toEqual([0, 1, 2, 3].map((row) => `c${row}@example.com`));
    expect(complaints).toEqual([]);
  });
});
