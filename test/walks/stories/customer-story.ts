import { goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** A customer asks what was sent about her, and to be forgotten. */
export async function customerStory(p: Person): Promise<void> {
  for (const list of ["members.xlsx", "members-november.xlsx"]) {
    await goTo(p, list, "review");
    await send(p);
  }
  await p.openScreen("History");
  await p.fill(p.page.getByRole("searchbox", { name: "Search the history" }), "M3@EXAMPLE.COM");
  const story = p.button("Show the story of this customer");
  await story.waitFor();
  await p.screen("search");
  await p.click(story);
  await p.page.getByRole("article").first().waitFor();
  await p.screen("story");
  await p.click("Forget…");
  await p.dialog();
  await p.screen("forget");
  await p.press("Escape");
  await p.openScreen("History");
  await p.click(p.page.getByRole("link", { name: "members-november.xlsx" }).first());
  await p.click("Compare…");
  await p.page.getByText(/^Changed \d+/).waitFor();
  await p.screen("compare");
}
