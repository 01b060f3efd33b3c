import type { Browser } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "./browser/browser.ts";
import { inspectLanguages } from "./browser/inspect.ts";
import { leftEnglish } from "./browser/left-english.ts";
import { shownTexts } from "./browser/shown-texts.ts";
import { openScreen, settled, visit } from "./browser/visit.ts";
import { atStep, goOn, openList } from "./browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

/** Headers that are no words of the window, and rows with something to say about most of them. */
const LIST = [
  "Cust. no,Forename,Family name,E-mail addr.,Tel.,Born on,Zip,Remark",
  "A1,Ana,Lopez,ana@example.com,555-010-1111,1980-02-03,12345,a",
  "A2,Ben,Hill,ben@gmial.com,555-010-1112,1981-02-03,12346,b",
  "A3,Cas,Lake,not an address,555-010-1113,1981-22-33,12347,c",
  "A3,Dan,Moor,ben@gmial.com,12,1982-02-03,12348,d",
  "A5,Eva,NULL,eva@example.com,555-010-1115,1983-02-03,12349,e",
  "Total,,,,,,,",
  "",
].join("\n");

it("every screen fits and says everything in every language", { timeout: 480_000 }, async () => {
  const { page, complaints } = await visit(browser);
  const look = (name: string) => inspectLanguages(page, `languages-${name}`);
  const press = (name: string | RegExp) => page.getByRole("button", { name }).first().click();
  const dialog = () => page.getByRole("dialog").waitFor();
  const close = async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  expect(leftEnglish(await page.evaluate(shownTexts), "es").length).toBeGreaterThan(5);
  await look("start");
  await openList(page, "members.csv", LIST);
  await look("file");
  await goOn(page, "columns");
  await look("columns");
  await press(/^Change the values of/);
  await dialog();
  await look("values");
  await press(/^Change the values of/);
  await goOn(page, "options");
  await press("Add a condition");
  await look("options");
  await press(/^Remove the condition/);
  await goOn(page, "review");
  await look("review");
  await page.keyboard.press("Control+f");
  await look("find");
  await page.keyboard.press("Escape");
  await press(/^Send \d/);
  await page.getByRole("heading", { level: 1, name: /arrived/ }).waitFor();
  await look("result");
  for (const screen of ["Queue", "History", "Connections", "Settings"]) {
    await openScreen(page, screen);
    await settled(page);
    await look(screen.toLowerCase());
  }
  await openScreen(page, "History");
  await page.getByRole("link", { name: "members.csv" }).first().click();
  await settled(page);
  await look("one-import");
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await settled(page);
    await look(`one-import-${(await tab.getAttribute("data-tab")) ?? (await tab.textContent())}`);
  }
  await press(/Undo/);
  await dialog();
  await look("undo");
  await close();
  await openScreen(page, "Connections");
  await press("Add a connection");
  await settled(page);
  await look("connection-form");
  await openScreen(page, "Import");
  await page.keyboard.press("F1");
  await dialog();
  await look("help");
  await close();
  await atStep(page, "start");
  expect(complaints).toEqual([]);
});
