const BASE_MS = 1000;
/** The longest wait of our own choice. */
export const CAP_MS = 5 * 60 * 1000;
/** Full jitter may draw nearly nothing; this keeps a failing line from being asked in a loop. */
const FLOOR_MS = 100;
/** A server that asks for more is asked again after a day all the same. */
export const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * When to try again after the `failures`-th failure (from 1): exponential with full jitter and a
 * cap, and never before the time that the server asked for.
 * @param retryAfterMs what Retry-After says, from now
 * @param random in [0, 1)
 */
export function nextTryAt(
  now: number,
  failures: number,
  retryAfterMs: number | null,
  random: () => number,
): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(failures - 1, 30));
  const wait = Math.max(FLOOR_MS, Math.floor(random() * ceiling));
  const asked = Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return now + Math.max(wait, asked);
}
