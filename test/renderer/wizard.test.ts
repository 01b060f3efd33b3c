import { mkdirSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ROOT } from "../../main/start/root.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { launchBrowser } from "../window/browser.ts";
import { type RunningWindow, startWindow } from "../window/start-window.ts";

/** Screenshots of each step, light and dark, to be looked at. */
const SHOTS = join(ROOT, "out", "screenshots");

let browser: Browser;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(window: RunningWindow, colorScheme: "light" | "dark"): Promise<Page> {
  const context = await browser.newContext({
    colorScheme,
    locale: "en-US",
    viewport: { width: 1280, height: 800 },
    // Nothing may be half faded in when a step is looked at.
    reducedMotion: "reduce",
  });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(window.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

async function start(dataDir: string): Promise<RunningWindow> {
  const window = await startWindow({ dataDir });
  onTestFinished(() => window.kill());
  return window;
}

/** Takes the step's picture and asks axe for what people with a disability would stumble over. */
async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const checker = Reflect.get(window, "axe") as {
      run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
    };
    const result = await checker.run();
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  });
  expect(violations, name).toEqual([]);
}

const next = (page: Page) => page.getByRole("button", { name: "Continue", exact: true }).click();
const heading = (page: Page, text: string | RegExp) =>
  page.getByRole("heading", { level: 1, name: text }).waitFor();

describe("an import in the window", () => {
  for (const scheme of ["light", "dark"] as const) {
    it(`goes from an empty installation to its result in a few clicks (${scheme})`, async () => {
      const window = await start(tempDir());
      const page = await open(window, scheme);
      await look(page, `1-start-${scheme}`);
      await page.getByRole("button", { name: "Try it with a sample list" }).click();
      await heading(page, /column names/);
      await look(page, `2-file-${scheme}`);
      await next(page);
      await heading(page, "Where does each column go?");
      await page.getByText("Row 2", { exact: true }).waitFor();
      await look(page, `3-columns-${scheme}`);
      await next(page);
      await heading(page, "What shall happen with the customers?");
      await look(page, `4-options-${scheme}`);
      await next(page);
      await heading(page, "Is everything right?");
      await page.getByRole("grid").waitFor();
      await look(page, `5-review-${scheme}`);
      await page.getByRole("button", { name: "Send 198 customers" }).click();
      await heading(page, "All customers have arrived");
      await look(page, `6-result-${scheme}`);
      expect(await page.getByRole("link", { name: /New customers/ }).textContent()).toMatch(/^198/);
      await window.stop();
    });
  }

  it("comes back to the same step with the same corrections after a restart", async () => {
    const dataDir = tempDir();
    const before = await start(dataDir);
    const page = await open(before, "light");
    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await heading(page, /column names/);
    await next(page);
    await heading(page, "Where does each column go?");
    await next(page);
    await heading(page, "What shall happen with the customers?");
    await page.getByRole("radio", { name: /Leave the customer as is/ }).click();
    await next(page);
    await page.getByRole("grid").waitFor();
    await page.getByRole("button", { name: /2 Problems/ }).waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("1990-02-28");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send 199 customers" }).waitFor();
    await before.kill();

    const after = await start(dataDir);
    const again = await open(after, "light");
    await again.getByRole("link", { name: /customers-sample\.xlsx/ }).click();
    await heading(again, "Is everything right?");
    await again.getByText("Existing customers stay as they are.").waitFor();
    await again.getByRole("button", { name: "Send 199 customers" }).click();
    await heading(again, "All customers have arrived");
    await again.getByRole("button", { name: "See it in History" }).click();
    await heading(again, "customers-sample.xlsx");
    await again.getByRole("link", { name: "Batch 1" }).click();
    await again.getByText("overwrite_duplicates").waitFor();
    await look(again, "7-batch-light");
    await after.stop();
  });

  it("says what is wrong with a file that is no list, and keeps nothing of it", async () => {
    const window = await start(tempDir());
    const page = await open(window, "light");
    await page.setInputFiles("input[type=file]", {
      name: "broken.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("PK\u0003\u0004 this is no workbook"),
    });
    await page.getByRole("alert").waitFor();
    await look(page, "8-broken-file-light");
    expect(await page.getByText("Continue an import").count()).toBe(0);
    await window.stop();
  });

  it("is done from beginning to end without a mouse", async () => {
    const window = await start(tempDir());
    const page = await open(window, "dark");
    const tabTo = async (name: string | RegExp) => {
      const wanted = page.getByRole("button", { name }).first();
      for (let presses = 0; presses < 80; presses++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`${name} cannot be reached by Tab`);
    };
    await tabTo("Try it with a sample list");
    await page.keyboard.press("Enter");
    for (const question of [/column names/, /each column/, /happen with the customers/]) {
      await heading(page, question);
      const focused = page.locator("h1:focus");
      await focused.waitFor();
      await tabTo("Continue");
      await page.keyboard.press("Enter");
    }
    await page.getByRole("grid").waitFor();
    await tabTo("Send 198 customers");
    await page.keyboard.press("Enter");
    await heading(page, "All customers have arrived");
    await window.stop();
  });
});
