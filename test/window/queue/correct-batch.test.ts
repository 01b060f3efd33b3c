import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { POINTS, practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { workerBrowser } from "../browser/browser.ts";
import { inspect } from "../browser/inspect.ts";
import { openScreen, visit } from "../browser/visit.ts";
import { addConnection, type List, toReview } from "../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const MEMBERS: List = {
  name: "members.csv",
  text: "Customer code,First name,E-mail\n000401,Ana,ana@example.com\n000402,Ben,ben@example.con\n000403,Cleo,cleo@example.com\n",
};

const NO: Fault = {
  kind: "reply",
  applied: false,
  reply: {
    status: 200,
    body: JSON.stringify({ status: "error", error: "Customer 000402: no such e-mail address" }),
  },
};

/** Runs in the page: how far what stands over the cell is moved left of it though there is room. */
function needlessShift(): number {
  const cell = document.querySelector("td[data-focus]");
  const bubble = [...(cell?.querySelectorAll("span") ?? [])].find(
    (one) => getComputedStyle(one).position === "absolute" && one.textContent.includes("Was sent"),
  );
  const grid = cell?.closest("table");
  if (!(cell && bubble && grid)) return Number.NaN;
  const own = bubble.getBoundingClientRect();
  const end = grid.getBoundingClientRect().left + grid.clientLeft + grid.clientWidth;
  return Math.min(cell.getBoundingClientRect().left - own.left, end - own.right);
}

describe("a batch that the platform rejects", { timeout: 60_000 }, () => {
  it("is corrected by keyboard in the queue, sent again and accepted", async () => {
    const platform = await practiceServer({ faults: forBatches(NO) });
    const { page, restart, complaints } = await visit(browser);
    await addConnection(page, "Corner shop", platform, POINTS);
    await toReview(page, MEMBERS, "Corner shop");
    await page.getByRole("button", { name: "Send 3 customers" }).click();
    await page.getByText(/no such e-mail address/).waitFor();
    await inspect(page, "send-rejected");

    await openScreen(page, "Queue");
    await page.getByText("Rows 2 to 4 of members.csv were not imported.").waitFor();
    await inspect(page, "queue-rejected");
    await page.getByRole("link", { name: "Correct the rows" }).click();
    await page
      .getByRole("heading", { level: 1, name: "What is to be corrected in rows 2 to 4?" })
      .waitFor();
    const grid = page.getByRole("grid");
    await grid.getByText("ben@example.con").waitFor();
    await inspect(page, "correct");

    await grid.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.type("ben@example.com");
    await page.keyboard.press("Enter");
    await grid.getByText("ben@example.com").first().waitFor();
    await page.keyboard.press("Space");
    await page.getByText("1 row stays behind.").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText("3 rows will be sent again.", { exact: true }).waitFor();
    await page.keyboard.press("Control+Shift+z");
    await page.getByText("1 row stays behind.").waitFor();
    await page.keyboard.press("ArrowUp");
    await page.getByText("Was sent as “ben@example.con”").last().waitFor();
    for (const [width, height] of [
      [1024, 768],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate(needlessShift)).toBeLessThan(1);
    }
    await inspect(page, "corrections-corrected");

    // What was corrected is there again after the power failed.
    await restart();
    await openScreen(page, "Queue");
    await page.getByRole("link", { name: "Correct the rows" }).click();
    await page.getByRole("button", { name: "Send 2 rows again" }).click();
    await page.getByText("Nothing is waiting").waitFor();
    expect(platform.customers().map(({ fields }) => [fields.code, fields.email])).toEqual([
      ["000401", "ana@example.com"],
      ["000402", "ben@example.com"],
    ]);

    await openScreen(page, "History");
    await page.getByRole("link", { name: "members.csv" }).click();
    await page.getByRole("link", { name: "Batch 1" }).first().click();
    await page.getByText("Sent before the correction, up to try 1").first().waitFor();
    await page.getByText("ben@example.con").waitFor();
    await page.getByText("Rows corrected").waitFor();
    await inspect(page, "batch-corrected");
    expect(complaints).toEqual([]);
  });

  it("that has every row left out is not sent, and the queue is empty", async () => {
    const platform = await practiceServer({ faults: forBatches(NO) });
    const { page, complaints } = await visit(browser);
    await addConnection(page, "Corner shop", platform, POINTS);
    await toReview(page, MEMBERS, "Corner shop");
    await page.getByRole("button", { name: "Send 3 customers" }).click();
    await page.getByRole("link", { name: "Correct the rows" }).click();
    for (const row of [2, 3, 4])
      await page.getByRole("checkbox", { name: `Send row ${row}` }).click();
    await page.getByText("Every row is left out, so there is nothing to send.").waitFor();
    await page.getByRole("button", { name: "Cancel the batch" }).click();
    await page.getByText("Nothing is waiting").waitFor();
    expect(platform.applied()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
