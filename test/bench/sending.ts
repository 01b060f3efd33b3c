/**
 * Sending to a platform that takes its time, beside a bare loop that posts the same ready-made bodies
 * with as many on their way: what the queue's durability, the choice of the next batch and its
 * making cost where answers take 50, 200 and 800 ms. Durability included: a new data folder on the
 * disk, synchronous=FULL. `--quick` is one round of short lists, `--delay 50` one of the answer times.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import { median } from "./measured.ts";
import { startServer } from "./sending/server.ts";
import { type SideBySide, sideBySide } from "./sending/side-by-side.ts";

const { values: asked } = parseArgs({
  options: { quick: { type: "boolean", default: false }, delay: { type: "string" } },
});
const { quick } = asked;
const ROWS = 500;
/** Batches of a round for each one that may be on its way: a list of some size. */
const BATCHES = quick ? 8 : 25;
const ROUNDS: Readonly<Record<number, number>> = quick
  ? { 50: 1, 200: 1 }
  : { 50: 5, 200: 3, 800: 3 };

const table = [];
for (const [delay, count] of Object.entries(ROUNDS)) {
  if (asked.delay !== undefined && delay !== asked.delay) continue;
  const server = await startServer("instant-process.ts", delay);
  for (const parallel of [1, 4]) {
    const rounds: SideBySide[] = [];
    const list = { batches: BATCHES * parallel, batchRows: ROWS, parallel };
    for (let at = 0; at < count; at += 1) rounds.push(await sideBySide(server.url, list));
    const rate = (of: "bare" | "sent") =>
      Math.round((BATCHES * parallel * ROWS * 1000) / median(rounds.map((each) => each[of])));
    table.push({
      "answer ms": Number(delay),
      "at once": parallel,
      "bare rows a second": rate("bare"),
      "sender rows a second": rate("sent"),
      "ratio (median of pairs)": median(rounds.map(({ bare, sent }) => bare / sent)).toFixed(2),
    });
  }
  server.child.stdin?.end();
  await once(server.child, "exit");
}
console.table(table);
