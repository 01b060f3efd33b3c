import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { VERSION } from "../../main/common/version.ts";
import { workerBrowser } from "./browser/browser.ts";
import { inspect } from "./browser/inspect.ts";
import { openScreen, settled, visit } from "./browser/visit.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

describe("the page about the program", { timeout: 60_000 }, () => {
  it("is reached from the settings, has an address, and shows versions and licences", async () => {
    const { page, complaints } = await visit(browser);
    await openScreen(page, "Settings");
    await page.getByRole("link", { name: "Versions and licences" }).click();
    await page.getByRole("heading", { level: 1, name: "About Loyalty Importer" }).waitFor();
    await page.reload();
    await settled(page);
    const versions = await page.locator("dl").textContent();
    for (const name of ["Loyalty Importer", "Node.js", "SQLite"]) expect(versions).toContain(name);
    await inspect(page, "about");
    const react = page.getByRole("listitem").filter({ hasText: /^react \d/ });
    await react.locator("summary").press("Enter");
    await react.getByText("Permission is hereby granted").waitFor();
    await inspect(page, "about-licence");
    const screens = page.getByRole("navigation", { name: "Screens" });
    expect(await screens.locator("[aria-current=page]").textContent()).toBe("Settings");
    expect(complaints).toEqual([]);
  });

  it("copies the versions for somebody who helps", async () => {
    const { page } = await visit(browser);
    await page.context().grantPermissions(["clipboard-write"]);
    await page.evaluate(() => {
      location.hash = "#/about";
    });
    await page.getByRole("button", { name: "Copy versions" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const elsewhere = await page.context().newPage();
    await elsewhere.setContent("<textarea></textarea>");
    await elsewhere.locator("textarea").press("Control+v");
    const copied = await elsewhere.locator("textarea").inputValue();
    expect(copied.split("\n")).toEqual(
      expect.arrayContaining([
        `Loyalty Importer: ${VERSION}`,
        expect.stringMatching(/^Node\.js: \d/),
        expect.stringMatching(/^SQLite: 3\./),
      ]),
    );
  });
});
