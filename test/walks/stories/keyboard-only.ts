import type { Locator } from "playwright-core";
import { tabTo } from "../../window/browser/tab-to.ts";
import type { Person } from "../person.ts";

/** The first import without a mouse. */
export async function keyboardOnly(p: Person): Promise<void> {
  const enter = async (target: Locator) => {
    p.keys += await tabTo(p.page, target);
    await p.press("Enter");
  };
  await enter(p.button("Try it with a sample list"));
  await p.at(/\/file$/);
  for (const step of ["columns", "options", "review"]) {
    await enter(p.button("Continue"));
    await p.at(new RegExp(`/${step}$`));
  }
  const grid = p.page.getByRole("grid", { name: "Rows of the list" });
  p.keys += await tabTo(p.page, grid);
  await p.press("F2");
  await p.type("1990-02-28");
  await p.press("Enter");
  await enter(p.button("Send 199 customers"));
  await p.heading("All customers have arrived");
  await p.screen("result");
}
