import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterFlight,
  afterFlightTrouble,
  FIRST_FLIGHTS,
  type Flights,
} from "../../../../main/pipeline/delivery/line/flights.ts";
import { seeded } from "../../../bench/fleet/random.ts";

/** Milliseconds of an answer while so many are on their way. */
type Server = (onTheirWay: number) => number;

const PARALLEL: Server = () => 200;
/** One request after the other. */
const SERIAL: Server = (onTheirWay) => 200 * onTheirWay;
/** Two workers, and less done the more of them wait. */
const TWO_WORKERS: Server = (count) => (count <= 2 ? 200 : 100 * count * 1.2);

/** A little slower for each that is on its way, and more rows a second all the same. */
const BUSY: Server = (count) => 200 * (1 + 0.15 * (count - 1));

interface Played {
  /** Answers a second. */
  readonly rate: number;
  /** How many were on their way, on the whole. */
  readonly mean: number;
  readonly last: Flights;
}

/** Sends so many requests; how many at once is found out, or fixed. */
function play(server: Server, answers: number, noise: number, fixed: number | null): Played {
  const random = seeded(7);
  let flights = FIRST_FLIGHTS;
  let now = 0;
  let area = 0;
  let done = 0;
  let open: { readonly end: number; readonly ms: number; readonly onTheirWay: number }[] = [];
  while (done < answers) {
    while (open.length < (fixed ?? flights.allowed)) {
      const onTheirWay = open.length + 1;
      const ms = server(onTheirWay) * (1 + noise * (random() - 0.5));
      open.push({ end: now + ms, ms, onTheirWay });
    }
    open = open.toSorted((a, b) => a.end - b.end);
    const first = open.shift();
    if (first === undefined) break;
    area += (first.end - now) * (open.length + 1);
    now = first.end;
    done += 1;
    flights = afterFlight(flights, first, 4);
  }
  return { rate: (done * 1000) / now, mean: area / now, last: flights };
}

test.each([0, 0.4, 0.8])(
  "as many go at once as the connection allows where that is faster (noise %d)",
  (noise) => {
    const found = play(PARALLEL, 200, noise, null);
    expect(found.rate / play(PARALLEL, 200, noise, 4).rate).toBeGreaterThan(0.9);
  },
);

test.each([0, 0.4])("where fewer are slower after all, as many go again (noise %d)", (noise) => {
  const found = play(BUSY, 200, noise, null);
  expect(found.rate / play(BUSY, 200, noise, 4).rate).toBeGreaterThan(0.9);
  expect(found.last.allowed).toBe(4);
});

test("the first answer tells that more may go, and all that may go then do", () => {
  const first = afterFlight(FIRST_FLIGHTS, { ms: 200, onTheirWay: 1 }, 3);
  expect([FIRST_FLIGHTS.allowed, first.allowed]).toEqual([1, 3]);
});

test.each([0, 0.4])(
  "a platform that does one after the other is not asked four at once (noise %d)",
  (noise) => {
    const found = play(SERIAL, 300, noise, null);
    expect(found.mean).toBeLessThan(2.2);
  },
);

test("where more at once is slower, fewer go", () => {
  const found = play(TWO_WORKERS, 300, 0.2, null);
  expect(found.rate / play(TWO_WORKERS, 300, 0.2, 2).rate).toBeGreaterThan(0.85);
  expect(found.mean).toBeLessThan(3);
});

test("a platform that has too much to do gets half as much at once for a long time", () => {
  const full = play(PARALLEL, 20, 0, null).last;
  expect(full.allowed).toBe(4);
  let flights = afterFlightTrouble(full, true);
  expect(flights.allowed).toBe(1);
  for (let answer = 0; answer < 45; answer += 1) {
    flights = afterFlight(flights, { ms: 200, onTheirWay: flights.allowed }, 4);
    expect(flights.allowed).toBeLessThanOrEqual(2);
  }
  for (let answer = 0; answer < 200; answer += 1) {
    flights = afterFlight(flights, { ms: 200, onTheirWay: flights.allowed }, 4);
  }
  expect(flights.allowed).toBe(4);
});

test("a line that broke off begins with one at a time and may have all again", () => {
  const flights = afterFlightTrouble(play(PARALLEL, 20, 0, null).last, false);
  expect(flights).toMatchObject({ allowed: 1, most: 4 });
});

test("whatever happens, at least one and never more than allowed go at once", () => {
  const event = fc.oneof(
    fc.record({
      ms: fc.double({ min: 0, max: 1e6, noNaN: true }),
      onTheirWay: fc.integer({ min: 1, max: 4 }),
    }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 300 }),
      fc.integer({ min: 1, max: 4 }),
      (events, parallel) => {
        let flights = FIRST_FLIGHTS;
        for (const each of events) {
          flights =
            typeof each === "boolean"
              ? afterFlightTrouble(flights, each)
              : afterFlight(flights, each, parallel);
          expect(flights.allowed).toBeGreaterThanOrEqual(1);
          expect(flights.allowed).toBeLessThanOrEqual(parallel);
        }
      },
    ),
  );
});
