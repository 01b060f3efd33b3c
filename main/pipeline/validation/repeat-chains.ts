import type { KeyTable } from "./key-table.ts";
import type { RepeatField } from "./repeat-fields.ts";
import { createRowSet, type RowSet } from "./row-set.ts";
import type { TextHashes } from "./text-hash.ts";

/** A row that was replaced by one which turned out to be replaced itself. */
export interface Moved {
  readonly index: number;
  readonly row: number;
  /** What replaces it after all; null where nothing does, so that it is kept. */
  readonly by: { readonly row: number; readonly field: RepeatField } | null;
}

interface ChainField {
  readonly field: RepeatField;
  readonly table: KeyTable;
  /** Its place among all fields that are compared. */
  readonly at: number;
}

/** Chains of rows where each shares something else with the next: `K1, a`; `K1, b`; `K2, b`. */
export interface Chains {
  /** A row with its keys; those of fields without a place are none. */
  note(
    index: number,
    row: number,
    hashes: TextHashes,
    from: number,
    places: readonly number[],
  ): void;
  noteError(index: number): void;
  replaced(index: number, by: number): void;
  /** Once, when all rows were seen. */
  settle(): readonly Moved[];
}

const FIRST_ROWS = 1024;
const NONE: readonly Moved[] = [];
/** Added to the positions of rows that are kept, from the last one on. */
const KEPT = 2 ** 31;

/**
 * With "keep-last" a row is left out for the sake of a later one that is sent: looked at from the
 * list's end, a row is kept where no later row that is kept shares anything with it. Which that is
 * shows only at the end where rows are compared by several fields. It takes 12 bytes a row and 8
 * for each field.
 * @param dropped the rows that a later one has replaced so far
 */
export function createChains(fields: readonly ChainField[], dropped: RowSet): Chains {
  const width = fields.length * 2;
  const errors = createRowSet();
  let keys = new Uint32Array(FIRST_ROWS * width);
  let numbers = new Uint32Array(FIRST_ROWS);
  /** By row: one more than the position of the row that replaced it. */
  let replacedBy = new Uint32Array(FIRST_ROWS);
  const replacing = createRowSet();
  let isChained = false;
  let end = 0;

  function grow(rows: number): void {
    const larger = (old: Uint32Array<ArrayBuffer>, length: number) => {
      const made = new Uint32Array(length);
      made.set(old);
      return made;
    };
    keys = larger(keys, rows * width);
    numbers = larger(numbers, rows);
    replacedBy = larger(replacedBy, rows);
  }

  return {
    note(index, row, hashes, from, places) {
      if (index >= numbers.length) grow(Math.max(numbers.length * 2, index + 1));
      numbers[index] = row;
      end = index + 1;
      for (const [slot, { at }] of fields.entries()) {
        if ((places[at] as number) < 0) continue;
        keys[index * width + slot * 2] = hashes[from + at * 2] as number;
        keys[index * width + slot * 2 + 1] = hashes[from + at * 2 + 1] as number;
      }
    },
    noteError: (index) => errors.add(index),
    replaced(index, by) {
      isChained ||= replacing.has(index);
      replacing.add(by);
      replacedBy[index] = by + 1;
    },
    settle() {
      if (!isChained) return NONE;
      const moved: Moved[] = [];
      const kept = createRowSet();
      for (let index = end - 1; index >= 0; index -= 1) {
        const by = keptSharer(index);
        if (by === null && !errors.has(index)) {
          kept.add(index);
          keep(index);
        }
        const isRight = by !== null && kept.has((replacedBy[index] as number) - 1);
        if (dropped.has(index) && !isRight) {
          moved.push({ index, row: numbers[index] as number, by });
        }
      }
      return moved;
    },
  };

  function keptSharer(index: number): Moved["by"] {
    for (const [slot, { field, table }] of fields.entries()) {
      const key = index * width + slot * 2;
      if (keys[key + 1] === 0) continue;
      const holder = table.indexAt(table.placeOf(keys, key));
      if (holder >= KEPT) return { row: numbers[holder - KEPT] as number, field };
    }
    return null;
  }

  function keep(index: number): void {
    for (const [slot, { table }] of fields.entries()) {
      const key = index * width + slot * 2;
      if (keys[key + 1] !== 0) table.put(table.placeOf(keys, key), keys, key, KEPT + index);
    }
  }
}
