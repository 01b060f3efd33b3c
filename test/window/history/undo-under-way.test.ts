import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { faults } from "../../helpers/servers/faults.ts";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, visit } from "../browser/visit.ts";
import { addConnection, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Three batches. */
const LIST = {
  name: "region.csv",
  text: [
    "Customer code,First name",
    ...Array.from({ length: 1500 }, (_, row) => `C${row},Ana ${row}`),
  ].join("\n"),
};

it("undoing what is on its way says what was cancelled and what is to be waited for", {
  timeout: 120_000,
}, async () => {
  const { page, complaints } = await visit(browser);
  let isSlow = true;
  const slow = await practiceServer({
    faults: ({ type }) => (type === "customers_batch" && isSlow ? faults.delay(20_000) : undefined),
  });
  await addConnection(page, "Corner shop", slow, POINTS);
  await toReview(page, LIST, "Corner shop");
  await page.getByRole("button", { name: "Send 1,500 customers" }).click();
  await page.getByText(/^Sending\s*1 batch$/).waitFor();
  isSlow = false;
  await openScreen(page, "History");
  await page.getByRole("link", { name: LIST.name }).click();
  await page.getByRole("button", { name: "Undo…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/^1 batch is on its way right now\. The plan is complete/).waitFor();
  await dialog.getByRole("button", { name: "Cancel what has not gone out" }).click();
  await dialog
    .getByText(/^Cancelled batches: 2\. One batch is on its way right now; once its answer/)
    .waitFor();
  expect(await dialog.getByText(/^Nothing of this import is left/).count()).toBe(0);
  await inspect(page, "history-undo-under-way");
  expect(complaints).toEqual([]);
});
