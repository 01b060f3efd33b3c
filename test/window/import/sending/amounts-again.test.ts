import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { POINTS, practiceServer } from "../../../helpers/practice.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { addConnection, type List, toReview } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Ana stands in it twice. */
const LIST: List = {
  name: "points.csv",
  text: "Customer code,First name,Amount to add\n000301,Ana,10\n000302,Ben,25\n000301,Ana,7\n",
};

it("amounts that are added more than once are asked about once, with their sum", {
  timeout: 90_000,
}, async () => {
  const platform = await practiceServer();
  const { page, complaints } = await visit(browser);
  await addConnection(page, "Corner shop", platform, POINTS);
  const send = page.getByRole("button", { name: "Send 3 customers" });
  const dialog = page.getByRole("dialog", { name: "Add amounts more than once?" });
  const confirm = dialog.getByRole("button", { name: "Add them and send" });
  await toReview(page, LIST, "Corner shop");
  await send.click();
  await dialog
    .getByText(/1 row repeats a customer of this list: its amount of 7 is added/)
    .waitFor();
  await dialog.getByRole("button", { name: "Not now" }).click();
  expect(platform.applied()).toHaveLength(0);
  await send.click();
  await confirm.click();
  await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();

  await toReview(page, { ...LIST, name: "points again.csv" }, "Corner shop");
  await page.getByText(/This file was sent before/).waitFor();
  await send.click();
  await dialog.getByText(/sent 3 of these rows just so: their amounts, 42 in all/).waitFor();
  await inspect(page, "amounts-again");
  await confirm.click();
  await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
  expect(platform.customers().map(({ balances }) => balances[0]?.amount)).toEqual([34, 50]);
  expect(complaints).toEqual([]);
});
