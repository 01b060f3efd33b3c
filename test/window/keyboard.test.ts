import type { Browser, Page, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { inspectOpen } from "./browser/inspect.ts";
import { shoot } from "./browser/shoot.ts";
import { tabTo } from "./browser/tab-to.ts";
import { visit } from "./browser/visit.ts";
import { followFocus } from "./browser/watch-focus.ts";
import { atStep, QUESTIONS } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** How many stops of Tab a step has at most, in both directions. */
const MOST_STOPS = 120;

/** Runs in the page: what has the focus, and whether it is the page's first or last stop of Tab. */
function focused() {
  const now = document.activeElement;
  if (now === null || now === document.body) return null;
  const stops = [
    ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, [tabindex]"),
  ].filter((one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility());
  const place = [...document.querySelectorAll("*")].indexOf(now);
  return {
    name: `${place} ${now.outerHTML.slice(0, 80)}`,
    first: now === stops[0],
    last: now === stops.at(-1),
  };
}

/**
 * Presses Tab once around the page, forwards or backwards. Only between the page's last stop and its
 * first one may nothing have the focus: there the browser has stops of its own.
 * @returns how many stops the page has
 */
async function tabAround(page: Page, key: "Tab" | "Shift+Tab"): Promise<number> {
  const [end, start] = key === "Tab" ? (["last", "first"] as const) : (["first", "last"] as const);
  const seen = new Set<string>();
  for (let presses = 1; presses <= MOST_STOPS; presses++) {
    const before = await page.evaluate(focused);
    await page.keyboard.press(key);
    let now = await page.evaluate(focused);
    if (now === null && before?.[end] === true) {
      await page.keyboard.press(key);
      now = await page.evaluate(focused);
      expect(now?.[start], `${key} after ${before.name}`).toBe(true);
    }
    expect(now, `${presses} × ${key}, after ${before?.name}`).not.toBeNull();
    const name = now?.name ?? "";
    if (seen.has(name)) return seen.size;
    seen.add(name);
  }
  throw new Error("Tab does not come around.");
}

describe("the keyboard alone", { timeout: 120_000 }, () => {
  it("brings a first import from the empty window to its result", async () => {
    const { page, complaints } = await visit(browser);
    await atStep(page, "start");
    await tabTo(page, page.getByRole("button", { name: "Try it with a sample list" }));
    await page.keyboard.press("Enter");
    const next = page.getByRole("button", { name: "Continue", exact: true });
    for (const step of ["file", "columns", "options"] as const) {
      await atStep(page, step);
      // A screen reader hears the question first, and Tab goes on from there.
      await page.locator("h1:focus").getByText(QUESTIONS[step]).waitFor();
      expect(await tabAround(page, "Tab")).toBeGreaterThan(10);
      expect(await tabAround(page, "Shift+Tab")).toBeGreaterThan(10);
      await tabTo(page, next);
      await page.keyboard.press("Enter");
    }
    await atStep(page, "review");
    await tabAround(page, "Tab");
    await tabAround(page, "Shift+Tab");
    const grid = page.getByRole("grid", { name: "Rows of the list" });
    await tabTo(page, grid);
    // The first of the two problems: a day that February does not have.
    await shoot(page, "keyboard-problem");
    await page.keyboard.press("F2");
    await page.keyboard.type("1990-02-28");
    await inspectOpen(page, "keyboard-correction");
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Send 199 customers" }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await page.locator("h1:focus").waitFor();
    await inspectOpen(page, "keyboard-result");
    await tabAround(page, "Tab");
    expect(complaints).toEqual([]);
  });

  it("always stands somewhere, also while a screen loads and a button waits", async () => {
    const { page } = await visit(browser);
    const lost: string[] = [];
    await followFocus(page, lost);
    // A slow disk: each answer, and each part of the program, takes longer than a blink.
    const slow = async (route: Route) => {
      await new Promise((done) => setTimeout(done, 500));
      await route.continue();
    };
    await page.route("**/call/drafts.*", slow);
    await page.route("**/assets/*.js", slow);
    await tabTo(page, page.getByRole("button", { name: "Try it with a sample list" }));
    await page.keyboard.press("Enter");
    for (const step of ["columns", "options", "review"] as const) {
      await page.waitForURL(/\/(file|columns|options)$/);
      const next = page.getByRole("button", { name: "Continue", exact: true });
      await next.waitFor();
      await next.press("Enter");
      await atStep(page, step);
      await page.locator("h1:focus").getByText(QUESTIONS[step]).waitFor();
    }
    await page.getByRole("button", { name: "Send 198 customers" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await page.getByRole("button", { name: "Undo…" }).press("Enter");
    await page.getByRole("button", { name: "Undo on the practice server" }).press("Enter");
    await page.getByText("Undone").first().waitFor();
    expect(lost).toEqual([]);
  });

  it("skips the side bar, and closes a dialog to where it was opened", async () => {
    const { page } = await visit(browser);
    await page.getByRole("button", { name: "Skip to the page" }).focus();
    await page.getByRole("button", { name: "Skip to the page" }).click({ trial: true });
    await page.keyboard.press("Enter");
    await page.locator("main:focus").waitFor();

    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    const remove = page.getByRole("button", {
      name: "Discard the import of customers-sample.xlsx",
    });
    await tabTo(page, remove);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Discard this import?" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.waitForFunction(() =>
      document.activeElement?.getAttribute("aria-label")?.startsWith("Discard the import"),
    );
  });
});
