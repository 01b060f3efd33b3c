import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { POINTS, practiceServer } from "../../../helpers/practice.ts";
import { faults } from "../../../helpers/servers/faults.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { openScreen, settled, visit } from "../../browser/visit.ts";
import { addConnection, choose, toReview } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Six batches. */
const LIST = {
  name: "region.csv",
  text: [
    "Customer code,First name",
    ...Array.from({ length: 3000 }, (_, row) => `C${row},Ana ${row}`),
  ].join("\n"),
};

async function startSending(page: Page, delayMs: number): Promise<void> {
  const slow = await practiceServer({
    faults: ({ type }) => (type === "customers_batch" ? faults.delay(delayMs) : undefined),
  });
  await addConnection(page, "Corner shop", slow, POINTS);
  await toReview(page, LIST, "Corner shop");
  await page.getByRole("button", { name: "Send 3,000 customers" }).click();
  await page.getByRole("heading", { level: 1, name: "Sending to Corner shop" }).waitFor();
}

describe("a long list on its way", { timeout: 90_000 }, () => {
  it("can be paused, left and gone on with; what is cancelled is not called refused", async () => {
    const { page, complaints } = await visit(browser);
    await startSending(page, 600);
    await page.getByText(/^Sending\s*1 batch$/).waitFor();
    await page.getByText(/[1-9],?\d* of 3,000 rows/).waitFor();
    await page.getByText(/\d rows a second, about .+ left/).waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByRole("heading", { level: 1, name: "Sending is on hold" }).waitFor();
    await page.getByText(/^Sending\s*1 batch$/).waitFor({ state: "detached" });
    expect(await page.getByText(/rows a second/).count()).toBe(0);
    await inspect(page, "send-paused");

    await openScreen(page, "Queue");
    const waiting = page.getByRole("row", { name: /region\.csv/ });
    await waiting.first().getByText("Its list is paused until you go on.").waitFor();
    await page.getByRole("button", { name: "Go on", exact: true }).click();
    await waiting.getByText("It is on its way.").waitFor();
    await waiting.getByText("Its turn comes after the batches before it.").first().waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Sending to Corner shop" }).waitFor();
    await page.getByRole("button", { name: "Cancel the rest" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel the rest" }).click();
    await page.getByRole("heading", { level: 1, name: "The rest was cancelled" }).waitFor();
    await page.getByText(/rows were cancelled before they were sent/).waitFor();
    await inspect(page, "send-cancelled");
    await page.getByRole("button", { name: "See it in History" }).click();
    await settled(page);

    await openScreen(page, "Settings");
    await choose(page, "Dates and numbers", /^German \(Germany\): 31\.12\.2026 · 12\.345,5$/);
    await openScreen(page, "History");
    await page.getByRole("cell", { name: "3.000", exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});
