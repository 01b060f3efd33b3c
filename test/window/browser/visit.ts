import type { Browser, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { tempDir } from "../../helpers/temp-dir.ts";
import { shoot } from "./shoot.ts";
import { type RunningWindow, startWindow } from "./start-window.ts";

/** What one person does with one installation, over any number of starts of the program. */
export interface Visit {
  readonly page: Page;
  /** The data folder of the installation. */
  readonly dataDir: string;
  /** What the browser had to complain about: thrown, refused by the policy, not found. */
  readonly complaints: readonly string[];
  /** The program ends and stays away; the window is still open. */
  end(): Promise<void>;
  /** The power goes off and on again: killed, started anew on the same data, the window opened. */
  restart(): Promise<void>;
}

/**
 * The window of a new installation, open in a browser of its own that speaks English.
 * All of it is gone when the test is over.
 */
export async function visit(
  browser: Browser,
  options: {
    readonly width?: number;
    readonly height?: number;
    /** As on the program's command line, at its first start. */
    readonly args?: readonly string[];
  } = {},
): Promise<Visit> {
  const { width = 1280, height = 800, args = [] } = options;
  const dataDir = tempDir();
  let running: RunningWindow = await startWindow({ dataDir, args });
  onTestFinished(() => running.kill());
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "en-US",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  onTestFinished(async ({ task }) => {
    if (task.result?.state === "fail") await shoot(page, `failed-${task.name.slice(0, 40)}`);
    await context.close();
  });
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await load(page, running.url);
  return {
    page,
    dataDir,
    complaints,
    end: () => running.kill(),
    async restart() {
      // A page that stays open would complain, rightly, that nobody answers it.
      await page.goto("about:blank");
      await running.kill();
      running = await startWindow({ dataDir });
      await load(page, running.url);
    },
  };
}

/** Opens the window; its data is open too, as a first question is answered. */
async function load(page: Page, url: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.goto(url);
  await answered;
  await settled(page);
}

/** Waits until the screen stands: its title is there and nothing of it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "detached" });
}

/** Opens a screen by its entry in the side bar. */
export async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled(page);
}
