import { POINTS } from "../../helpers/practice.ts";
import { faults } from "../../helpers/servers/faults.ts";
import { addConnection, goTo } from "../acts.ts";
import type { Person } from "../person.ts";

/** The line breaks in the middle, then the power goes off; everything arrives all the same. */
export async function badLine(p: Person): Promise<void> {
  let seen = 0;
  let isDown = false;
  const platform = await p.platform({
    faults({ type }) {
      if (type !== "customers_batch") return undefined;
      seen += 1;
      if (seen === 3) isDown = true;
      return isDown ? faults.reset("before-reading") : faults.delay(300);
    },
  });
  await addConnection(p, platform, POINTS);
  await goTo(p, "club.csv", "review");
  await p.click(/^Send [\d,]+ customers$/);
  await p.at(/sent/);
  await p.screen("sending");
  await p.openScreen("Queue");
  await p.screen("waiting");
  await p.restart();
  await p.openScreen("Queue");
  await p.screen("restarted");
  isDown = false;
  const now = p.button("Send now");
  const empty = p.page.getByText("Nothing is waiting");
  await now.or(empty).first().waitFor();
  if (await now.isVisible()) await p.click(now);
  const again = p.button("Send them again");
  await empty.or(again).first().waitFor({ timeout: 60_000 });
  if (await again.isVisible()) {
    await p.screen("uncertain");
    await p.click(again);
    const asked = p.page.getByRole("dialog");
    await empty.or(asked).first().waitFor({ timeout: 60_000 });
    if (await asked.isVisible()) await p.click(asked.getByRole("button").last());
  }
  await empty.waitFor({ timeout: 60_000 });
  await p.screen("done");
  await p.openScreen("History");
  await p.screen("history");
  if (platform.customers().length !== 4_000) throw new Error("Customers are missing.");
}
