import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../main/entries/start/root.ts";
import { patternFault } from "./helpers/pattern-fault.ts";
import { patternsIn } from "./helpers/patterns-in.ts";

/**
 * `npm run check:patterns`: every regular expression of the program takes time that grows with its
 * text and no faster. Lists, replies and backups come from others: a pattern that is slower lets a
 * cell of some kilobytes hold the program for minutes.
 */
const SOURCES = ["main", "preload", "renderer"].map((folder) => `${folder}/**/*.{ts,tsx}`);
const AT_ONCE = 4;
/** Made of texts that people search for: their tests judge what is made of some. */
const JUDGED_ELSEWHERE = [
  "main/features/importing/review/view/scan/letter-pattern.ts",
  "main/records/imports/arrivals/rows-with-values.ts",
];

const patterns = globSync(SOURCES, { cwd: ROOT })
  .flatMap((file) => patternsIn(file, readFileSync(join(ROOT, file), "utf8")))
  .filter(
    ({ place, source }) =>
      source !== null || !JUDGED_ELSEWHERE.some((file) => place.startsWith(file)),
  );
const waiting = [...patterns];
let faults = 0;

async function judge(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { place, source, flags } = next;
    const fault =
      source === null
        ? "is put together of what is known only while the program runs"
        : await patternFault(source, flags);
    if (fault === null) continue;
    faults += 1;
    process.stderr.write(`${place}: /${source ?? "..."}/${flags} ${fault}\n`);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, judge));
process.stdout.write(`${patterns.length} patterns, ${faults} of them not linear\n`);
// The tool keeps a process of its own, which would hold this one open.
process.exit(faults === 0 ? 0 : 1);
