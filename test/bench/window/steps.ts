import type { Page } from "playwright-core";
import type { Hands } from "./hands.ts";
import { dragRows, filterRows, scrollRows } from "./window-page.ts";

/** One row of the table: what a person does, and what they then wait for. */
export interface Step {
  readonly name: string;
  /** Not measured: brings the window to where the step begins. */
  readonly before?: () => Promise<unknown>;
  readonly work: () => Promise<unknown>;
}

const ROWS = "tbody td [type=checkbox]";

/** From an empty window to the rows of a long list, and what is done with them there. */
export function stepsOf(page: Page, hands: Hands, path: string, rows: number): readonly Step[] {
  const { sees, press, rest } = hands;
  const { keyboard } = page;
  const goOn = () => press("main button", "Continue");
  const focusGrid = () => page.evaluate(focus, "[role=grid]");
  const allRows = async () => {
    await press("main button[aria-pressed]", "All rows");
    await sees(ROWS);
    await rest();
  };
  async function find(text: string, hit: string): Promise<void> {
    await keyboard.press("Control+a");
    await keyboard.type(text);
    await sees("search output", hit);
  }
  return [
    {
      name: "opening the list",
      async work() {
        await page.setInputFiles("input[type=file]", path);
        await sees("h1", "Which row");
        await rest();
      },
    },
    {
      name: "to the columns",
      async work() {
        await goOn();
        await sees("h1", "Where does each column");
        await rest();
      },
    },
    {
      name: "to the options",
      async work() {
        await goOn();
        await sees("h1", "What shall happen");
        await rest();
      },
    },
    {
      name: "checking, to the first rows",
      async work() {
        await goOn();
        await sees(ROWS);
        await rest();
      },
    },
    { name: "all rows", work: allRows },
    { name: "scrolling by the wheel", work: () => page.evaluate(scrollRows) },
    { name: "dragging the bar", work: () => page.evaluate(dragRows) },
    { name: "filtering", work: () => page.evaluate(filterRows) },
    {
      name: "finding",
      async before() {
        await allRows();
        await focusGrid();
      },
      // In a tenth of the rows, from one to the next; in the last row alone; in none.
      async work() {
        await keyboard.press("Control+f");
        await sees("search");
        await find("zoe", "1 of ");
        for (let hit = 2; hit <= 10; hit++) {
          await keyboard.press("Enter");
          await sees("search output", `${hit} of `);
        }
        await find(`customer${rows}@`, "1 of 1");
        await find("nobody of that name", "Not found");
        await keyboard.press("Escape");
      },
    },
    {
      name: "ordering",
      before: focusGrid,
      // By the column of the active cell, both ways, from its menu.
      async work() {
        for (const [words, sorted] of [
          ["Sort Z to A", "descending"],
          ["Sort A to Z", "ascending"],
        ] as const) {
          await keyboard.press("Alt+ArrowDown");
          await press("[role=menuitem]", words);
          await sees(`th[aria-sort=${sorted}]`);
          await sees(ROWS);
          await rest();
        }
      },
    },
    {
      name: "going by the keys",
      before: focusGrid,
      async work() {
        for (let turn = 0; turn < 90; turn++) {
          await keyboard.press(turn % 3 === 0 ? "ArrowRight" : "ArrowDown");
        }
        await keyboard.press("PageDown");
        await keyboard.press("Control+End");
        await rest();
      },
    },
  ];
}

/** Runs in the page. */
function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
