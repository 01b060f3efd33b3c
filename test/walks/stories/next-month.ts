import { POINTS } from "../../helpers/practice.ts";
import { addConnection, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** The same list once more, and the next month's: what was sent before is told and left out. */
export async function nextMonth(p: Person): Promise<void> {
  const platform = await p.platform();
  await addConnection(p, platform, POINTS);
  await goTo(p, "points.xlsx", "review");
  await send(p);
  await goTo(p, "points.xlsx", "review");
  await p.screen("again");
  await p.click(/^Send \d+ customers$/);
  await p.dialog();
  await p.screen("amounts-again");
  await p.press("Escape");
  await goTo(p, "members.xlsx", "review");
  await send(p);
  await goTo(p, "members-november.xlsx", "review");
  await p.screen("november");
  await p.click("Leave them out");
  await p.page.getByRole("button", { name: "Send 15 customers" }).waitFor();
  await p.screen("only-changed");
  await send(p);
  await p.screen("result");
  await p.openScreen("Import");
  await p.screen("start");
}
