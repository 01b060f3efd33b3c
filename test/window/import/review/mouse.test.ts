import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(true);
});
afterAll(() => browser.close());

const LIST = [
  "Customer code,First name,E-mail,City",
  ...Array.from({ length: 90 }, (_, at) => `C${at + 1},Ana ${at},c${at}@example.com,Town ${at}`),
  "",
].join("\n");

async function toReview(page: Page): Promise<Locator> {
  await openList(page, "march.csv", LIST);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  const grid = page.getByRole("grid", { name: "Rows of the list" });
  await grid.locator("#cell-0-1", { hasText: "C1" }).waitFor();
  return grid;
}

/** Scroll bar, room for the columns, and how far the columns and their rows reach. */
function measured(grid: Locator) {
  return grid.evaluate((box) => {
    const edge = box.getBoundingClientRect().left + box.clientLeft;
    const right = (selector: string) =>
      Math.round((box.querySelector(selector)?.getBoundingClientRect().right ?? 0) - edge);
    return {
      bar: box.getBoundingClientRect().width - 2 * box.clientLeft - box.clientWidth,
      room: box.clientWidth,
      columns: box.scrollWidth,
      head: right("th:last-child"),
      cell: right("#cell-0-4"),
      row: right("tbody tr"),
    };
  });
}

const selected = (grid: Locator) =>
  grid.evaluate((box) => [...box.querySelectorAll("[aria-selected=true]")].map(({ id }) => id));

it("beside a scroll bar that takes room, the columns fill what is left and nothing moves aside", async () => {
  const { page, complaints } = await visit(browser);
  const grid = await toReview(page);
  for (const width of [1280, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(async () => (await measured(grid)).room).toBeGreaterThan(width - 330);
    const { bar, room, ...reach } = await measured(grid);
    expect(bar).toBeGreaterThan(10);
    expect(reach).toEqual({ columns: room, head: room, cell: room, row: room });
  }
  await page.keyboard.press("Control+f");
  await page.keyboard.type("Town 7");
  await page.getByText("1 of 11", { exact: true }).waitFor();
  for (const found of ["2 of 11", "3 of 11", "4 of 11"]) {
    await page.keyboard.press("Enter");
    await page.getByText(found, { exact: true }).waitFor();
  }
  expect(await grid.evaluate((box) => box.scrollLeft)).toBe(0);
  await inspect(page, "review-scroll-bars");
  expect(complaints).toEqual([]);
});

it("a sentence below a cell makes the rows no wider than what is in sight", async () => {
  const { page } = await visit(browser);
  const list = "Code,Name,Birthday\nC1,Ana,1990-02-30\nC2,Ben,1990-03-01\n";
  await openList(page, "birthdays.csv", list);
  await goOn(page, "columns");
  await goOn(page, "options");
  await goOn(page, "review");
  const grid = page.getByRole("grid", { name: "Rows of the list" });
  const said = grid.getByText(/^There is no such day/).last();
  await said.waitFor();
  expect(await grid.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  const edge = (await said.boundingBox()) ?? { x: 0, width: 0 };
  const around = (await grid.boundingBox()) ?? { x: 0, width: 0 };
  expect(edge.x + edge.width).toBeLessThanOrEqual(around.x + around.width);
});

it("cells are chosen by drawing the mouse over them, also beyond the edge, and copied", async () => {
  const { page, complaints } = await visit(browser);
  const grid = await toReview(page);
  const centre = async (id: string) => {
    const box = await grid.locator(`#${id}`).boundingBox();
    if (box === null) throw new Error(`${id} is not drawn.`);
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const drawn = [1, 2, 3].flatMap((row) => [2, 3].map((column) => `cell-${row}-${column}`));
  await page.mouse.move(...(await centre("cell-3-3")));
  await page.mouse.down();
  await page.mouse.move(...(await centre("cell-1-2")), { steps: 5 });
  await expect.poll(() => selected(grid)).toEqual(drawn);
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  await page.mouse.move(...(await centre("cell-6-4")));
  expect(await selected(grid)).toEqual(drawn);
  await page.keyboard.press("Control+c");
  await page.getByText("6 cells copied.").waitFor();

  // Shift and a click: from the pressed cell to this one.
  await grid.locator("#cell-0-1").click();
  expect(await selected(grid)).toEqual([]);
  await grid.locator("#cell-1-2").click({ modifiers: ["Shift"] });
  await expect.poll(() => selected(grid)).toHaveLength(4);

  // Held below the lower edge, with the row numbers: whole rows, as far as it goes.
  await page.mouse.move(...(await centre("cell-1-0")));
  await page.mouse.down();
  await page.mouse.move(400, 795, { steps: 4 });
  await grid.locator("#cell-89-4[aria-selected=true]").waitFor();
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  await page.getByText("356 cells copied.").waitFor();
  expect(complaints).toEqual([]);
});
