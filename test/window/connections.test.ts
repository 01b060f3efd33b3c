import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { POINTS, practiceServer } from "../helpers/practice.ts";
import { workerBrowser } from "./browser/browser.ts";
import { inspect } from "./browser/inspect.ts";
import { openScreen, settled, visit } from "./browser/visit.ts";
import { addConnection, fillConnection } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

describe("a connection", { timeout: 60_000 }, () => {
  it("is added, tested, refused with a wrong key, and removed", async () => {
    const platform = await practiceServer();
    const { page, complaints } = await visit(browser);
    const wrongKey = "wrong-key-4711";
    const answers: string[] = [];
    page.on("response", (response) => {
      response.text().then(
        (text) => answers.push(text),
        () => answers.push(""),
      );
    });
    await openScreen(page, "Connections");
    await inspect(page, "connections");
    await page.getByRole("button", { name: "Add a connection" }).click();
    await page.getByRole("heading", { level: 1, name: "New connection" }).waitFor();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await page.getByText("This is needed.").count()).toBe(5);
    await inspect(page, "connection-missing");

    const credentials = { ...platform.credentials, apiKey: wrongKey };
    await fillConnection(page, "Corner shop", { url: platform.url, credentials });
    await page.getByRole("button", { name: "Save and test" }).click();
    await page.getByRole("alert").waitFor();
    await inspect(page, "connection-refused");
    const foot = page.locator("aside a[title='Corner shop']");
    expect(await foot.locator("[data-tone]").getAttribute("data-tone")).toBe("red");

    const key = page.getByLabel("API key", { exact: true });
    await key.fill(platform.credentials.apiKey);
    await page.getByRole("button", { name: "Save and test" }).click();
    await page.getByText("The connection works. The account is called Practice Store.").waitFor();
    await inspect(page, "connection-tested");

    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Corner shop" }).waitFor();
    await settled(page);
    expect(await page.getByRole("textbox", { name: "Address of the API" }).inputValue()).toBe(
      platform.url,
    );
    expect(await key.inputValue()).toBe("");
    for (const text of [await page.content(), ...answers]) {
      expect(text).not.toContain(wrongKey);
      expect(text).not.toContain(platform.credentials.apiKey);
    }

    await page.getByRole("button", { name: "Remove the connection" }).click();
    await inspect(page, "connection-remove");
    await page.getByRole("dialog").getByRole("button", { name: "Remove the connection" }).click();
    await page.getByRole("heading", { level: 1, name: "Connections" }).waitFor();
    await page
      .getByRole("main")
      .getByRole("link", { name: "Corner shop" })
      .waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  it("is left with unsaved entries only on purpose, by a link as by the back button", async () => {
    const { page, complaints } = await visit(browser);
    const heading = (name: string) => page.getByRole("heading", { level: 1, name });
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await openScreen(page, "Connections");
    await page.getByRole("button", { name: "Add a connection" }).click();
    await heading("New connection").waitFor();
    await page.goBack();
    await heading("Connections").waitFor();
    await page.goForward();
    const name = page.getByRole("textbox", { name: "Name", exact: true });
    await name.fill("Corner shop");
    for (const leave of [
      () => page.getByRole("link", { name: "Queue" }).click(),
      () => page.goBack(),
    ]) {
      await leave();
      await question.waitFor();
      await question.getByRole("button", { name: "Stay here" }).click();
      await question.waitFor({ state: "detached" });
      expect(await name.inputValue()).toBe("Corner shop");
    }
    await page.goBack();
    await question.waitFor();
    await inspect(page, "connection-unsaved");
    await question.getByRole("button", { name: "Leave without saving" }).click();
    await heading("Connections").waitFor();
    await openScreen(page, "Queue");
    expect(complaints).toEqual([]);
  });

  it("is refused where its address is neither https nor on this computer", async () => {
    const platform = await practiceServer();
    const { page } = await visit(browser);
    await openScreen(page, "Connections");
    await page.getByRole("button", { name: "Add a connection" }).click();
    const { credentials } = platform;
    await fillConnection(page, "Corner shop", { url: "http://shop.example/api", credentials });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    expect(await page.getByRole("alert").textContent()).toContain("https");
    await page.getByRole("button", { name: "Back" }).click();
    await page.getByRole("button", { name: "Leave without saving" }).click();
    await page.getByRole("heading", { level: 1, name: "Connections" }).waitFor();
    expect(await page.getByRole("main").getByRole("link", { name: "Corner shop" }).count()).toBe(0);
    await addConnection(page, "Corner shop", platform, POINTS);
  });

  it("is tested as it was asked for, also where a question about its key came in between", async () => {
    const platform = await practiceServer();
    const { page } = await visit(browser);
    await openScreen(page, "Connections");
    await page.getByRole("button", { name: "Add a connection" }).click();
    await fillConnection(page, "Corner shop", platform);
    // Only a desktop without a key store asks this, and Chromium is no such desktop.
    const error = { code: "weak-key-store", params: {}, message: "", retry: false };
    await page.route(
      "**/call/connections.save",
      (route) => route.fulfill({ json: { ok: false, error } }),
      {
        times: 1,
      },
    );
    await page.getByRole("button", { name: "Save and test" }).click();
    await page.getByRole("button", { name: "Keep it this way" }).click();
    await page.getByText(/The connection works/).waitFor();
    await page.getByRole("heading", { level: 1, name: "Corner shop" }).waitFor();
  });
});
