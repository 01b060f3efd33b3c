import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { speak } from "../../browser/look.ts";
import { shoot } from "../../browser/shoot.ts";
import { visit } from "../../browser/visit.ts";
import { goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Problems side by side, so that there is little room below each cell. */
const LIST = `Customer code,Card number,First name,E-mail,Birthday
${Array.from({ length: 12 }, (_, at) => `C${at},1.23457E+1${at},Ana,ana${at}@example.com,1990-02-31`).join("\n")}
`;

/** Runs in the page: how the active cell's problem is told. */
function told() {
  const cell = document.querySelector("td[data-focus]");
  const row = cell?.closest("tr");
  const grid = cell?.closest("table");
  if (!(cell && row && grid)) return null;
  const foot = grid.nextElementSibling?.firstElementChild;
  const own = [cell, ...cell.querySelectorAll("span")].map(
    (each) => each.getBoundingClientRect().bottom,
  );
  const [place, page] = [foot?.getBoundingClientRect(), document.body.getBoundingClientRect()];
  return {
    overNextRow: Math.max(...own) - row.getBoundingClientRect().bottom,
    top: row.getBoundingClientRect().top,
    isInSight: row.getBoundingClientRect().bottom <= grid.getBoundingClientRect().bottom,
    isTall: row.matches("[data-tall]"),
    inCell: cell.matches("[aria-invalid]")
      ? ([...cell.querySelectorAll("span")].at(-1)?.textContent ?? "")
      : "",
    below: foot?.textContent ?? "",
    isWhole:
      foot !== undefined &&
      foot !== null &&
      foot.scrollHeight <= foot.clientHeight + 1 &&
      foot.scrollWidth <= foot.clientWidth + 1 &&
      (place?.bottom ?? Number.NaN) <= page.bottom,
  };
}

it("the whole of a problem stands below the rows, and hides none of them", async () => {
  const { page, complaints } = await visit(browser);
  await openList(page, "club.csv", LIST);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  const grid = page.getByRole("grid");
  const isTall = new Set<boolean>();
  let problems = 0;
  for (const language of ["en", "de", "pl", "fr"] as const) {
    await speak(page, language);
    for (const [width, height] of [
      [1024, 768],
      [1280, 800],
      [1024, 1000],
    ] as const) {
      await page.setViewportSize({ width, height });
      await grid.focus();
      await page.keyboard.press("Control+Home");
      const tops = new Set<number>();
      for (let column = 1; column <= 5; column++) {
        await page.keyboard.press("ArrowRight");
        const label = `${language}, ${width}, column ${column}`;
        await page.locator(`tr[data-active] > :nth-child(${column + 1})[data-focus]`).waitFor();
        const now = await page.evaluate(told);
        if (now === null) throw new Error(`No cell is active: ${label}`);
        expect(now.overNextRow, label).toBeLessThanOrEqual(0);
        expect(now.isInSight, label).toBe(true);
        tops.add(now.top);
        isTall.add(now.isTall);
        if (now.inCell === "") continue;
        problems += 1;
        expect(now.below, label).toContain(now.inCell);
        expect(now.isWhole, label).toBe(true);
      }
      // Going from cell to cell moves no row.
      expect([...tops], `${language}, ${width}`).toHaveLength(1);
      await shoot(page, `problem-words-${language}-${width}`);
    }
  }
  expect(problems).toBeGreaterThan(20);
  expect([...isTall].sort()).toEqual([false, true]);
  expect(complaints).toEqual([]);
}, 120_000);

it("a problem of many lines takes room from the rows, and not the cell's own", async () => {
  const { page, complaints } = await visit(browser);
  await openList(page, "club.csv", LIST);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  await page.setViewportSize({ width: 1024, height: 768 });
  const grid = page.getByRole("grid");
  // The rows come with the first problem chosen: a key that was pressed before would be for nothing.
  await page.locator("tr[data-active] > [data-focus]").waitFor();
  await grid.focus();
  await page.keyboard.press("Control+End");
  await page.locator("tr[data-active] > :last-child[data-focus]").waitFor();
  const before = (await grid.boundingBox())?.height ?? 0;
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("no day at all ".repeat(20).trim());
  await page.keyboard.press("Enter");
  await page.locator("tr[data-active] > [data-focus][data-corrected]").waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await expect.poll(async () => (await grid.boundingBox())?.height).toBeLessThan(before);
  await expect.poll(async () => (await page.evaluate(told))?.isInSight).toBe(true);
  expect(await page.evaluate(told)).toMatchObject({ isWhole: true });
  await shoot(page, "problem-words-many-lines");
  expect(complaints).toEqual([]);
}, 90_000);
