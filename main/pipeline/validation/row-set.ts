/** A set of list positions, one bit each. */
export interface RowSet {
  has(index: number): boolean;
  add(index: number): void;
}

export function createRowSet(): RowSet {
  let bits = new Uint8Array(1024);
  return {
    has: (index) => ((bits[index >> 3] ?? 0) & (1 << (index & 7))) !== 0,
    add(index) {
      const at = index >> 3;
      if (at >= bits.length) {
        const bigger = new Uint8Array(Math.max(bits.length * 2, at + 1));
        bigger.set(bits);
        bits = bigger;
      }
      bits[at] = (bits[at] ?? 0) | (1 << (index & 7));
    },
  };
}
