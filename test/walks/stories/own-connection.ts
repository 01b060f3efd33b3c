import { POINTS } from "../../helpers/practice.ts";
import { addConnection, goOn, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** After the sample, the shop's own account: nothing goes to Practice from then on. */
export async function ownConnection(p: Person): Promise<void> {
  const platform = await p.platform();
  await p.click("Try it with a sample list");
  await p.at(/\/file$/);
  for (const step of ["columns", "options", "review"] as const) await goOn(p, step);
  await send(p);
  await addConnection(p, platform, POINTS);
  await p.screen("tested");
  await p.openScreen("Connections");
  await p.screen("connections");
  await p.openScreen("Import");
  await p.screen("start");
  await goTo(p, "members.xlsx", "review", true);
  await send(p);
  await p.screen("result");
  if (platform.customers().length !== 60) throw new Error("The list went elsewhere.");
}
