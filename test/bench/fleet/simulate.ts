import { createAgenda } from "./agenda.ts";
import { createPlatform, type Limiter, type Outage } from "./platform.ts";
import { seeded } from "./random.ts";
import { createStation, type Station } from "./station.ts";

export const STATIONS = 500;
export const BATCHES = 20;
const OUTAGE_MS = 2 * 60 * 60 * 1000;
/** Lists are queued within so long, while the platform is down. */
const BEGIN_MS = 60 * 60 * 1000;
/** After so long a station has settled to its rhythm. */
const SETTLED_MS = 5 * 60 * 1000;
/** A request that is answered takes so long, and half as long again at most. */
const LATENCY_MS = 200;
const LATENCY_SPREAD_MS = 200;
const LONGEST_MS = 6 * 60 * 60 * 1000;

export interface FleetCase {
  readonly outage: Outage;
  readonly limiter: Limiter;
  readonly limit: number;
  /** Batches of a station on their way at once, at most. */
  readonly parallel: number;
}

export interface FleetFigures {
  /** Until the last batch was through, as a part of the time that the limit makes it take. */
  readonly drained: number;
  /** Requests of the busiest second after the return, and mean of the busiest ten, by the limit. */
  readonly busiest: number;
  readonly busiestTen: number;
  /** Tries of a station in any minute of the outage, once it has settled. */
  readonly triesAMinute: number;
  readonly questions: number;
  /** Batches that never got through. */
  readonly left: number;
}

/** A chain of stores behind one platform, over the real policy and a clock that nobody waits for. */
export function simulateFleet(about: FleetCase, seed: number): FleetFigures {
  const random = seeded(seed);
  const agenda = createAgenda();
  const answer = createPlatform({ ...about, backAt: OUTAGE_MS });
  const seconds = new Map<number, number>();
  let through = 0;
  let lastAt = OUTAGE_MS;
  let triesAMinute = 0;

  const stations = Array.from({ length: STATIONS }, () => {
    const station = createStation(BATCHES, random, about.parallel);
    const beginAt = random() * BEGIN_MS;
    let wakes = 0;
    let minute = { from: 0, tries: 0 };

    function countTry(now: number): void {
      if (now < beginAt + SETTLED_MS) return;
      if (now - minute.from >= 60_000) minute = { from: now, tries: 0 };
      minute.tries += 1;
      triesAMinute = Math.max(triesAMinute, minute.tries);
    }

    function turn(now: number): void {
      const next = station.next(now);
      if (next.kind === "none") return;
      if (next.kind === "wait") {
        wakes += 1;
        const mine = wakes;
        agenda.add(next.until, (at) => mine === wakes && turn(at));
        return;
      }
      const isDown = now < OUTAGE_MS;
      if (isDown) countTry(now);
      else count(seconds, Math.floor(now / 1000));
      const result = answer(now);
      const takes = result.kind === "not-sent" ? 10 : LATENCY_MS + random() * LATENCY_SPREAD_MS;
      agenda.add(now + takes, (at) => {
        if (result.kind === "accepted") {
          through += 1;
          lastAt = at;
        }
        station.ended(next.batch, result, at);
        turn(at);
      });
      turn(now);
    }

    agenda.add(beginAt, turn);
    return { station, turn };
  });
  if (about.outage === "network") {
    agenda.add(OUTAGE_MS, (now) => {
      for (const { station, turn } of stations) comeBack(station, turn, now);
    });
  }
  agenda.run(LONGEST_MS);

  const total = STATIONS * BATCHES;
  return {
    drained: (lastAt - OUTAGE_MS) / ((total / about.limit) * 1000),
    busiest: Math.max(...seconds.values()) / about.limit,
    busiestTen: busiestOf(seconds, 10) / about.limit,
    triesAMinute,
    questions: stations.reduce((sum, { station }) => sum + station.questions(), 0),
    left: total - through,
  };
}

/** One that is in the middle of a try hears of it after that. */
function comeBack(station: Station, turn: (now: number) => void, now: number): void {
  station.networkBack(now);
  turn(now);
}

function count(seconds: Map<number, number>, second: number): void {
  seconds.set(second, (seconds.get(second) ?? 0) + 1);
}

/** Requests a second, over so many seconds in a row. */
function busiestOf(seconds: ReadonlyMap<number, number>, length: number): number {
  let most = 0;
  for (const from of seconds.keys()) {
    let sum = 0;
    for (let at = from; at < from + length; at += 1) sum += seconds.get(at) ?? 0;
    most = Math.max(most, sum / length);
  }
  return most;
}
