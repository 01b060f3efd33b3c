import { join } from "node:path";
import type { Entry } from "../../main/common/host/entries.ts";
import * as source from "../../main/common/host/entries.ts";
import { ROOT } from "../../main/entries/start/root.ts";

/**
 * What `main/common/host/entries.ts` is in a test's own process: the programs it starts are the
 * built ones, which `npm test` has just made of the same sources. They start in a quarter of the
 * time, as no types have to be taken out of some hundred files first.
 */
export { ENTRIES, preloadPath, rendererDir } from "../../main/common/host/entries.ts";
export type { Entry };

export function entryPath(entry: Entry): string {
  return source.entryPath(entry, join(ROOT, "out", "main", "index.js"));
}
