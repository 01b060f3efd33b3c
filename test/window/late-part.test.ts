import { it, onTestFinished } from "vitest";
import { tempDir } from "../helpers/temp-dir.ts";
import { workerBrowser } from "./browser/browser.ts";
import { startWindow } from "./browser/start-window.ts";

it("says so where what comes after the first screen cannot be loaded", async () => {
  const running = await startWindow({ dataDir: tempDir() });
  onTestFinished(() => running.kill());
  const context = await (await workerBrowser()).newContext({ locale: "en-GB" });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route(/assets\/notifications-/, (route) => route.abort());
  await page.goto(running.url);
  await page.getByRole("heading", { level: 1, name: "This screen cannot be shown" }).waitFor();
  await page.getByText("The program behind this window does not answer.").waitFor();

  await page.unroute(/assets\/notifications-/);
  const loaded = page.waitForResponse(/assets\/notifications-/);
  await page.getByRole("button", { name: "Load the window anew" }).click();
  await loaded;
  await page.getByRole("heading", { name: "Which list do you want to import?" }).waitFor();
  await page.getByRole("button", { name: "Choose a file" }).click({ trial: true });
}, 60_000);
