import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { inspect, inspectOpen } from "./browser/inspect.ts";
import { openScreen, visit } from "./browser/visit.ts";
import { fillConnection, goOn, openList, toReview } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** 20 rows, two of them with a day that the calendar does not have. */
const LIST = {
  name: "club.csv",
  text: [
    "Customer code,First name,E-mail,Birthday",
    ...Array.from(
      { length: 20 },
      (_, row) =>
        `C${row},Ana ${row},ana.${row}@example.com,${row > 17 ? "someday" : "1990-02-03"}`,
    ),
  ].join("\n"),
};

/** Opens what a combobox offers, looks, and closes it. */
async function openChoices(page: Page, label: string | RegExp, name: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).first().click();
  await page.getByRole("listbox").first().waitFor();
  await inspectOpen(page, name);
  await page.keyboard.press("Escape");
  await page.getByRole("listbox").waitFor({ state: "detached" });
}

describe("what opens over a screen", { timeout: 120_000 }, () => {
  it("passes axe from the file to the result of a trial", async () => {
    const { page, complaints } = await visit(browser);
    await openList(page, LIST.name, LIST.text);
    await openChoices(page, "Character encoding", "open-encoding");
    await goOn(page, "columns");
    await openChoices(page, "Field for the column First name", "open-field");
    await page.getByRole("button", { name: "Keep this mapping" }).click();
    await page.getByRole("dialog").waitFor();
    await inspectOpen(page, "open-keep-mapping");
    await page.keyboard.press("Escape");
    await goOn(page, "options");
    await openChoices(page, "Connection", "open-connection");
    await goOn(page, "review");
    await page.getByRole("button", { name: "Try with the first 10 rows" }).waitFor();
    await inspect(page, "review-trial-offered");
    await page.getByRole("button", { name: "Fix all alike" }).click();
    await page.getByRole("menu").waitFor();
    await inspectOpen(page, "open-fix-menu");
    await page.getByRole("menuitem", { name: "Replace a value in all rows…" }).click();
    await page.getByRole("dialog").waitFor();
    await inspectOpen(page, "open-replace");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /All rows$/ }).click();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Control+End");
    await page.getByText("someday").last().waitFor();
    await inspectOpen(page, "open-bubble");
    await page.keyboard.press("Enter");
    await page.getByRole("textbox").last().waitFor();
    await inspectOpen(page, "open-cell");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Try with the first 10 rows" }).click();
    await page.getByRole("heading", { level: 1, name: "The trial has arrived" }).waitFor();
    await page.getByRole("button", { name: "Back to the list" }).click();
    await page.getByRole("button", { name: /All rows$/ }).click();
    const sent = page.getByRole("img", { name: "Sent with the trial" });
    await sent.first().waitFor();
    expect(await sent.count()).toBe(10);
    expect(await page.getByRole("checkbox", { name: "Send row 2", exact: true }).isDisabled()).toBe(
      true,
    );
    await inspectOpen(page, "review-sent-rows");
    expect(complaints).toEqual([]);
  });

  it("passes axe in the history", async () => {
    const { page, complaints } = await visit(browser);
    await toReview(page, { ...LIST, text: LIST.text.replaceAll("someday", "1990-02-03") }, /^Pr/);
    await page.getByRole("button", { name: "Send 20 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await openScreen(page, "History");
    await openChoices(page, "State", "open-state");
    await page.getByRole("combobox", { name: "When" }).click();
    await page.getByRole("option", { name: "Between…" }).click();
    await page.getByLabel("From", { exact: true }).fill("2026-01-31");
    await inspect(page, "history-between");
    await page.getByRole("time").first().hover();
    await page.getByRole("tooltip").waitFor();
    await inspectOpen(page, "open-tooltip");
    await page.getByRole("link", { name: LIST.name }).click();
    await page.getByRole("heading", { level: 1, name: LIST.name }).waitFor();
    await page.getByRole("button", { name: "Save rows" }).click();
    await page.getByRole("menu").waitFor();
    await inspectOpen(page, "open-save-menu");
    await page.keyboard.press("Escape");
    expect(complaints).toEqual([]);
  });

  it("passes axe in the connections and the settings", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "Connections");
    await page.getByRole("button", { name: "Import mapping" }).click();
    await page.getByRole("dialog", { name: "Import a mapping" }).waitFor();
    await inspect(page, "connections-import-mapping");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Add a connection" }).click();
    await fillConnection(page, "Corner shop", {
      url: "https://shop.example/api",
      credentials: { userId: "u", accountId: "a", apiKey: "k" },
    });
    await page.getByRole("button", { name: "Advanced" }).click();
    await inspect(page, "connection-advanced");
    await openChoices(page, "Format of the replies", "open-output");
    // Only a desktop without a key store asks this, and Chromium is no such desktop.
    await page.route("**/call/connections.save", (route) =>
      route.fulfill({
        json: {
          ok: false,
          error: { code: "weak-key-store", params: {}, message: WEAK, retry: false },
        },
      }),
    );
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("dialog", { name: "Keep the key without a key store?" }).waitFor();
    await page.getByText("or keep the key this way.").waitFor();
    await inspectOpen(page, "connection-weak");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("button", { name: "Leave without saving" }).click();
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    await page.getByRole("button", { name: "Save a backup…" }).click();
    await page.getByLabel("Passphrase for another computer").fill("short");
    await inspect(page, "settings-backup");
    await page.keyboard.press("Escape");
    await page.getByRole("textbox", { name: "Days to keep sent rows" }).fill("7");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("dialog", { name: "Delete older rows?" }).waitFor();
    await inspectOpen(page, "settings-shorter");
    expect(complaints).toEqual([]);
  });
});

const WEAK =
  "This system has no key store, so the key would be encrypted only weakly. Agree to keep it this way, or set a key store up first.";
