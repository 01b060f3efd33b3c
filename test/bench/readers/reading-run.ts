import { openSource } from "../../../main/pipeline/sources/open.ts";

/** One reading of a list; prints its time after start-up and peak memory. */
const [path = ""] = process.argv.slice(2);
const begin = performance.now();
let rows = 0;
const source = await openSource(path);
for await (const chunk of source.rows(source.sheets[0]?.name ?? "")) rows += chunk.length;
await source.close();
process.stdout.write(
  JSON.stringify({
    ms: performance.now() - begin,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    rows,
  }),
);
