import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, settled, visit } from "../browser/visit.ts";
import { atStep, type List, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const HEADER = "Customer code,First name,City\n";
const MAY = { name: "may.csv", text: `${HEADER}000401,Ana,Lima\n000402,Ben,Cali\n` };
const JUNE = { name: "june.csv", text: `${HEADER}000401,Anna,Lima\n000403,Cleo,Quito\n` };
const BOTH = { name: "june.csv", text: `${HEADER}000401,Anna,Lima\n000402,Benno,Cali\n` };
const JULY = { name: "july.csv", text: `${HEADER}000401,Annie,Lima\n` };
const AUGUST = { name: "august.csv", text: `${HEADER}000402,Benny,Cali\n` };

describe("what was sent before", { timeout: 120_000 }, () => {
  it("is shown over time, compared, put back, told by customer and forgotten", async () => {
    const { page, complaints } = await visit(browser);
    for (const list of [MAY, JUNE]) {
      await toReview(page, list, /^Practice/);
      await page.getByRole("button", { name: "Send 2 customers" }).click();
      await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    }
    await openScreen(page, "History");
    const today = page.getByRole("toolbar", { name: /^Bars/ }).getByRole("button").last();
    expect(await today.getAttribute("aria-label")).toMatch(
      /2 imports, 3 new customers, 1 customer updated, 0 rows rejected$/,
    );
    await page.getByRole("button", { name: "As a table" }).click();
    await page.getByRole("columnheader", { name: "Imports" }).waitFor();
    await inspect(page, "history-chart-table");

    await page.getByRole("link", { name: "june.csv" }).click();
    await page.getByRole("heading", { level: 1, name: "june.csv" }).waitFor();
    await page.getByRole("button", { name: "Compare…" }).click();
    await page.getByText("Changed 1").click();
    await page.getByRole("insertion").getByText("Anna").waitFor();
    await inspect(page, "history-compare");

    await page.goBack();
    await page.getByRole("button", { name: "Undo…" }).click();
    await page.getByText("One new customer stays on the practice server.").waitFor();
    await page.getByText("What stays if earlier values are put back from here").waitFor();
    expect(
      await page
        .getByRole("dialog")
        .getByText(/admin pages/)
        .count(),
    ).toBe(0);
    await inspect(page, "history-undo");
    await page.getByRole("button", { name: "Prepare the undo" }).click();
    await atStep(page, "review");
    await page.getByRole("button", { name: "Send 1 customer" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();

    await openScreen(page, "History");
    await page.getByRole("tab", { name: "One customer" }).click();
    await page.getByRole("searchbox", { name: "Find a customer" }).fill("000401");
    await page.getByText("Put earlier values back").waitFor();
    expect(await page.getByRole("article").count()).toBe(3);
    expect(await page.getByRole("article").first().textContent()).toContain("was Anna");
    await page.getByRole("button", { name: "Forget…" }).click();
    await page.getByText("3 sent rows, in 3 imports").waitFor();
    await inspect(page, "history-forget");
    await page.getByRole("button", { name: "Forget this customer" }).click();
    await page.getByText("Whom do you look for?").waitFor();
    await page.getByRole("searchbox", { name: "Find a customer" }).fill("000401");
    await page.getByText("Never sent from here").waitFor();
    expect(complaints).toEqual([]);
  });

  it("is not put back where another list has come in between, and nothing of it is left open", async () => {
    const { page, complaints } = await visit(browser);
    const send = async (list: List, count: string) => {
      await toReview(page, list, /^Practice/);
      await page.getByRole("button", { name: `Send ${count}` }).click();
      await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    };
    await send(MAY, "2 customers");
    await send(BOTH, "2 customers");
    await page.getByRole("button", { name: "See it in History" }).click();
    await page.getByRole("button", { name: "Undo…" }).click();
    await page.getByRole("button", { name: "Prepare the undo" }).click();
    await atStep(page, "review");
    const review = page.url();
    await send(JULY, "1 customer");
    await page.goto(review);
    await atStep(page, "review");
    await page.getByRole("button", { name: "Send 2 customers" }).click();
    await page.getByText("Another import has reached one of these customers").waitFor();
    await page.getByRole("gridcell", { name: "000401" }).waitFor({ state: "detached" });
    await page.getByRole("gridcell", { name: "000402" }).waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await send(AUGUST, "1 customer");
    await page.goto(review);
    await atStep(page, "review");
    await page.getByRole("button", { name: "Send 1 customer" }).click();
    await page.getByText("This import is no longer here").waitFor();
    await page.getByText("No earlier value is left to be put back").waitFor();
    await inspect(page, "restore-gone");
    await page.getByRole("link", { name: "Go to Import" }).click();
    await atStep(page, "start");
    expect(await page.getByRole("link", { name: /june\.csv/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("takes a change of the queue back and does it again from the keyboard", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "Queue");
    await page.getByRole("button", { name: "Pause sending" }).click();
    await page.getByRole("button", { name: "Undo: Sending paused (Ctrl+Z)" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByRole("button", { name: "Pause sending" }).waitFor();
    await page.getByRole("button", { name: /^Redo: Sending paused/ }).waitFor();
    await page.keyboard.press("Control+Shift+Z");
    await page.getByRole("button", { name: "Go on sending" }).waitFor();
    await settled(page);
    expect(complaints).toEqual([]);
  });
});
