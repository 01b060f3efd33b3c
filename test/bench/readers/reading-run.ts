import { openSource } from "../../../main/pipeline/sources/open.ts";
import { readFirst } from "../../../main/pipeline/sources/read-first.ts";

/**
 * One reading of a list, or one first look at it ("look"), which then comes once more, as in a
 * process that waits for lists; prints time after start-up and peak memory.
 */
const [path = "", what = "rows"] = process.argv.slice(2);
const begin = performance.now();
let rows = 0;
let again = 0;
if (what === "look") {
  rows = (await readFirst(path)).firstRows.length;
  const second = performance.now();
  await readFirst(path);
  again = performance.now() - second;
} else {
  const source = await openSource(path);
  for await (const chunk of source.rows(source.sheets[0]?.name ?? "")) rows += chunk.length;
  await source.close();
}
process.stdout.write(
  JSON.stringify({
    ms: performance.now() - begin - again,
    again,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    rows,
  }),
);
