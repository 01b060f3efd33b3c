import { goOn, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** Somebody who has never seen the program tries it with the sample list. */
export async function firstImport(p: Person): Promise<void> {
  await p.screen("start");
  await p.click("Try it with a sample list");
  await p.at(/\/file$/);
  await p.screen("file");
  await goOn(p, "columns");
  await p.screen("columns");
  await p.click(p.page.getByRole("button", { name: /^Change the values of/ }).first());
  await p.dialog();
  await p.open("change-values");
  await p.press("Escape");
  await goOn(p, "options");
  await p.screen("options");
  await goOn(p, "review");
  await p.screen("review");
  await send(p);
  await p.screen("result");
  await p.click("See it in History");
  await p.at(/history\/\d+/);
  await p.screen("import");
  for (const tab of ["Rows", "Problems", "Settings"]) {
    await p.click(p.tab(tab));
    await p.screen(`import-${tab.toLowerCase()}`);
  }
  await p.openScreen("Queue");
  await p.screen("queue");
  await p.openScreen("Connections");
  await p.click(p.page.getByRole("main").getByRole("link", { name: "Practice", exact: true }));
  await p.at(/connections\/\d+/);
  await p.screen("practice");
}
