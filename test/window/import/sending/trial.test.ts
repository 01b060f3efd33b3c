import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { openScreen, visit } from "../../browser/visit.ts";
import { atStep, goOn, openList, toReview } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Rows 2 to 5 have no day that there is in the calendar. */
function list(rows: number, columns: readonly string[] = []): string {
  const lines = [["code", "first_name", "custom_date", ...columns].join(",")];
  for (let row = 1; row <= rows; row += 1) {
    const day = row < 5 ? "1980-02-31" : "1980-02-03";
    lines.push([`C${row}`, `Ana ${row}`, day, ...columns.map(() => "x")].join(","));
  }
  return `${lines.join("\n")}\n`;
}

describe("a list with a mapping that was never sent", { timeout: 120_000 }, () => {
  it("is corrected alike, tried with ten rows, then sent; the same list again is known", async () => {
    const { page, complaints } = await visit(browser);
    await toReview(page, { name: "march.csv", text: list(40) }, /practice/i);
    const send = (count: number) => page.getByRole("button", { name: `Send ${count} customers` });
    await send(36).waitFor();

    const kinds = page.getByRole("list", { name: "Problems by kind" });
    await kinds.getByText("4 rows").waitFor();
    await inspect(page, "review-kinds");
    await kinds.getByRole("button", { name: "Fix all alike" }).click();
    await page.getByRole("menuitem", { name: "Empty all 4 cells" }).click();
    await send(40).waitFor();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await send(36).waitFor();
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await send(40).waitFor();

    await page.getByRole("button", { name: "Try with the first 10 rows" }).click();
    await page.getByRole("heading", { level: 1, name: "The trial has arrived" }).waitFor();
    await page.getByRole("button", { name: "Send the rest" }).waitFor();
    await page.locator("[aria-live=polite]", { hasText: /^The trial has arrived/ }).waitFor();
    const sent = page.getByRole("table", { name: "What was sent" });
    await sent.getByRole("cell", { name: "Ana 10", exact: true }).waitFor();
    expect(await sent.getByRole("row").count()).toBe(11);
    await inspect(page, "trial-result");
    await page.getByRole("button", { name: "The platform's answer" }).click();
    await page.getByText(/"new":\s*"10"/).waitFor();
    await inspect(page, "trial-answer");
    await page.getByRole("button", { name: "Back to the list" }).click();
    await send(30).waitFor();
    await page.getByText("The first 10 rows were sent already").waitFor();
    await inspect(page, "review-after-trial");
    await page.getByRole("link", { name: "See the trial" }).click();
    await page.getByRole("button", { name: "Send the rest" }).click();
    await page.getByRole("button", { name: "Import another list" }).waitFor();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();

    await openScreen(page, "Import");
    await atStep(page, "start");
    await openList(page, "april.csv", list(40, ["Extra", "More"]));
    await goOn(page, "columns");
    await page.getByText("2 columns are new since then: Extra and More.").waitFor();
    await inspect(page, "columns-remembered");
    await page.getByRole("button", { name: "Do not use it for this list" }).click();
    await page.getByText("was used again").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Keep this mapping" }).click();
    await page.getByRole("textbox", { name: "Name of the mapping" }).fill("Weekly list");
    await page.getByRole("dialog").getByRole("button", { name: "Keep this mapping" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await toReview(page, { name: "copy.csv", text: list(40) }, /practice/i);
    await page.getByText(/This file was sent before: on .* 40 rows/).waitFor();
    await page
      .getByText(/rows were already sent, or wait to be sent, with the same values by march.csv/)
      .first()
      .waitFor();
    await page.getByText(/^36 of these rows are as the last import sent them/).waitFor();
    await inspect(page, "review-sent-before");
    await page.getByRole("button", { name: "Leave them out" }).click();
    await page.getByText(/^36 rows are the same as in the last import/).waitFor();
    await page.getByRole("button", { name: "Send them too" }).click();
    await send(36).waitFor();
    expect(await page.getByRole("button", { name: /^Try with/ }).count()).toBe(0);

    await openScreen(page, "Connections");
    await page.getByText("Weekly list").waitFor();
    await inspect(page, "connections-mappings");
    await page.getByRole("button", { name: "Remove Weekly list" }).click();
    await page.getByText("Weekly list").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});
