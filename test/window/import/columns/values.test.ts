import type { Browser, Locator } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { workerBrowser } from "../../browser/browser.ts";
import { inspect } from "../../browser/inspect.ts";
import { visit } from "../../browser/visit.ts";
import { choose, goOn, openList } from "../../browser/wizard.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await workerBrowser();
});

const LIST = [
  "Card Number,First Name,City,Email,Phone",
  "7000001,Ann,NYC,family@example.com,512 555 0100",
  "7000002,Ben,Bath,Family@example.com,512 555 0100",
  "7000003,Cat,NYC,cat@example.com,512 555 0102",
  "",
].join("\n");

it("values change in one place, shared addresses are told, and conditions leave rows out", async () => {
  const { page, complaints } = await visit(browser);
  await openList(page, "club.csv", LIST);
  await goOn(page, "columns");
  const changes = page.getByRole("button", { name: /Change the values of City/ });
  await changes.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Values, each once…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Values of City" });
  await dialog.getByRole("textbox", { name: "Find a value" }).waitFor();
  await dialog.getByRole("textbox", { name: "NYC becomes" }).fill("New York");
  await dialog.getByText("1 value is changed, in 2 rows.").waitFor();
  await inspect(page, "values");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect.poll(() => changes.evaluate((it) => it === document.activeElement)).toBe(true);
  await page.getByText("1 value is replaced").waitFor();
  await page.getByText("New York").first().waitFor();
  await goOn(page, "options");
  await page.getByRole("combobox", { name: "Same e-mail address" }).waitFor();
  await inspect(page, "repeated-contacts");
  await goOn(page, "review");
  await page.getByText("Row 3 has the e-mail address of row 2.").waitFor();
  await inspect(page, "repeated-contacts-review");
  await page.getByRole("button", { name: "Back" }).click();
  await choose(page, "Same e-mail address", "Send the first row only");
  await goOn(page, "review");
  await page.getByRole("button", { name: /Send 2 customers/ }).waitFor();
  await page.getByRole("button", { name: "Back" }).click();
  const add = page.getByRole("button", { name: "Add a condition" });
  const column = (place: number) => page.getByRole("combobox", { name: "Column" }).nth(place);
  const hasFocus = (one: Locator) =>
    expect
      .poll(() => one.evaluate((it) => it === document.activeElement), { timeout: 15_000 })
      .toBe(true);
  // On to what was added; what is removed hands the keyboard to its neighbour.
  await add.press("Enter");
  await hasFocus(column(0));
  await add.press("Enter");
  await hasFocus(column(1));
  const remove = page.getByRole("button", { name: /^Remove the condition/ });
  await remove.nth(0).press("Enter");
  await hasFocus(column(0));
  await remove.nth(0).press("Enter");
  await hasFocus(add);
  await add.press("Enter");
  await choose(page, "Column", "City");
  await page.getByRole("textbox", { name: "Value", exact: true }).fill("Bath");
  await inspect(page, "conditions");
  await goOn(page, "review");
  await page.getByText("Only rows are sent where City is “Bath”.").waitFor();
  await page.getByText("2 rows do not meet the conditions of the Options step").waitFor();
  await page.getByRole("button", { name: /Send 1 customer/ }).waitFor();
  await inspect(page, "conditions-review");
  expect(complaints).toEqual([]);
}, 180_000);

it("phones are written in international form where the country of their customers is known", async () => {
  const { page, complaints } = await visit(browser);
  const list = "Card Number,Phone,Country\n7000001,612 34 56 78,Spain\n7000002,1234567,Spain\n";
  await openList(page, "phones.csv", list);
  await goOn(page, "columns");
  const changes = page.getByRole("button", { name: /Change the values of Phone/ });
  await changes.focus();
  await page.keyboard.press("Enter");
  const control = page.getByRole("switch", { name: "Write in international form" });
  await expect.poll(() => control.isChecked()).toBe(false);
  await control.press("Space");
  await page.getByText("+34612345678", { exact: true }).waitFor();
  await inspect(page, "international-phones");
  // The switch, and the line under the field.
  await page.getByText("Write in international form", { exact: true }).nth(1).waitFor();
  expect(complaints).toEqual([]);
}, 180_000);
