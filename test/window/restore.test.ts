import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { POINTS, practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { workerBrowser } from "./browser/browser.ts";
import { inspect, inspectOpen } from "./browser/inspect.ts";
import { openScreen, settled, visit } from "./browser/visit.ts";
import { addConnection } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const PASSPHRASE = "correct horse";

/** Saves a backup in the settings; its path. */
async function saveBackup(page: Page, passphrase: string | null): Promise<string> {
  await openScreen(page, "Settings");
  await page.getByRole("button", { name: "Save a backup…" }).click();
  const dialog = page.getByRole("dialog", { name: "Save a backup" });
  if (passphrase !== null) {
    await dialog.getByLabel("Passphrase for another computer").fill(passphrase);
    await dialog.getByLabel("The same passphrase again").fill(passphrase);
  }
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save the backup" }).click(),
  ]);
  const path = join(tempDir(), download.suggestedFilename());
  await download.saveAs(path);
  await dialog.waitFor({ state: "detached" });
  return path;
}

async function chooseBackup(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page
      .getByRole("dialog")
      .getByRole("button", { name: /^Choose a/ })
      .click(),
  ]);
  await chooser.setFiles(path);
}

async function hasConnection(page: Page, name: string): Promise<boolean> {
  await openScreen(page, "Connections");
  return (await page.getByRole("main").getByRole("link", { name, exact: true }).count()) > 0;
}

describe("a backup", { timeout: 120_000 }, () => {
  it("is checked, told, put in the place of everything, and can be taken back", async () => {
    const platform = await practiceServer();
    const { page, complaints, restart } = await visit(browser);
    await addConnection(page, "Corner shop", platform, POINTS);
    const backup = await saveBackup(page, null);
    await addConnection(page, "Second shop", platform, POINTS);

    await openScreen(page, "Settings");
    await page.getByRole("button", { name: "Restore from a backup…" }).click();
    await page.getByRole("dialog", { name: "Restore from a backup" }).waitFor();
    await inspectOpen(page, "restore-1-choose");
    await chooseBackup(page, join(import.meta.dirname, "restore.test.ts"));
    await page.getByRole("alert").getByText("not a whole backup").waitFor();
    await inspectOpen(page, "restore-2-no-backup");
    await chooseBackup(page, backup);
    await page.getByText("The backup is whole and can be read.").waitFor();
    const row = page.getByRole("row", { name: /Connections/ });
    expect(await row.getByRole("cell").allTextContents()).toEqual(["2", "3"]);
    await inspect(page, "restore-3-question");
    await page.getByRole("button", { name: "Replace the data" }).click();
    await page.getByText(/The backup of .* is in use/).waitFor();
    await inspect(page, "restore-4-done");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "Close", exact: true })
      .last()
      .click();
    expect(await hasConnection(page, "Corner shop")).toBe(true);
    expect(await hasConnection(page, "Second shop")).toBe(false);

    await restart();
    await openScreen(page, "Settings");
    await inspect(page, "restore-5-put-aside");
    await page.getByRole("button", { name: /^Put back the data put aside/ }).click();
    await page.getByRole("button", { name: "Replace the data" }).click();
    await page.getByText(/The backup of .* is in use/).waitFor();
    await page.keyboard.press("Escape");
    expect(await hasConnection(page, "Second shop")).toBe(true);

    await openScreen(page, "Settings");
    const remove = page.getByRole("button", { name: /^Delete the data put aside/ });
    expect(await remove.count()).toBe(2);
    await remove.first().click();
    await page.getByRole("button", { name: "Delete it", exact: true }).click();
    await expect.poll(() => remove.count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  it("from another computer opens with its passphrase and names the keys to enter again", async () => {
    const platform = await practiceServer();
    const there = await visit(browser);
    await addConnection(there.page, "Corner shop", platform, POINTS);
    const backup = await saveBackup(there.page, PASSPHRASE);
    const without = await saveBackup(there.page, null);

    const { page, complaints } = await visit(browser);
    await openScreen(page, "Settings");
    await page.getByRole("button", { name: "Restore from a backup…" }).click();
    await chooseBackup(page, without);
    await page.getByText("This backup was made without a passphrase").waitFor();
    await inspectOpen(page, "restore-6-never");
    expect(await page.getByRole("button", { name: "Replace the data" }).count()).toBe(0);
    await chooseBackup(page, backup);
    await page.getByText("entered again afterwards for Corner shop.").waitFor();
    await page.getByLabel("Passphrase of the backup").fill("wrong horse");
    await page.getByRole("button", { name: "Replace the data" }).click();
    await page.getByText("That is not the passphrase of this backup.").waitFor();
    await inspect(page, "restore-7-passphrase");
    await page.getByLabel("Passphrase of the backup").fill(PASSPHRASE);
    await page.getByRole("button", { name: "Replace the data" }).click();
    await page.getByText("Enter the API keys again of: Corner shop.").waitFor();
    await inspectOpen(page, "restore-8-keys");
    await page.getByRole("button", { name: "Enter the keys" }).click();
    await page.getByRole("heading", { level: 1, name: "Connections" }).waitFor();
    await settled(page);
    await page
      .getByRole("row", { name: /Corner shop/ })
      .getByText("API key missing")
      .waitFor();
    await inspectOpen(page, "connections-key-missing");
    expect(complaints).toEqual([]);
  });
});
