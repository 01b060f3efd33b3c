import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ENDED_AS_TOLD } from "../helpers/posix.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { launchBrowser } from "./browser.ts";
import { type RunningWindow, startWindow } from "./start-window.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Whatever the browser has to complain about: refused by the policy, not found, thrown. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

describe("the window in a real browser", () => {
  let window: RunningWindow;
  async function open(): Promise<Page> {
    const started = await startWindow({ dataDir: tempDir() });
    window = started;
    onTestFinished(() => started.kill());
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    return context.newPage();
  }

  it("shows every screen without anything that its policy refuses", async () => {
    const page = await open();
    const complaints = complaintsOf(page);
    await page.goto(window.url);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    for (const screen of ["queue", "history", "connections", "settings", "import"]) {
      await page.evaluate((name) => {
        location.hash = `#/${name}`;
      }, screen);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      // What a screen asks for at first, and what it then shows, is over when it has nothing to do.
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    }
    expect(complaints).toEqual([]);
    await window.stop();
  });

  it("leaves the token neither in the address bar nor where scripts can read it", async () => {
    const page = await open();
    await page.goto(window.url);
    expect(new URL(page.url()).search).toBe("");
    expect(await page.evaluate(() => document.cookie)).toBe("");
    await page.goBack().catch(() => undefined);
    expect(page.url()).not.toContain("token");
    await window.stop();
  });

  it("runs no script that was put into the page", async () => {
    const page = await open();
    await page.goto(window.url);
    const ran = await page.evaluate(
      () =>
        new Promise((done) => {
          addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.head.append(script);
        }),
    );
    expect(ran).toBe("script-src-elem");
    expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
    await window.stop();
  });

  it("opens in one browser only, and answers no page of another origin", async () => {
    const page = await open();
    await page.goto(window.url);
    const other = await (await browser.newContext()).newPage();
    const refused = await other.goto(window.url);
    expect(refused?.status()).toBe(403);
    expect(await other.textContent("body")).toContain("already used");

    const { origin } = new URL(window.url);
    const stranger = await page.context().newPage();
    await stranger.route("http://evil.example/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>another site</h1>" }),
    );
    await stranger.goto("http://evil.example/");
    const answers = await stranger.evaluate(async (target) => {
      const tries = [
        fetch(`${target}/call/app.info`, { method: "POST", body: "{}", credentials: "include" }),
        fetch(`${target}/`, { credentials: "include" }),
      ];
      const settled = await Promise.allSettled(tries);
      return settled.map(({ status }) => status);
    }, origin);
    expect(answers).toEqual(["rejected", "rejected"]);
    await window.stop();
  });

  it("ends in order when it is told to, and says so to the page that stays open", async () => {
    const page = await open();
    await page.goto(window.url);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    expect(await window.stop()).toBe(ENDED_AS_TOLD[0]);
    expect(window.stderr()).toBe("");
    const reached = await page.evaluate(() =>
      fetch("/call/app.info", { method: "POST" }).then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
  });
});
