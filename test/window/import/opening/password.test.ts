import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "../../../../main/entries/start/root.ts";
import { workerBrowser } from "../../browser/browser.ts";
import { inspectOpen } from "../../browser/inspect.ts";
import { shoot } from "../../browser/shoot.ts";
import { visit } from "../../browser/visit.ts";
import { atStep, goOn } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const PASSWORD = "sécret";

it("an encrypted list is opened with its password, which is asked again after a new start", async () => {
  const { page, restart, complaints } = await visit(browser, { width: 1024, height: 640 });
  const question = page.getByRole("dialog", { name: "This list has a password" });
  const box = question.getByLabel("Password of the list", { exact: true });
  const enter = async (password: string) => {
    await box.fill(password);
    await page.keyboard.press("Enter");
  };
  const choose = page.getByRole("button", { name: "Choose a file" });
  const [dialog] = await Promise.all([page.waitForEvent("filechooser"), choose.click()]);
  const path = join(ROOT, "test", "fixtures", "sources", "encrypted-agile.xlsx");
  await dialog.setFiles({ name: "club.xlsx", mimeType: "", buffer: readFileSync(path) });
  await question.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "password");
  await enter("wrong");
  await question.getByText("This password does not open the list.").waitFor();
  await inspectOpen(page, "password-wrong");
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  await page.getByRole("alert").getByText("This password does not open").waitFor();

  const [again] = await Promise.all([page.waitForEvent("filechooser"), choose.click()]);
  await again.setFiles({ name: "club.xlsx", mimeType: "", buffer: readFileSync(path) });
  await enter(PASSWORD);
  await atStep(page, "file");
  await question.waitFor({ state: "detached" });
  await goOn(page, "columns");
  await goOn(page, "options");
  await restart();

  await page.getByRole("button", { name: "Continue the import of club.xlsx" }).click();
  await atStep(page, "options");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await question.waitFor();
  await shoot(page, "password-again");
  await enter(PASSWORD);
  await atStep(page, "review");
  await page.getByRole("button", { name: /^Send \d+ customers$/ }).waitFor();
  expect(complaints).toEqual([]);
}, 120_000);
