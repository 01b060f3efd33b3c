import { expect, test } from "vitest";
import { createPaceMeter } from "../../preload/pace-meter.ts";
import { seeded } from "../bench/fleet/random.ts";

interface Way {
  readonly batches: number;
  readonly parallel: number;
  /** Milliseconds of an answer, and by which part of that it varies. */
  readonly ms: number;
  readonly noise: number;
  /** Milliseconds of standing still after a third of the way. */
  readonly pause: number;
  /** Every eighth answer takes so many times as long. */
  readonly slow?: number;
  /** Rows of each batch; 500 unless told. */
  readonly rows?: (batch: number) => number;
  /** After each of its batches so many of other lists go, of which nothing is told here. */
  readonly others?: number;
}

const ROWS = 500;

/** How far the told length of the whole way is from the true one, at worst, after a tenth of it. */
function worst(way: Way, seed: number): number {
  const { batches, parallel, ms, noise, pause, slow = 1, rows = () => ROWS, others = 0 } = way;
  const random = seeded(seed);
  const ends: { readonly end: number; readonly rows: number }[] = [];
  const free = Array.from({ length: parallel }, () => 0);
  for (let request = 0; request < batches * (1 + others); request += 1) {
    free.sort((a, b) => a - b);
    const usual = request % 8 === 3 ? slow * ms : ms;
    const end = (free[0] ?? 0) + usual * (1 + noise * (2 * random() - 1));
    free[0] = end;
    if (request % (1 + others) === 0) ends.push({ end, rows: rows(request / (1 + others)) });
  }
  ends.sort((a, b) => a.end - b.end);
  const whole = ends.at(-1)?.end ?? 0;
  const total = ends.reduce((sum, each) => sum + each.rows, 0);
  const meter = createPaceMeter();
  meter.tell(0, 0, true);
  let stood = 0;
  let most = 0;
  let done = 0;
  for (const [at, each] of ends.entries()) {
    const { end } = each;
    done += each.rows;
    meter.tell(end + stood, done, true);
    if (at === Math.floor(batches / 3)) {
      meter.tell(end + stood, done, false);
      stood += pause;
      meter.tell(end + stood, done, true);
    }
    if (done < total / 10) continue;
    const pace = meter.perSecond();
    if (pace === null) continue;
    const told = end + ((total - done) * 1000) / pace;
    most = Math.max(most, Math.abs(told - whole) / whole);
  }
  return most;
}

/** Of a list that the platform wants smaller: a first one that was tried whole, then halves. */
const halves = (batch: number) => (batch === 0 ? ROWS : ROWS / 2);
/** As lists with long and short values make them. */
const uneven = (batch: number) => 150 + ((batch * 7919) % 350);
const lastShort = (batch: number) => (batch === 399 ? 3 : ROWS);

const WAYS: readonly (readonly [string, Way])[] = [
  ["one after the other", { batches: 200, parallel: 1, ms: 800, noise: 0.5, pause: 0 }],
  ["four at once", { batches: 200, parallel: 4, ms: 800, noise: 0.5, pause: 0 }],
  ["four at once, together", { batches: 200, parallel: 4, ms: 800, noise: 0.02, pause: 0 }],
  ["with a pause of an hour", { batches: 200, parallel: 4, ms: 800, noise: 0.5, pause: 3_600_000 }],
  ["fast answers", { batches: 2000, parallel: 4, ms: 50, noise: 0.8, pause: 60_000 }],
  ["uneven, one at once", { batches: 400, parallel: 1, ms: 400, noise: 0.5, pause: 0, slow: 5 }],
  ["uneven, four at once", { batches: 400, parallel: 4, ms: 400, noise: 0.5, pause: 0, slow: 5 }],
  ...[1, 4].flatMap((parallel): (readonly [string, Way])[] => {
    const usual = { batches: 400, parallel, ms: 600, noise: 0.5, pause: 0 };
    return [
      [`a short last batch, ${parallel} at once`, { ...usual, rows: lastShort }],
      [`batches of all sizes, ${parallel} at once`, { ...usual, rows: uneven }],
      [`divided batches, ${parallel} at once`, { ...usual, rows: halves }],
      [`other lists between, ${parallel} at once`, { ...usual, others: 2 }],
    ];
  }),
  ["slow ones", { batches: 200, parallel: 2, ms: 10_000, noise: 0.5, pause: 0 }],
];

test.each(WAYS)("the time left is told within a fifth after a tenth of the way (%s)", (_, way) => {
  const found = Array.from({ length: 20 }, (_, seed) => worst(way, seed + 1));
  expect(Math.max(...found)).toBeLessThan(0.2);
});

test("a platform that becomes slower shows after as long a time again at most", () => {
  const meter = createPaceMeter();
  let now = 0;
  let rows = 0;
  meter.tell(now, rows, true);
  const answer = (ms: number) => {
    now += ms;
    rows += ROWS;
    meter.tell(now, rows, true);
  };
  for (let at = 0; at < 100; at += 1) answer(500);
  expect(meter.perSecond()).toBeCloseTo(1000, 0);
  for (let at = 0; at < 30; at += 1) answer(2000);
  expect(meter.perSecond()).toBeLessThan(300);
});

test("nothing is told before two answers a second apart, and what was there before counts for none", () => {
  const meter = createPaceMeter();
  meter.tell(0, 50_000, true);
  expect(meter.perSecond()).toBeNull();
  meter.tell(900, 50_500, true);
  expect(meter.perSecond()).toBeNull();
  meter.tell(2900, 51_500, true);
  expect(meter.perSecond()).toBe(500);
});

test("rows that go once more do not spoil what was measured", () => {
  const meter = createPaceMeter();
  for (let at = 0; at <= 20; at += 1) meter.tell(at * 1000, at * 100, true);
  meter.tell(20_500, 1500, true);
  for (let at = 21; at <= 30; at += 1) meter.tell(at * 1000, 1500 + (at - 20) * 100, true);
  expect(meter.perSecond()).toBeCloseTo(100, 0);
});
