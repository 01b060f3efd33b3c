import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, write } from "xlsx";
import { goTo, send } from "../acts.ts";
import type { Person } from "../person.ts";

/** No list yet: an empty one is saved, filled in by a spreadsheet program, and imported. */
export async function template(p: Person): Promise<void> {
  const saved = await p.save(() => p.click(/Save an empty one/));
  await p.screen("saved");
  fillIn(saved, join(p.folder, "filled.xlsx"));
  await goTo(p, "filled.xlsx", "review", true);
  await send(p);
  await p.screen("result");
}

function fillIn(from: string, to: string): void {
  const book = read(readFileSync(from));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("The list to fill in has no sheet.");
  const [head = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  const values = new Map([
    [/code/i, "T-1"],
    [/first/i, "Tess"],
    [/mail/i, "tess@example.org"],
  ]);
  const row = head.map((name) => [...values].find(([named]) => named.test(name))?.[1] ?? "");
  utils.sheet_add_aoa(sheet, [row], { origin: 1 });
  writeFileSync(to, write(book, { type: "buffer", bookType: "xlsx" }));
}
