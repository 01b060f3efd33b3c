import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { settled, visit } from "../../browser/visit.ts";
import { toReview } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const CUSTOMERS = Array.from({ length: 12 }, (_, index) => `Ana ${index},ana${index}@example.com`);
const LIST = { name: "no-codes.csv", text: `First name,E-mail\n${CUSTOMERS.join("\n")}\n` };

it("codes that the platform made up stand beside their customers, to be saved", {
  timeout: 60_000,
}, async () => {
  const { page, complaints } = await visit(browser);
  await toReview(page, LIST, /^Practice/);
  await page.getByRole("button", { name: "Send 12 customers" }).click();
  await page.getByRole("button", { name: "Save ids" }).waitFor();
  await inspect(page, "import-6-generated");
  expect(complaints).toEqual([]);
  await page.getByRole("button", { name: "See it in History" }).click();
  await page.getByRole("heading", { level: 1, name: LIST.name }).waitFor();
  await settled(page);
  await page.getByRole("tab", { name: "Given ids" }).click();
  await page.getByText("ana1@example.com").waitFor();
  await inspect(page, "history-generated");
});
