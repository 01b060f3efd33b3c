/** Milliseconds: answers nearer to each other count as one, as several on their way come together. */
const TOGETHER_MS = 250;
/** Only answers of the last milliseconds tell how fast it is now, or of the latter half of all that were. */
const WINDOW_MS = 30_000;
/** Fewer answers than this tell nothing steady: older ones count as well. */
const FEWEST = 24;
/** Milliseconds that the first answers are counted for before anything is told. */
const SHORTEST_MS = 1_000;
/** Kept answers; of more every second one is forgotten. */
const MOST_KEPT = 400;

interface Answer {
  /** Milliseconds of sending until then, pauses left out. */
  readonly at: number;
  readonly rows: number;
}

export interface PaceMeter {
  /**
   * @param now milliseconds of any clock
   * @param rows answered for until now
   * @param moving whether rows go out, or wait for something else than the platform's answer
   */
  tell(now: number, rows: number, moving: boolean): void;
  /** Rows a second; null until it can be told. */
  perSecond(): number | null;
}

/**
 * Measures how fast rows are answered for. What was there when it began came at a moment that nobody
 * knows, and counts from the first answer on.
 */
export function createPaceMeter(): PaceMeter {
  let answers: readonly Answer[] = [];
  let last: { readonly now: number; readonly rows: number; readonly moving: boolean } | null = null;
  let moved = 0;

  function add(rows: number): void {
    const newest = answers.at(-1);
    if (newest !== undefined && moved - newest.at < TOGETHER_MS) {
      answers = [...answers.slice(0, -1), { at: newest.at, rows }];
      return;
    }
    answers = [...answers, { at: moved, rows }];
    if (answers.length > MOST_KEPT) answers = answers.filter((_, at) => at % 2 === 0);
  }

  return {
    tell(now, rows, moving) {
      if (last?.moving === true) moved += Math.max(0, now - last.now);
      // Rows that go once more are no answers: what was measured before them holds.
      const back = last === null ? 0 : Math.max(0, last.rows - rows);
      if (back > 0) answers = answers.map((each) => ({ ...each, rows: each.rows - back }));
      if (last === null ? moving && rows === 0 : rows > last.rows) add(rows);
      last = { now, rows, moving };
    },
    perSecond: () => paceOf(answers),
  };
}

function paceOf(answers: readonly Answer[]): number | null {
  const newest = answers.at(-1);
  if (newest === undefined) return null;
  const since = Math.min(newest.at - WINDOW_MS, newest.at / 2);
  const from = answers.findIndex(({ at }) => at >= since);
  const oldest = answers[Math.max(0, Math.min(from, answers.length - FEWEST))];
  if (oldest === undefined || newest.at - oldest.at < SHORTEST_MS) return null;
  return ((newest.rows - oldest.rows) * 1000) / (newest.at - oldest.at);
}
