import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ENDED_AS_TOLD } from "../helpers/posix.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { workerBrowser } from "./browser/browser.ts";
import { type RunningWindow, startWindow } from "./browser/start-window.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

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
    const stranger = await browser.newContext();
    onTestFinished(() => stranger.close());
    const other = await stranger.newPage();
    const refused = await other.goto(window.url);
    expect(refused?.status()).toBe(403);
    await other.getByText("already used").waitFor();

    const { origin } = new URL(window.url);
    const evil = await page.context().newPage();
    await evil.route("http://evil.example/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<h1>another site</h1>" }),
    );
    await evil.goto("http://evil.example/");
    const answers = await evil.evaluate(async (target) => {
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

  it("is the same window in a second tab, and where its address is opened again", async () => {
    const page = await open();
    await page.goto(window.url);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    const { origin } = new URL(window.url);
    for (const address of [`${origin}/#/queue`, window.url]) {
      const tab = await page.context().newPage();
      await tab.goto(address);
      await tab.getByRole("heading", { level: 1 }).first().waitFor();
      expect(tab.url()).not.toContain("token");
    }
    await page.reload();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await window.stop();
  });

  it("gives nothing to another server on this computer, and is not locked out by it", async () => {
    const page = await open();
    const heard: string[] = [];
    const neighbour = createServer((request, response) => {
      heard.push(`${request.url} ${request.headers.cookie} ${request.headers.authorization}`);
      const cookies = Array.from({ length: 300 }, (_, at) => `c${at}=${"x".repeat(500)}; Path=/`);
      response.writeHead(200, { "Content-Type": "text/html", "Set-Cookie": cookies });
      response.end("<h1>a neighbour</h1>");
    });
    await new Promise<void>((ready) => neighbour.listen(0, "127.0.0.1", ready));
    onTestFinished(() => void neighbour.close());
    await page.goto(window.url);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    const { port } = neighbour.address() as AddressInfo;
    const lured = await page.context().newPage();
    await lured.goto(`http://127.0.0.1:${port}/`);
    expect(heard[0]).toBe("/ undefined undefined");
    expect(await lured.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).toBe(
      "[{},{}]",
    );
    await page.reload();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await window.stop();
  });

  it("does not leave for another address with what it knows", async () => {
    const page = await open();
    const heard: string[] = [];
    const elsewhere = createServer((request, response) => {
      heard.push(request.url ?? "");
      response.end("elsewhere");
    });
    await new Promise<void>((ready) => elsewhere.listen(0, "127.0.0.1", ready));
    onTestFinished(() => void elsewhere.close());
    const { port } = elsewhere.address() as AddressInfo;
    await page.goto(window.url);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.evaluate(async (target) => {
      const link = document.createElement("a");
      link.href = `${target}/link`;
      document.body.append(link);
      link.click();
      location.href = `${target}/href`;
      location.replace(`${target}/replace`);
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const form = document.createElement("form");
      form.action = `${target}/form`;
      document.body.append(form);
      form.submit();
      await new Promise((later) => setTimeout(later, 1_000));
    }, `http://127.0.0.1:${port}`);
    expect(heard).toEqual([]);
    await page.evaluate(() => {
      location.hash = "#/queue";
    });
    await page.getByRole("heading", { level: 1, name: "Queue" }).waitFor();
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
