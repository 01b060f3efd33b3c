import { expect, test } from "vitest";
import type { Limiter, Outage } from "../../bench/fleet/platform.ts";
import { simulateFleet } from "../../bench/fleet/simulate.ts";

const SEED = 101;
/** The end of the outage is told: by Retry-After, or by the network that is back. */
const ANNOUNCED: ReadonlySet<Outage> = new Set(["503 with Retry-After", "network"]);
const CASES = (["refused", "reset", "503", "503 with Retry-After", "network"] as const).flatMap(
  (outage) =>
    (["bucket", "window"] as const).map((limiter): [Outage, Limiter] => [outage, limiter]),
);

test.each(CASES.flatMap((each) => [1, 4].map((parallel) => [...each, parallel] as const)))(
  "500 stores are through in time after an outage (%s, %s, %i at once), and the platform takes what they do",
  (outage, limiter, parallel) => {
    const fleet = (limit: number) => simulateFleet({ outage, limiter, limit, parallel }, SEED);
    for (const limit of [50, 10]) {
      const { drained, busiest, triesAMinute, questions, left } = fleet(limit);
      expect({ left, questions }).toEqual({ left: 0, questions: 0 });
      expect(triesAMinute).toBeLessThanOrEqual(1);
      // Why a slow platform has busier seconds: docs/decisions/0011-way-out-of-an-outage.md.
      expect(drained).toBeLessThanOrEqual(ANNOUNCED.has(outage) || limit === 10 ? 1.25 : 1.5);
      expect(busiest).toBeLessThanOrEqual(limit === 50 ? 2 : limiter === "bucket" ? 3.6 : 5);
    }
  },
);
