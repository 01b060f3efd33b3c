import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, visit } from "../browser/visit.ts";
import { addConnection, type List, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const CUSTOMERS: List = {
  name: "april.csv",
  text: "Customer code,First name,E-mail\n000201,Ana,ana@example.com\n000202,Ben,ben@example.com\n",
};
/** Amounts to add: sent twice, they count twice. */
const AMOUNTS: List = {
  name: "points.csv",
  text: "Customer code,First name,Amount to add\n000301,Ana,10\n000302,Ben,25\n",
};

const ANYBODY = { userId: "u", accountId: "a", apiKey: "k" };

/** As the browser tells it. Its own way of being offline would also cut the window from its program. */
async function setNetwork(page: Page, there: boolean): Promise<void> {
  await page.evaluate((onLine) => {
    Object.defineProperty(navigator, "onLine", { value: onLine, configurable: true });
    dispatchEvent(new Event(onLine ? "online" : "offline"));
  }, there);
}

describe("a platform that is down", { timeout: 60_000 }, () => {
  it("gets the import after a restart, once it is there again", async () => {
    const down = await practiceServer();
    await down.close();
    const { page, restart, complaints } = await visit(browser);
    await addConnection(page, "Corner shop", down, POINTS);
    await toReview(page, CUSTOMERS, "Corner shop");
    await page.getByRole("button", { name: "Send 2 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "Waiting for the next try" }).waitFor();
    await page.getByText("The platform does not accept connections now").first().waitFor();
    await inspect(page, "send-waiting");

    const queueLink = page
      .getByRole("navigation", { name: "Screens" })
      .getByRole("link", { name: "Queue" });
    await queueLink.getByTitle("1 batch in the queue").waitFor();
    await restart();
    await queueLink.getByTitle("1 batch in the queue").waitFor();
    await openScreen(page, "Queue");
    const row = page.getByRole("row", { name: /april\.csv/ });
    await row.getByText("Waiting").waitFor();
    await row.getByText(/next try at/).waitFor();
    await inspect(page, "queue-waiting");

    const back = await practiceServer({ port: down.port });
    await page.getByRole("button", { name: "Send now" }).click();
    await page.getByText("Nothing is waiting").waitFor();
    expect(back.customers().map(({ fields }) => fields.code)).toEqual(["000201", "000202"]);
    await queueLink.getByTitle(/in the queue/).waitFor({ state: "hidden" });
    await openScreen(page, "History");
    await page
      .getByRole("row", { name: /april\.csv/ })
      .getByText("Accepted")
      .waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("a computer without a network", { timeout: 60_000 }, () => {
  it("says so on every screen, keeps what is to be sent, and says when it is back", async () => {
    const { page, complaints } = await visit(browser);
    const nowhere = { url: "https://loyalty.invalid/api", credentials: ANYBODY };
    await addConnection(page, "Corner shop", nowhere, POINTS);
    await toReview(page, CUSTOMERS, "Corner shop");
    await setNetwork(page, false);
    await page.getByText("Offline", { exact: true }).waitFor();
    await inspect(page, "review-offline");
    await page.getByRole("button", { name: "Send 2 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "Waiting for a connection" }).waitFor();
    await page.getByText("There is no connection to the internet, so nothing is sent").waitFor();
    await inspect(page, "send-offline");
    await openScreen(page, "Queue");
    await page.getByText("Everything is kept and goes out as soon as there is one.").waitFor();
    await page
      .getByRole("row", { name: /april\.csv/ })
      .getByText("Waiting")
      .waitFor();
    await inspect(page, "queue-offline");
    await page.getByRole("button", { name: /Cancel/ }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Cancel/ })
      .click();
    await page.getByText("Nothing is waiting").waitFor();
    await page.getByText("Offline", { exact: true }).waitFor();
    await setNetwork(page, true);
    await page.getByText("Online", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe("a batch whose answer got lost", { timeout: 60_000 }, () => {
  it("is not sent again until a person has said whether it arrived", async () => {
    const platform = await practiceServer({ faults: forBatches(faults.reset("after-applying")) });
    const { page, restart, complaints } = await visit(browser);
    await addConnection(page, "Corner shop", platform, POINTS);
    await toReview(page, AMOUNTS, "Corner shop");
    await page.getByRole("button", { name: "Send 2 customers" }).click();
    const question = page.getByText(/Nobody knows whether rows 2 to 3 arrived/);
    await question.waitFor();
    await page.getByText(/may add amounts twice/).waitFor();
    await inspect(page, "send-uncertain");
    await restart();
    await openScreen(page, "Queue");
    await page.getByText(/Nobody knows whether rows 2 to 3 of points.csv arrived/).waitFor();
    await inspect(page, "queue-uncertain");
    await page.getByRole("link", { name: "See the rows" }).click();
    await page.getByRole("heading", { level: 1, name: "Batch 1" }).waitFor();
    await page.getByRole("cell", { name: "000301" }).waitFor();
    await inspect(page, "batch-uncertain");
    const again = page.getByRole("button", { name: "Send them again" });
    await again.click();
    await page
      .getByRole("dialog")
      .getByText("If they arrived, amounts of 35 in all are added a second time to 2 customers.")
      .waitFor();
    await inspect(page, "twice");
    await page.getByRole("button", { name: "Not now" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "They arrived" }).click();
    await question.waitFor({ state: "detached" });
    await openScreen(page, "Queue");
    await page.getByText("Nothing is waiting").waitFor();
    await inspect(page, "queue-empty");
    expect(platform.applied()).toHaveLength(1);
    expect(platform.customers().map(({ balances }) => balances[0]?.amount)).toEqual([10, 25]);
    expect(complaints).toEqual([]);
  });
});

describe("a connection whose key is wrong", { timeout: 60_000 }, () => {
  it("stops where the login is refused, pauses one import, and goes on when told", async () => {
    const platform = await practiceServer();
    const { page, complaints } = await visit(browser);
    const wrong = { ...platform, credentials: { ...platform.credentials, apiKey: "wrong" } };
    await addConnection(page, "Corner shop", wrong, POINTS);
    await toReview(page, CUSTOMERS, "Corner shop");
    await page.getByRole("button", { name: "Send 2 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "Sending is on hold" }).waitFor();
    await page.getByText("The platform refuses the login of Corner shop").waitFor();
    await openScreen(page, "Queue");
    await page.getByText("The platform refuses the login of Corner shop").waitFor();
    await page.getByRole("button", { name: "Pause a connection or an import" }).click();
    await page.getByRole("menuitem", { name: "Pause april.csv" }).click();
    await page.getByText("Sending of april.csv is paused.").waitFor();
    await inspect(page, "queue-held");
    await page.getByRole("link", { name: "Correct the connection" }).click();
    await page.getByLabel("API key", { exact: true }).fill(platform.credentials.apiKey);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await openScreen(page, "Queue");
    await page.getByText("The platform refuses the login").waitFor({ state: "detached" });
    expect(platform.applied()).toEqual([]);
    await page.getByRole("button", { name: "Go on", exact: true }).click();
    await page.getByText("Nothing is waiting").waitFor();
    expect(platform.customers()).toHaveLength(2);
    expect(complaints).toEqual([]);
  });
});
