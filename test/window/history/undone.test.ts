import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "../browser/browser.ts";
import { inspect, inspectLanguages } from "../browser/inspect.ts";
import { visit } from "../browser/visit.ts";
import { toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST = { name: "club.csv", text: "Customer code,First name\nC1,Ana\nC2,Ben\n" };

it("what was accepted and undone does not read as accepted, neither in its result nor in the history", async () => {
  const { page, complaints } = await visit(browser);
  await toReview(page, LIST, /^Pr/);
  await page.getByRole("button", { name: "Send 2 customers" }).click();
  await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
  await page.getByText("Accepted", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Undo…" }).click();
  await page.getByRole("button", { name: "Undo on the practice server" }).click();
  const main = page.getByRole("main");
  await page.getByRole("heading", { level: 1, name: "This import was undone" }).waitFor();
  await main.getByText("Accepted, then undone").waitFor();
  expect(await main.getByText("Accepted", { exact: true }).count()).toBe(0);
  const undo = page.getByRole("button", { name: "Undo…" });
  await undo.waitFor({ state: "detached" });
  await inspect(page, "result-undone");
  await inspectLanguages(page, "result-undone");
  await page.getByRole("button", { name: "See it in History" }).click();
  await main.getByText("Accepted, then undone").waitFor();
  expect(await undo.count()).toBe(0);
  expect(complaints).toEqual([]);
}, 90_000);
