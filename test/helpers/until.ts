import { vi } from "vitest";

const LIMIT_MS = 20_000;

/** Looks again and again until it does not fail any more; gives what was found. */
export function until<T>(look: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(look, { timeout: LIMIT_MS, interval: 25 });
}
