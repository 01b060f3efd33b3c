import { goOn, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** A list with a password: asked for, wrong once, never kept. */
export async function secretList(p: Person): Promise<void> {
  const question = p.page.getByRole("dialog", { name: "This list has a password" });
  const box = question.getByLabel("Password of the list", { exact: true });
  await p.chooseFile("secret.xlsx");
  await question.waitFor();
  await p.type("wrong");
  await p.press("Enter");
  await question.getByText("This password does not open the list.").waitFor();
  await p.screen("question");
  await p.fill(box, "sécret");
  await p.press("Enter");
  await p.at(/\/file$/);
  await p.screen("file");
  await goOn(p, "columns");
  await goOn(p, "options");
  await goOn(p, "review");
  await p.screen("review");
  await send(p);
}
