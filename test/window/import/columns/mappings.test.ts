import type { Browser, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { tabTo } from "../../browser/tab-to.ts";
import { openScreen, settled, visit } from "../../browser/visit.ts";
import { choose, goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST =
  "Customer code,First name,Born,Place,Notes,Remarks\n000501,Ana,1990-02-03,Reno,regular,x\n";

async function keepMapping(page: Page, name: string, list = LIST): Promise<void> {
  await openList(page, "members.csv", list);
  await goOn(page, "columns");
  await page.getByRole("button", { name: "Keep this mapping" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Keep this mapping" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function openMapping(page: Page, name: string): Promise<void> {
  await openScreen(page, "Connections");
  await page.getByRole("link", { name: `Edit ${name}` }).click();
  await page.getByRole("heading", { level: 1, name: "Where does each column go?" }).waitFor();
  await settled(page);
}

describe("a remembered mapping", { timeout: 90_000 }, () => {
  it("is edited by itself, and the next list with its columns is mapped by what was saved", async () => {
    const { page, complaints } = await visit(browser);
    await keepMapping(page, "Till");
    await openMapping(page, "Till");
    await page.getByText("No list is open here").waitFor();
    await choose(page, "Field for the column Notes", "City");
    await page.getByRole("button", { name: "Change the values of City" }).click();
    await page.getByRole("dialog").getByRole("checkbox", { name: "Cut blanks" }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add a value" }).click();
    await choose(page, "Choose a field", "Country");
    await page.getByRole("textbox", { name: "Value of Country for every customer" }).fill("ES");
    await inspect(page, "mapping-edit");
    await page.getByRole("textbox", { name: "Name", exact: true }).fill("Till 2");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("link", { name: "Edit Till 2" }).waitFor();
    await page.getByRole("link", { name: "Import", exact: true }).first().click();
    await openList(page, "next.csv", LIST);
    await goOn(page, "columns");
    await page.getByText("The mapping “Till 2” was used again").waitFor();
    const notes = page.getByRole("combobox", { name: "Field for the column Notes" });
    expect(await notes.inputValue()).toBe("City");
    await page.getByText("Cut blanks at both ends").waitFor();
    const country = page.getByRole("textbox", { name: "Value of Country for every customer" });
    expect(await country.inputValue()).toBe("ES");
    expect(complaints).toEqual([]);
  });

  it("tells once of each column whose values have changed places since", async () => {
    const { page, complaints } = await visit(browser);
    const headers = "Customer code,First name,Mail,Tel\n";
    await keepMapping(page, "Till", `${headers}7,Ana,ana@example.com,512-555-0100\n`);
    await openScreen(page, "Import");
    await openList(page, "next.csv", `${headers}8,Eva,512-555-0101,eva@example.com\n`);
    await goOn(page, "columns");
    await page.getByText("The mapping “Till” was used again").waitFor();
    expect(await page.getByText("The column Mail").allInnerTexts()).toHaveLength(1);
    expect(await page.getByText("The column Tel").allInnerTexts()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it("asks before changes are lost, offers no fixed password, and is edited by the keyboard alone", async () => {
    const { page, complaints } = await visit(browser);
    await keepMapping(page, "Till");
    await openMapping(page, "Till");
    await page.getByRole("button", { name: "Add a value" }).click();
    await page.getByRole("combobox", { name: "Choose a field" }).fill("password");
    await page.getByText("No such field").waitFor();
    await page.keyboard.press("Escape");
    const notes = page.getByRole("combobox", { name: "Field for the column Notes" });
    await page.getByRole("heading", { level: 1 }).focus();
    await tabTo(page, notes);
    await page.keyboard.type("Phone");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Change the values of Phone" }).waitFor();
    await page.getByRole("link", { name: "Queue" }).click();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Stay here" }).click();
    await question.waitFor({ state: "detached" });
    const save = page.getByRole("button", { name: "Save", exact: true });
    await tabTo(page, save);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Edit Till" }).waitFor();
    await openMapping(page, "Till");
    expect(await notes.inputValue()).toBe("Phone");
    expect(complaints).toEqual([]);
  });
});

describe("custom fields that the account names", { timeout: 60_000 }, () => {
  it("take the columns of their names in the list that is open when the names first come", async () => {
    const { page, complaints } = await visit(browser);
    await openList(page, "sizes.csv", "Customer code,Shoe size\n000501,38\n");
    await goOn(page, "columns");
    const size = page.getByRole("combobox", { name: "Field for the column Shoe size" });
    await page.getByRole("button", { name: "Change the values of Shoe size" }).waitFor();
    expect(await size.inputValue()).toBe("Shoe size");
    const customer = page.getByRole("region", { name: "As they will arrive" });
    await customer.getByText("38").waitFor();
    expect(complaints).toEqual([]);
  });
});
