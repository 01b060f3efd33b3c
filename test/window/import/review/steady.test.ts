import type { Browser, Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { atStep, choose, goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST = `Customer code,First name,Last name,E-mail,Notes
${Array.from({ length: 70 }, (_, at) => `C${at},Ana,Lake ${at},ana${at}${at < 30 ? "(at)" : "@"}example.com,x`).join("\n")}
`;

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

/** How often Tab finds nobody. */
async function lostStops(page: Page, presses: number): Promise<number> {
  let lost = 0;
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) lost += 1;
  }
  return lost;
}

it("a field is found by typing, and the focus stays with what a person changes", async () => {
  const { page, complaints } = await visit(browser);
  await openList(page, "club.csv", LIST);
  await goOn(page, "columns");
  const box = page.getByRole("combobox", { name: "Field for the column Notes" });
  await box.click();
  await page.keyboard.type("amount");
  expect(await box.inputValue()).toBe("amount");
  await page.getByRole("option", { name: "Amount to add" }).waitFor();
  await page.keyboard.type("xyz");
  await page.getByText("No such field").waitFor();
  await page.keyboard.press("Escape");
  expect(await box.inputValue()).toBe("Not imported");
  await page.keyboard.type("state");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  // It stands in the other group now, and so does the keyboard.
  await page.locator('[aria-labelledby="columns-going"]').getByText("Notes").waitFor();
  await expect.poll(() => focused(page), { timeout: 10_000 }).toBe("Field for the column Notes");
  expect(await lostStops(page, 30)).toBeLessThanOrEqual(1);

  await page.getByRole("button", { name: "Add a value" }).click();
  await choose(page, "Choose a field", "City");
  await expect
    .poll(() => focused(page), { timeout: 10_000 })
    .toBe("Value of City for every customer");
  await page.keyboard.type("Bern");
  // One click: the value counts without leaving its box first.
  const next = page.getByRole("button", { name: "Continue", exact: true });
  await expect.poll(() => next.isEnabled(), { timeout: 10_000 }).toBe(true);
  await next.click();
  await atStep(page, "options");
  expect(complaints).toEqual([]);
}, 90_000);

it("a part of many values is replaced after its count, with six rows in sight in a low window", async () => {
  const { page, complaints } = await visit(browser);
  await openList(page, "club.csv", LIST);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  const grid = page.getByRole("grid");
  await page.getByRole("button", { name: /Warnings/ }).click();
  for (const height of [640, 800]) {
    await page.setViewportSize({ width: 1024, height });
    await expect
      .poll(() => grid.evaluate(rowsInSight), { message: `${height} high` })
      .toBeGreaterThanOrEqual(6);
  }
  await grid.focus();
  await page.keyboard.press("Control+End");
  await expect
    .poll(() =>
      grid.evaluate((table) => {
        const cell = document.getElementById(table.getAttribute("aria-activedescendant") ?? "");
        const [at, box] = [cell?.getBoundingClientRect(), table.getBoundingClientRect()];
        return at !== undefined && at.right <= box.right + 1 && at.bottom <= box.bottom + 1;
      }),
    )
    .toBe(true);
  // And the first one shows where its row begins.
  await page.keyboard.press("Control+Home");
  await expect.poll(() => grid.evaluate((table) => table.scrollLeft)).toBe(0);

  const fix = page.getByRole("button", { name: "Fix all alike" });
  await fix.click();
  await page.getByRole("menuitem", { name: "Replace a value in all rows…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Now" }).fill("(at)");
  await dialog.getByRole("textbox", { name: "Becomes" }).fill("@");
  await dialog.getByText("0 rows are changed.").waitFor();
  await dialog.getByRole("radio", { name: "A part of values, wherever it stands in them" }).click();
  await dialog.getByText("30 rows are changed.").waitFor();
  await inspect(page, "replace-part");
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^0\s*Warnings/ }).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await fix.click();
  await page.getByRole("menuitem", { name: "Replace a value in all rows…" }).click();
  expect(await dialog.getByRole("textbox", { name: "Now" }).inputValue()).toBe("");
  expect(complaints).toEqual([]);
}, 90_000);

/** Runs in the page. */
function rowsInSight(table: Element): number {
  const box = table.getBoundingClientRect();
  const foot = document.querySelector("#page > :last-child")?.getBoundingClientRect().top ?? 0;
  const head = table.querySelector("thead")?.getBoundingClientRect().bottom ?? 0;
  return [...table.querySelectorAll("tbody tr")].filter((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return top >= head - 1 && bottom <= Math.min(box.bottom, foot) + 1;
  }).length;
}

it("a column's menu stays open where the window gets lower, and the active cell comes into sight", async () => {
  const { page, complaints } = await visit(browser);
  const headers =
    "Customer code,First name,Last name,E-mail,Phone,Birthday,Street,City,Postal code,Country";
  const rows = Array.from(
    { length: 40 },
    (_, at) =>
      `C${at},Ana,Lake,ana${at}@example.com,555-01${at + 10},1985-03-14,1 Low Rd,Bern,3000,CH`,
  );
  await openList(page, "club.csv", `${headers}\n${rows.join("\n")}\n`);
  for (const step of ["columns", "options", "review"] as const) await goOn(page, step);
  await page.setViewportSize({ width: 1024, height: 800 });
  const grid = page.getByRole("grid");
  await grid.focus();
  const cell = () =>
    grid.evaluate((table) => {
      const at = document.getElementById(table.getAttribute("aria-activedescendant") ?? "");
      const edge = table.getBoundingClientRect().top + table.clientHeight;
      return at === null ? Number.NaN : edge - at.getBoundingClientRect().bottom;
    });
  while ((await cell()) > 40) await page.keyboard.press("ArrowDown");
  await page.getByRole("columnheader", { name: /City/ }).click();
  await page.getByRole("menu").waitFor();
  const left = await grid.evaluate((table) => table.scrollLeft);
  expect(left).toBeGreaterThan(0);
  await page.setViewportSize({ width: 1024, height: 680 });
  await expect.poll(cell).toBeGreaterThanOrEqual(-1);
  expect(await grid.evaluate((table) => table.scrollLeft)).toBe(left);
  await page.getByRole("menuitem", { name: /^Sort Z to A/ }).click();
  expect(complaints).toEqual([]);
});
