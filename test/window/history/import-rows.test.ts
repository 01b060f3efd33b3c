import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, visit } from "../browser/visit.ts";
import { addConnection, choose, type List, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Bea's date does not exist. */
const LIST: List = {
  name: "spring.csv",
  text: "Customer code,First name,Birthday\n000301,Ana,1990-02-03\n000302,Bea,1990-02-31\n000303,Cleo,1991-05-06\n",
};

it("each figure of a result leads to its rows, and an empty queue to what went out last", {
  timeout: 120_000,
}, async () => {
  const platform = await practiceServer();
  const { page, complaints } = await visit(browser);
  const [empty] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^No list yet/ }).click(),
  ]);
  expect(empty.suggestedFilename()).toBe("Customers for Practice.xlsx");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await inspect(page, "start-list-to-fill");
  await openScreen(page, "Queue");
  await page.getByText("What you import next appears here").waitFor();
  await addConnection(page, "Corner shop", platform, POINTS);
  await toReview(page, LIST, "Corner shop");
  await page.getByRole("button", { name: "Send 2 customers" }).click();
  await page.getByRole("link", { name: "See the rows" }).click();
  const rows = page.getByRole("table", { name: "Rows" }).getByRole("row");
  await rows.filter({ hasText: "Bea" }).getByText("Invalid").waitFor();
  expect(await rows.count()).toBe(2);
  await inspect(page, "import-rows");

  // The keyboard stays where it was when the rows below change.
  const figure = page.getByRole("link", { name: /^2\s*New$/ });
  await figure.focus();
  await page.keyboard.press("Enter");
  await rows.filter({ hasText: "Cleo" }).getByText("Accepted").waitFor();
  expect(await rows.count()).toBe(3);
  expect(await figure.evaluate((element) => element === document.activeElement)).toBe(true);
  await choose(page, "Which rows", "All rows: 3");
  await rows.filter({ hasText: "Bea" }).waitFor();
  expect(await rows.count()).toBe(4);
  await page.getByRole("tab", { name: "Batches" }).click();
  await page.getByRole("link", { name: "Batch 1" }).waitFor();

  await page.getByRole("button", { name: "Undo…" }).click();
  const states = page.getByRole("table", { name: "Undo states" });
  await states.getByText("2 new and 0 updated customers").waitFor();
  await states.getByRole("button", { name: /^Done: the import of/ }).click();
  await states.getByRole("button", { name: /^Not done after all/ }).waitFor();
  await inspect(page, "undo-steps");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();

  await openScreen(page, "Queue");
  await page.getByText(/^spring\.csv went out last: 2 rows, to Corner shop/).waitFor();
  await inspect(page, "queue-empty");
  await page.getByRole("button", { name: "What became of it" }).click();
  await page.getByRole("heading", { level: 1, name: "spring.csv" }).waitFor();

  await openScreen(page, "History");
  await page.getByRole("searchbox", { name: "Search the history" }).fill("0003 03");
  await page.getByText("This is a customer.").waitFor();
  await inspect(page, "history-customer-found");
  await page.getByRole("button", { name: "Show the story of this customer" }).click();
  await page.getByRole("article").getByText("Cleo").waitFor();
  expect(page.url()).not.toContain("000303");
  expect(complaints).toEqual([]);
});
