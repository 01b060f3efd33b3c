import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { DOLLARS, POINTS, practiceServer } from "../../helpers/practice.ts";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, visit } from "../browser/visit.ts";
import { addConnection, goOn, type List, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST: List = {
  name: "ended.csv",
  text: "Customer code,First name\n000301,Ana\n000302,Ben\n",
};
/** Nobody lists it. */
const ENDED = "9990000000000001";

it("a campaign that the platform does not list is marked, and refused rows go into another one", {
  timeout: 120_000,
}, async () => {
  const platform = await practiceServer();
  const { page, complaints } = await visit(browser);
  await addConnection(page, "Corner shop", platform, ENDED);
  await toReview(page, LIST, "Corner shop");
  await page.getByText(`The platform does not list the campaign ${ENDED}.`).waitFor();
  await inspect(page, "review-unknown-campaign");
  await page.getByRole("button", { name: "Choose campaigns" }).click();
  await page.getByText("Not listed by the platform").waitFor();
  await inspect(page, "options-unknown-campaign");
  await goOn(page, "review");
  await page.getByRole("button", { name: "Send 2 customers" }).click();

  await page.getByRole("button", { name: "Choose another campaign" }).click();
  const dialog = page.getByRole("dialog", { name: "Into which campaigns shall they go?" });
  await dialog.getByRole("button", { name: `Remove ${ENDED}` }).click();
  await dialog.getByLabel("Add a campaign").fill("dollars");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await dialog.getByRole("listitem").getByText(DOLLARS).waitFor();
  await inspect(page, "choose-campaigns");
  await dialog.getByRole("button", { name: "Use these campaigns" }).click();
  await dialog.waitFor({ state: "detached" });
  const again = page.getByRole("button", { name: "Send again" });
  await again.click();
  await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
  expect(platform.applied().map(({ campaigns }) => campaigns)).toEqual([[DOLLARS]]);

  await openScreen(page, "History");
  await page.getByRole("link", { name: "ended.csv" }).click();
  await page.getByRole("link", { name: "Batch 1" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: `Cash back & rewards ${DOLLARS}` })
    .waitFor();
  await openScreen(page, "Connections");
  await page.getByRole("link", { name: "Corner shop", exact: true }).click();
  await page.getByRole("combobox", { name: "Campaigns" }).fill(POINTS);
  await page.keyboard.press("Enter");
  const points = page.getByRole("listitem");
  await points.filter({ hasText: `Points for every purchase ${POINTS}` }).waitFor();
  await page.getByRole("button", { name: "Save an empty list" }).scrollIntoViewIfNeeded();
  await inspect(page, "connection-campaigns");
  expect(complaints).toEqual([]);
});
