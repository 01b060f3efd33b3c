import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { inspect } from "./browser/inspect.ts";
import { openScreen, settled, visit } from "./browser/visit.ts";
import { atStep, choose, goOn, openList } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const SHEET = "Customer code,First name,Notes\n000501,Ana,regular\n000502,Ben,\n";

describe("every screen and step, in both themes and languages", { timeout: 90_000 }, () => {
  it("passes axe and loses nothing from the first window to the result", async () => {
    const { page, complaints } = await visit(browser);
    await inspect(page, "import-1-start");
    await page.getByRole("button", { name: "Try it with a sample list" }).click();
    await atStep(page, "file");
    await inspect(page, "import-2-file");
    await goOn(page, "columns");
    await inspect(page, "import-3-columns");
    await page.getByRole("button", { name: "Change the values of Phone" }).click();
    await page.getByRole("dialog").waitFor();
    await inspect(page, "import-3-values");
    await page.keyboard.press("Escape");
    await goOn(page, "options");
    await inspect(page, "import-4-options");
    await page.getByRole("radio", { name: /Replace everything/ }).click();
    await goOn(page, "review");
    await inspect(page, "import-5-review");
    await page.getByRole("button", { name: /Warnings$/ }).click();
    await page.getByText("No warnings").waitFor();
    await inspect(page, "import-5-review-empty");
    await page.getByRole("button", { name: "Send 198 customers" }).click();
    await page.getByRole("dialog", { name: "Existing customers will lose fields" }).waitFor();
    await inspect(page, "import-5-review-confirm");
    await page.getByRole("button", { name: "Empty them and send 198 customers" }).click();
    await page.getByRole("heading", { level: 1, name: "All customers have arrived" }).waitFor();
    await inspect(page, "import-6-result");
    expect(complaints).toEqual([]);
  });

  it("passes axe and loses nothing where a list or a file is not as it should be", async () => {
    const { page, complaints } = await visit(browser);
    const [dialog] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: "Choose a file" }).click(),
    ]);
    const buffer = Buffer.from("PK\u0003\u0004 this is no workbook");
    await dialog.setFiles({ name: "broken.xlsx", mimeType: "application/octet-stream", buffer });
    await page.getByRole("alert").waitFor();
    expect(await page.getByText("Continue an import").count()).toBe(0);
    await inspect(page, "import-1-broken-file");
    await openList(page, "members.csv", SHEET);
    await inspect(page, "import-2-text-file");
    const bare = page.getByRole("checkbox", { name: "This list has no header row" });
    await bare.check();
    await page.getByRole("columnheader", { name: "Column B" }).waitFor();
    await inspect(page, "import-2-no-headers");
    await bare.uncheck();
    await page.getByRole("columnheader", { name: "Column B" }).waitFor({ state: "detached" });
    await goOn(page, "columns");
    await choose(page, "Field for the column Customer code", "Not imported");
    await page.getByText("No column is mapped to the customer code").first().waitFor();
    await inspect(page, "import-3-no-key");
    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    await page.getByText("Continue an import").waitFor();
    await inspect(page, "import-1-drafts");
    await page.getByRole("button", { name: "Discard the import of members.csv" }).click();
    await page.getByRole("dialog").waitFor();
    await inspect(page, "import-1-discard");
    expect(complaints).toEqual([]);
  });

  it("passes axe and loses nothing in the settings and in a dark theme of one's own", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "Settings");
    await inspect(page, "settings");
    await page.getByText("Dark", { exact: true }).click();
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await choose(page, "Language", "Español");
    await page.getByRole("heading", { level: 1, name: "Ajustes" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Ajustes" }).waitFor();
    await settled(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("es");
    expect(await page.locator("html").getAttribute("data-mantine-color-scheme")).toBe("dark");
    expect(complaints).toEqual([]);
  });
});
