/** A computer that does not fall asleep after all goes on by itself. */
const LONGEST_MS = 30_000;

/**
 * While the computer falls asleep no request is begun: it would be cut, and nobody would know
 * whether it has arrived.
 */
export interface Sleep {
  fallAsleep(): void;
  wakeUp(): void;
  isAsleep(): boolean;
}

export function createSleep(now: () => number): Sleep {
  let until = 0;
  return {
    fallAsleep() {
      until = now() + LONGEST_MS;
    },
    wakeUp() {
      until = 0;
    },
    isAsleep: () => now() < until,
  };
}
