import { addConnection, goOn, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** A campaign that has ended: marked, refused by the platform, another one chosen. */
export async function campaign(p: Person): Promise<void> {
  const platform = await p.platform();
  await addConnection(p, platform, null);
  await goTo(p, "bonus.csv", "options");
  const box = p.page.getByLabel("Add a campaign");
  await p.click(box);
  await p.page.getByRole("option").first().waitFor();
  await p.open("list");
  await p.fill(box, "9990000000000001");
  await p.press("Enter");
  await p.page.getByText("Not listed by the platform").waitFor();
  await p.screen("unknown");
  await goOn(p, "review");
  await p.screen("review");
  await send(p, /accepted no/);
  await p.screen("refused");
  await p.click("Choose another campaign");
  const dialog = await p.dialog();
  await p.click(dialog.getByRole("button", { name: /^Remove/ }));
  await p.fill(dialog.getByLabel("Add a campaign"), "points");
  await p.page.getByRole("option").first().waitFor();
  await p.press("Enter");
  await p.screen("another");
  await p.click("Use these campaigns");
  await dialog.waitFor({ state: "detached" });
  await p.screen("chosen");
  await p.click("Send again");
  await p.heading("All customers have arrived");
  await p.screen("arrived");
}
