import { POINTS } from "../../helpers/practice.ts";
import { addConnection, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** A wrong list is taken back: on the practice server, then on the shop's own account. */
export async function undo(p: Person): Promise<void> {
  await goTo(p, "members.xlsx", "review");
  await send(p);
  await p.click("Undo…");
  await p.dialog();
  await p.screen("practice");
  await p.click("Undo on the practice server");
  await p.page
    .getByText(/Undone|undone/)
    .first()
    .waitFor();
  await p.screen("practice-undone");
  await p.press("Escape");
  await p.screen("result");
  await addConnection(p, await p.platform(), POINTS);
  for (const list of ["members.xlsx", "members-november.xlsx"]) {
    await goTo(p, list, "review");
    await send(p);
  }
  await p.click("Undo…");
  await p.dialog();
  await p.screen("own");
  await p.click("Prepare the undo");
  await p.at(/\/review$/);
  await p.page.getByRole("grid").waitFor();
  await p.screen("prepared");
  await p.openScreen("History");
  await p.screen("history");
}
