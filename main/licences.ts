import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Licence } from "../preload/types.ts";
import { rendererDir } from "./hosts/entries.ts";

/** The licences that the builds of the window and of the main process have written down. */
export function readLicences(): readonly Licence[] {
  const window = rendererDir();
  const files = [join(window, "licences.json"), join(window, "..", "main", "licences.json")];
  const found = new Map<string, Licence>();
  for (const file of files) {
    for (const one of JSON.parse(readFileSync(file, "utf8")) as readonly Licence[]) {
      found.set(`${one.name} ${one.version}`, one);
    }
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
