import type { Person } from "../person.ts";

const HELP = ["Import", "Queue", "History", "Connections"];

/** Another language, the help of every screen, a word that is not known, the program itself. */
export async function settingsAndHelp(p: Person): Promise<void> {
  await p.openScreen("Settings");
  await p.screen("settings");
  await p.choose("Language", "Deutsch");
  await p.heading("Einstellungen");
  await p.choose("Sprache", "English");
  await p.heading("Settings");
  await p.press("F1");
  await p.dialog();
  await p.screen("help");
  await p.fill(p.page.getByRole("searchbox", { name: "Search the help" }), "undo");
  await p.screen("help-search");
  await p.press("Escape");
  for (const screen of HELP) {
    await p.openScreen(screen);
    await p.press("F1");
    await p.dialog();
    await p.open(`help-${screen.toLowerCase()}`);
    await p.press("Escape");
  }
  await p.openScreen("Import");
  await p.click(/What does “list” mean/);
  await p.dialog();
  await p.open("word");
  await p.press("Escape");
}
