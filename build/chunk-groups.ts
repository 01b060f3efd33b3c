import { resolve } from "node:path";

/** What is asked of the bundler about a module. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/** What the reading thread needs once it has looked at its list. */
const CHECKED_LIST = "main/pipeline/staging/thread/checked-list.ts";
const OPEN_WORKBOOK = "main/pipeline/sources/opening/open-workbook.ts";
const OPEN_OLD = "main/pipeline/sources/opening/open-old.ts";
const OPEN_TEXT = "main/pipeline/sources/opening/open-text.ts";

/**
 * The files that modules go into, by where they are needed from the start: each file more costs
 * whoever loads it half a millisecond, to look it up and to link it, and a program of small files has
 * hundreds of links between them. A module goes into the first of these whose starting points all need
 * it; what none needs is split as the bundler does. Who starts while a person waits loads little: the
 * smaller ones come first.
 */
const FILES: readonly (readonly [name: string, from: readonly string[]])[] = [
  ["threads", ["main/entries/rows-thread.ts", CHECKED_LIST]],
  ["rows", ["main/entries/rows-thread.ts"]],
  ["thread", ["main/cli/read-ahead.ts", "main/entries/reader-thread.ts"]],
  ["checking", ["main/cli/read-ahead.ts", CHECKED_LIST]],
  ["ahead", ["main/cli/read-ahead.ts"]],
  ["looking", ["main/pipeline/looks/serve-looks.ts"]],
  // What checks a list is loaded after it was looked at: what both need stands apart.
  ["cells", [OPEN_WORKBOOK, CHECKED_LIST]],
  ["lines", [OPEN_TEXT, CHECKED_LIST]],
  ["reading", [CHECKED_LIST]],
  ["words", [OPEN_TEXT, "main/cli/commands/import.ts"]],
  ["opening", [OPEN_WORKBOOK, OPEN_OLD]],
  ["text", [OPEN_TEXT]],
  ["working", ["main/cli/commands/import.ts", "main/app/app.ts"]],
  ["queueing", ["main/cli/sending/queue-and-send.ts", "main/app/app.ts"]],
  ["sending", ["main/cli/sending/send-import.ts", "main/app/app.ts"]],
];

export function chunkGroups() {
  return FILES.map(([name, from], at) => {
    let reached: readonly ReadonlySet<string>[] | null = null;
    return {
      name(id: string, modules: Modules): string | null {
        reached ??= from.map((entry) => reachedFrom(resolve(entry), modules));
        return reached.every((all) => all.has(id)) ? name : null;
      },
      debugName: name,
      // Below what all processes read first (`FIRST` of electron.vite.config.ts).
      priority: 10 - at / FILES.length,
    };
  });
}

/** All that a module imports when it is loaded. Itself it stays apart: whoever loads the others would start it. */
function reachedFrom(entry: string, modules: Modules): ReadonlySet<string> {
  const all = new Set([entry]);
  for (const id of all) {
    for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) all.add(imported);
  }
  all.delete(entry);
  return all;
}
