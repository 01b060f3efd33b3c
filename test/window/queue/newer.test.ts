import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, visit } from "../browser/visit.ts";
import { addConnection, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const NO: Fault = {
  kind: "reply",
  applied: false,
  reply: { status: 200, body: JSON.stringify({ status: "error", error: "Not today" }) },
};
const HEADER = "Customer code,First name\n";

it("older values are not sent over those of a later list before a person has said so", async () => {
  const platform = await practiceServer({ faults: forBatches(NO) });
  const { page, complaints } = await visit(browser);
  await addConnection(page, "Corner shop", platform, POINTS);
  await toReview(page, { name: "old.csv", text: `${HEADER}1,Ana\n2,Ben\n` }, "Corner shop");
  await page.getByRole("button", { name: "Send 2 customers" }).click();
  await page.getByText(/Not today/).waitFor();
  await toReview(page, { name: "new.csv", text: `${HEADER}2,Benno\n3,Cleo\n` }, "Corner shop");
  await page.getByRole("button", { name: "Send 2 customers" }).click();
  await page.getByRole("heading", { level: 1, name: /have arrived/ }).waitFor();

  await openScreen(page, "Queue");
  await page.getByRole("button", { name: "Send again", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Send older values again?" });
  await question.getByText("1 row is of a customer whom a later list has reached since").waitFor();
  await inspect(page, "queue-newer");
  expect(platform.applied()).toHaveLength(1);
  await question.getByRole("button", { name: "Not now" }).click();
  await question.waitFor({ state: "detached" });
  expect(platform.applied()).toHaveLength(1);
  await page.getByRole("button", { name: "Send again", exact: true }).click();
  await question.getByRole("button", { name: "Send them again all the same" }).click();
  await page.getByText("Nothing is waiting").waitFor();
  expect(platform.applied()).toHaveLength(2);
  expect(complaints).toEqual([]);
}, 60_000);
