import { MAX_VALUE_LENGTH, MAX_VALUES } from "../../../../preload/fields.ts";
import type { ColumnValues } from "../../../../preload/types.ts";

export interface ValueCounts {
  add(value: string): void;
  result(): ColumnValues;
}

/** Counts how often each value stands in a column; memory is bounded by `MAX_VALUES`. */
export function createValueCounts(limit = MAX_VALUES): ValueCounts {
  const counts = new Map<string, number>();
  let empty = 0;
  let others = 0;
  return {
    add(value) {
      if (value === "") {
        empty += 1;
        return;
      }
      const known = counts.get(value);
      if (known !== undefined) counts.set(value, known + 1);
      else if (counts.size < limit && value.length <= MAX_VALUE_LENGTH) counts.set(value, 1);
      else others += 1;
    },
    result: () => ({
      values: [...counts]
        .map(([value, rows]) => ({ value, rows }))
        // Values with equally many rows stay in the order of the list.
        .sort((a, b) => b.rows - a.rows),
      empty,
      others,
    }),
  };
}
