/** Milliseconds: only answers of this time back from now tell how fast it is now. */
const WINDOW_MS = 20_000;
/** Milliseconds: two answers that are nearer to each other than this tell no speed. */
const SHORTEST_MS = 500;

export interface PaceSample {
  /** Milliseconds. */
  readonly at: number;
  /** Rows that were answered for until then. */
  readonly rows: number;
}

/** The samples with the newest one added and those that are too old left out. */
export function withSample(
  samples: readonly PaceSample[],
  newest: PaceSample,
): readonly PaceSample[] {
  return [...samples.filter(({ at }) => newest.at - at < WINDOW_MS), newest];
}

/**
 * Rows a second from the first sample to the last; "unknown" where none have come, and "too soon"
 * where the two stand too near to tell: what was known before holds on.
 */
export function paceOf(samples: readonly PaceSample[]): number | "unknown" | "too-soon" {
  const [oldest] = samples;
  const newest = samples.at(-1);
  if (oldest === undefined || newest === undefined) return "too-soon";
  const took = newest.at - oldest.at;
  if (took < SHORTEST_MS) return "too-soon";
  const rows = newest.rows - oldest.rows;
  return rows > 0 ? (rows * 1000) / took : "unknown";
}
