import { setTimeout as pause } from "node:timers/promises";
import { samplePath } from "../../../main/features/importing/files/sample.ts";
import { nodeFork } from "../../../main/hosts/node/node-fork.ts";
import { createLooker } from "../../../main/pipeline/looks/looker.ts";

/** Milliseconds in which the process starts and looks at the sample, as while the start page is open. */
const MEANWHILE = 1500;

/**
 * The first look at a list as the window takes it: by the process that waits for one. Prints how long
 * the window waits, and how long for a second look.
 */
const [path = ""] = process.argv.slice(2);
const looker = createLooker(nodeFork);
looker.warm(samplePath());
await pause(MEANWHILE);
const begin = performance.now();
await looker.look("first", path, {});
const second = performance.now();
await looker.look("first", path, {});
const end = performance.now();
process.stdout.write(
  JSON.stringify({
    ms: second - begin,
    again: end - second,
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
process.exit(0);
