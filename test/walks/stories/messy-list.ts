import { goOn, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** A list full of slips: looked through, corrected, sorted, filtered, sent. */
export async function messyList(p: Person): Promise<void> {
  const { page } = p;
  await goTo(p, "klanten-oktober.csv", "columns", true);
  await p.click(page.getByRole("button", { name: "Change the values of City" }));
  await p.click(/Values, each once/);
  await p.dialog();
  await p.fill(page.getByRole("textbox", { name: "Rdam becomes", exact: true }), "Rotterdam");
  await p.screen("values");
  await p.press("Escape");
  await goOn(p, "options");
  await goOn(p, "review");
  await p.screen("review");
  await p.click(/Warnings$/);
  await p.screen("warnings");
  await p.click(/Problems$/);
  await p.screen("problems");
  await p.click("Fix all alike");
  await p.open("fix-menu");
  await p.click(page.getByRole("menuitem", { name: /^Replace/ }));
  await p.dialog();
  await p.screen("replace");
  await p.press("Escape");
  await p.click(/All rows$/);
  const grid = page.getByRole("grid");
  await grid.focus();
  await p.press("Control+f");
  await p.type("müller");
  await page
    .getByText(/1 of \d+/)
    .first()
    .waitFor();
  await p.screen("find");
  await p.press("Escape");
  const town = grid.getByRole("columnheader", { name: /City/ });
  await p.click(town);
  await page.getByRole("menu").waitFor();
  await p.open("column-menu");
  await p.click(page.getByRole("menuitem", { name: /^Sort Z to A/ }));
  await p.click(town);
  await p.click(page.getByRole("menuitem", { name: "Choose values…" }));
  const values = await p.dialog();
  await p.screen("choose-values");
  await p.click(values.getByRole("checkbox").first());
  await p.click("Show these rows");
  await p.screen("filtered");
  await p.click(/^Take away/);
  await grid.focus();
  await p.press("Control+Home");
  await p.press("ArrowRight", 3);
  await p.press("Shift+ArrowDown", 3);
  await p.press("Control+d");
  await p.screen("filled-down");
  await grid.focus();
  await p.press("Control+z");
  await send(p, /arrived|accepted|count/);
  await p.screen("result");
}
