import type { PracticeServer } from "../../main/practice/server.ts";
import type { Person } from "./person.ts";

/** What every walk is made of. */

/** Adds a connection, tests it, and stays on its page. */
export async function addConnection(
  p: Person,
  { url, credentials }: PracticeServer,
  campaign: string | null,
): Promise<void> {
  await p.openScreen("Connections");
  await p.click("Add a connection");
  await p.heading("New connection");
  const box = (name: string) => p.page.getByRole("textbox", { name, exact: true });
  await p.fill(box("Name"), "Bakker & Zn. Utrecht");
  await p.fill(p.page.getByRole("textbox", { name: "Address of the API" }), url);
  await p.fill(p.page.getByRole("textbox", { name: "User id" }), credentials.userId);
  await p.fill(p.page.getByRole("textbox", { name: "Account id" }), credentials.accountId);
  await p.fill(p.page.getByLabel("API key", { exact: true }), credentials.apiKey);
  if (campaign !== null) {
    await p.fill(p.page.getByRole("combobox", { name: "Campaigns" }), campaign);
    await p.press("Enter");
  }
  await p.click("Save and test");
  // Where the system keeps no keys, a person says that it may be kept all the same.
  const works = p.page.getByText(/The connection works/).first();
  const weak = p.button("Keep it this way");
  await works.or(weak).first().waitFor();
  if (await weak.isVisible()) await p.click(weak);
  await works.waitFor();
}

/** Opens a list on the start page and goes to one of the steps behind it, looking at each. */
export async function goTo(
  p: Person,
  list: string,
  last: "file" | "columns" | "options" | "review",
  looks = false,
): Promise<void> {
  const start = p.page.getByRole("button", { name: "Choose a file" });
  if (!(await start.isVisible())) await p.openScreen("Import");
  await start.waitFor();
  await p.chooseFile(list);
  await p.at(/\/file$/);
  if (looks) await p.screen("file");
  for (const step of ["columns", "options", "review"] as const) {
    if (p.page.url().endsWith(`/${last}`)) return;
    await goOn(p, step);
    if (looks) await p.screen(step);
  }
}

export async function goOn(p: Person, step: "columns" | "options" | "review"): Promise<void> {
  await p.click("Continue");
  await p.at(new RegExp(`/${step}$`));
  if (step === "review") await p.page.getByRole("grid").waitFor();
}

/** Sends, answers what is asked, and waits for the end. */
export async function send(p: Person, end: RegExp | string = /have arrived|has arrived/) {
  await p.click(/^Send [\d,]+ customers?$/);
  const ended = p.page.getByRole("heading", { level: 1, name: end });
  const asked = p.page.getByRole("dialog");
  await ended.or(asked).first().waitFor();
  if (await asked.isVisible()) {
    await p.screen("asked");
    await p.click(asked.getByRole("button").last());
  }
  await p.heading(end);
}
