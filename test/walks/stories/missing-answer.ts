import { POINTS } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { addConnection, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** The answer got lost: nothing goes twice before a person has said so. */
export async function missingAnswer(p: Person): Promise<void> {
  const platform = await p.platform({ faults: forBatches(faults.reset("after-applying")) });
  await addConnection(p, platform, POINTS);
  await goTo(p, "bonus.csv", "review");
  await send(p, /answer is missing/);
  await p.screen("result");
  await p.openScreen("Queue");
  await p.screen("queue");
  await p.click("Send them again");
  await p.dialog();
  await p.screen("twice");
  await p.press("Escape");
  await p.click("They arrived");
  await p.page.getByText("Nothing is waiting").waitFor();
  await p.screen("settled");
}
