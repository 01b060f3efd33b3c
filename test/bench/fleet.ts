/**
 * Five hundred stations with twenty batches each, after an outage of two hours, on a clock that
 * nobody waits for, over the sender's own policy: how long until everything is through, how busy
 * the busiest second is, how often the stations try while all is down.
 */
import type { Limiter, Outage } from "./fleet/platform.ts";
import { type FleetFigures, simulateFleet } from "./fleet/simulate.ts";

const SEEDS = [101, 102, 103];
const OUTAGES: readonly Outage[] = ["refused", "reset", "503", "503 with Retry-After", "network"];
const LIMITERS: readonly Limiter[] = ["bucket", "window"];

const worst = (runs: readonly FleetFigures[], part: (run: FleetFigures) => number) =>
  Math.max(...runs.map(part));

console.log(
  `## Fleet: 500 stations × 20 batches, two hours of outage (worst of ${SEEDS.length})\n`,
);
console.log(
  "| limit | at once | counted | outage | drained ÷ optimum | busiest second ÷ limit | busiest 10 s ÷ limit | tries a minute | questions |",
);
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
const CASES = [50, 10].flatMap((limit) => [1, 4].map((parallel) => ({ limit, parallel })));
for (const { limit, parallel } of CASES) {
  for (const limiter of LIMITERS) {
    for (const outage of OUTAGES) {
      const runs = SEEDS.map((seed) => simulateFleet({ outage, limiter, limit, parallel }, seed));
      const cells = [
        `${limit}/s`,
        parallel,
        limiter === "bucket" ? "token bucket" : "minute's window",
        outage,
        worst(runs, ({ drained }) => drained).toFixed(2),
        worst(runs, ({ busiest }) => busiest).toFixed(2),
        worst(runs, ({ busiestTen }) => busiestTen).toFixed(2),
        worst(runs, ({ triesAMinute }) => triesAMinute),
        worst(runs, ({ questions }) => questions),
      ];
      console.log(`| ${cells.join(" | ")} |`);
      if (runs.some(({ left }) => left > 0)) process.exitCode = 1;
    }
  }
}
