import { POINTS } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { addConnection, goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** The platform refuses a row: it is corrected in the queue and goes again. */
export async function refusedRow(p: Person): Promise<void> {
  const error = "Customer 770000001: this e-mail address is blocked";
  const body = JSON.stringify({ status: "error", error });
  const refused = { kind: "reply", applied: false, reply: { status: 200, body } } as const;
  const platform = await p.platform({ faults: forBatches(refused) });
  await addConnection(p, platform, POINTS);
  await goTo(p, "short.csv", "review");
  await send(p, /accepted no/);
  await p.screen("result");
  await p.openScreen("Queue");
  await p.screen("queue");
  await p.click(p.page.getByRole("link", { name: "Correct the rows" }));
  await p.page.getByRole("grid").waitFor();
  await p.screen("correct");
  await p.page.getByRole("grid").focus();
  await p.press("ArrowDown");
  await p.press("ArrowRight", 3);
  await p.press("Enter");
  await p.type("new@example.org");
  await p.press("Enter");
  await p.press("ArrowUp");
  await p.screen("corrected");
  await p.click(/^Send \d rows again/);
  await p.page.getByText("Nothing is waiting").waitFor();
  await p.screen("sent-again");
  await p.openScreen("History");
  await p.click(p.page.getByRole("link", { name: "short.csv" }).first());
  await p.at(/history\/\d+/);
  await p.screen("import");
}
