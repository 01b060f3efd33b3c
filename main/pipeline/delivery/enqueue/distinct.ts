const START_SLOTS = 1024;
/** Above this share of taken slots the table doubles. */
const MAX_LOAD = 0.5;

/** Tells whether keys repeat, by 64 bits of their keyed hashes: some 16 to 32 bytes a key. */
export interface Distinct {
  /** The hashes of one row's keys (8 bytes at least each); a row without any is not distinct. */
  add(hashes: readonly Uint8Array[]): void;
  verdict(): boolean;
}

export function createDistinct(): Distinct {
  let slots = new BigUint64Array(START_SLOTS);
  let taken = 0;
  let distinct = true;

  /** @returns whether the key was new */
  function insert(table: BigUint64Array, key: bigint): boolean {
    const mask = BigInt(table.length - 1);
    let index = Number(key & mask);
    while (table[index] !== 0n) {
      if (table[index] === key) return false;
      index = (index + 1) & (table.length - 1);
    }
    table[index] = key;
    return true;
  }

  function grow(): void {
    const larger = new BigUint64Array(slots.length * 2);
    for (const key of slots) if (key !== 0n) insert(larger, key);
    slots = larger;
  }

  return {
    add(hashes) {
      if (hashes.length === 0) distinct = false;
      for (const hash of hashes) {
        if (!distinct) return;
        const key = new DataView(hash.buffer, hash.byteOffset).getBigUint64(0) || 1n;
        distinct = insert(slots, key);
        taken += 1;
        if (taken > slots.length * MAX_LOAD) grow();
      }
    },
    verdict: () => distinct,
  };
}
