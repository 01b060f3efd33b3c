import type { Locator } from "playwright-core";
import { goOn, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** Somebody careful sets what the platform shall get: fields, phones, families, only some rows. */
export async function careful(p: Person): Promise<void> {
  const { page } = p;
  await p.openScreen("Connections");
  await p.click(page.getByRole("main").getByRole("link", { name: "Practice", exact: true }));
  await p.choose("Country of the phone numbers", "Spain");
  await p.click("Save");
  await p.heading("Connections");
  await goTo(p, "families.csv", "columns");
  const city = page.getByRole("combobox", { name: "Field for the column City" });
  await p.click(city);
  await p.type("amount");
  await page
    .getByRole("option", { name: /Amount/ })
    .first()
    .waitFor();
  await p.open("field-typed");
  await p.press("Escape");
  if ((await city.inputValue()) !== "City")
    throw new Error("Escape has not cleared what was typed.");
  await changePhones(p);
  await p.click("Add a value");
  await p.choose("Choose a field", /^Country/);
  await page.getByRole("textbox", { name: "Value of Country for every customer" }).waitFor();
  await p.type("ES");
  // The box is left by the press itself, which counts all the same.
  await goOn(p, "options");
  await p.choose("Same phone number", "Send the first row only");
  await p.click("Add a condition");
  await p.choose("Column", "City");
  await p.fill(page.getByRole("textbox", { name: "Value", exact: true }), "Bern");
  await p.screen("options");
  await goOn(p, "review");
  await page.getByText("Only rows are sent where City is “Bern”.").waitFor();
  // Sent for every customer, though the box was left by the press on Continue.
  await page.getByRole("grid").press("End");
  await page.getByRole("gridcell", { name: "ES" }).first().waitFor();
  await p.screen("review");
  await p.click(/Warnings$/);
  await page.getByText(/Spain/).first().waitFor();
  await p.screen("phones");
  await p.click("Fix all alike");
  await p.click(page.getByRole("menuitem", { name: /^Replace/ }));
  await replacePart(p, await p.dialog());
  await send(p);
  await p.screen("result");
}

/** Tab leads from box to box, and numbers may be written as those of a country. */
async function changePhones(p: Person): Promise<void> {
  await p.click("Change the values of Phone");
  const dialog = await p.dialog();
  await p.click(dialog.getByRole("textbox", { name: "Replace", exact: true }));
  await p.press("Tab");
  await dialog
    .locator(":focus")
    .and(dialog.getByRole("textbox", { name: "with" }))
    .waitFor();
  await p.open("change-phones");
  await p.press("Escape");
  await dialog.waitFor({ state: "detached" });
}

/** A part of the values, counted before it is replaced. */
async function replacePart(p: Person, dialog: Locator): Promise<void> {
  await p.click(dialog.getByRole("radio", { name: /^A part of values/ }));
  await p.fill(dialog.getByRole("textbox", { name: "Now" }), "12345");
  await p.fill(dialog.getByRole("textbox", { name: "Becomes" }), "612345");
  await dialog.getByText("2 rows are changed.").waitFor();
  await p.screen("replace");
  await p.click(dialog.getByRole("button", { name: "Replace" }));
  await dialog.waitFor({ state: "detached" });
}
