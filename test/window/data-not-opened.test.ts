import { expect, it, onTestFinished } from "vitest";
import { AppError } from "../../main/common/errors.ts";
import { startLoopback } from "../../main/hosts/browser/server.ts";
import { openWindowFiles } from "../../main/hosts/window/window-files.ts";
import { DEFAULT_SETTINGS } from "../../main/records/settings.ts";
import { workerBrowser } from "./browser/browser.ts";

it("a page gives way to the reason why the data behind it could not be opened", async () => {
  const files = openWindowFiles("out/renderer", async () => DEFAULT_SETTINGS);
  const reason = new AppError("database-read-only", { params: { path: "data" } });
  const opening = Promise.withResolvers<never>();
  // It may be refused before the page has asked.
  opening.promise.catch(() => undefined);
  const loopback = await startLoopback(Promise.resolve(files), () => opening.promise, 0);
  onTestFinished(() => {
    // It closes once it knows what has become of the data, also where the test ended before.
    opening.reject(reason);
    return loopback.close();
  });
  const context = await (await workerBrowser()).newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(loopback.url);
  await page.getByRole("heading", { level: 1 }).waitFor();

  opening.reject(reason);
  await page.getByText(reason.message).waitFor();
  expect(await page.locator("body").textContent()).toBe(reason.message);
  await loopback.failureTold;
});
