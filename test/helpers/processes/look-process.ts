import { proposeMapping } from "../../../main/pipeline/mapping/propose.ts";
import { readFirst } from "../../../main/pipeline/sources/read-first.ts";
import { listRows } from "../../../main/pipeline/sources/rows.ts";

/**
 * Looks at the list that the argument names, proposes its mapping and reads all of it; prints how
 * each ended ("read" or the error's code), the milliseconds it took and the memory at its highest.
 */
const [path = ""] = process.argv.slice(2);
const start = performance.now();
const endOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : String(error);
const looked = await readFirst(path).then(({ columns, firstRows, headerRow }) => {
  const rows = firstRows.filter(({ row }) => row > headerRow).map(({ cells }) => cells);
  proposeMapping(columns, rows, []);
  return "read";
}, endOf);
const lookMs = performance.now() - start;
let read: unknown = "read";
try {
  // Nothing is kept: what the reader itself holds is measured.
  for await (const _ of listRows(path));
} catch (error) {
  read = endOf(error);
}
process.stdout.write(
  JSON.stringify({
    looked,
    read,
    lookMs: Math.round(lookMs),
    ms: Math.round(performance.now() - start),
    peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
