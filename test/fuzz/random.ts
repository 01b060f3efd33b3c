/** Random numbers that a seed and a place determine (mulberry32). */
export interface Random {
  /** From 0 to `below`, without it. */
  int(below: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
}

export function createRandom(seed: number, place: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b)) >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    chance: (share) => next() < share,
    pick<T>(from: readonly T[]): T {
      return from[int(from.length)] as T;
    },
  };
}
