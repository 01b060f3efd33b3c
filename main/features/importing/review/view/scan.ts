import { CHUNK_ROWS } from "../../../../records/drafts/chunks.ts";
import { eachValue as eachStoredValue } from "../../../../records/imports/batches/packed-rows.ts";
import { readStored } from "../../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import { createBestRows } from "./best-rows.ts";
import { searchLetters } from "./search-letters.ts";
import { createSortKeys } from "./sort-keys.ts";
import type { Blocks, RowOrder, ScanName, Scans, ScanTask } from "./thread-messages.ts";

/** One look at all rows of a list, block by block. */
export interface Scan {
  /** Answers the rows found in these blocks, where the look is one that finds rows. */
  take(blocks: Blocks): RowOrder;
  /** What is known before the whole is: the first rows of an order; null where nothing is. */
  head(): RowOrder | null;
  result(): Scans[ScanName]["result"];
}

const NONE: RowOrder = new Int32Array(0);

export function createScan(vault: Vault, task: ScanTask, rows: number): Scan {
  switch (task.name) {
    case "find":
      return finding(vault, task);
    case "order":
      return ordering(vault, task, rows);
    case "pick":
      return picking(vault, task, rows);
    case "values":
      return counting(vault, task);
  }
}

function finding(vault: Vault, { text, hidden }: Scans["find"]["input"]): Scan {
  const sought = searchLetters(text);
  /** As it stands in a block. */
  const quoted = JSON.stringify(sought).slice(1, -1);
  const places = new Set(hidden);
  const holds = (values: readonly string[]) =>
    values.some((value, place) => !places.has(place) && searchLetters(value).includes(sought));
  return {
    take({ first, sealed, corrected }) {
      const hits: number[] = [];
      for (const [at, block] of sealed.entries()) {
        const from = first + at * CHUNK_ROWS;
        const own = corrected.filter(([index]) => index >= from && index < from + CHUNK_ROWS);
        const json = vault.openPacked(block).toString("utf8");
        if (own.length === 0 && !searchLetters(json).includes(quoted)) continue;
        const read = readStored(json).rows.map(([, values]) => [...values]);
        for (const [index, place, value] of own) {
          const values = read[index - from];
          if (values !== undefined) values[place] = vault.openJson(value);
        }
        for (const [row, values] of read.entries()) if (holds(values)) hits.push(from + row);
      }
      return Int32Array.from(hits);
    },
    head: () => null,
    result: () => null,
  };
}

function ordering(vault: Vault, task: Scans["order"]["input"], rows: number): Scan {
  const keys = createSortKeys(rows, task);
  const best = createBestRows(task.head, keys.compare);
  return {
    take(blocks) {
      eachValue(vault, blocks, task.place, (index, value) => {
        keys.add(index, value);
        if (task.meant[index] === 1) best.add(index);
      });
      return NONE;
    },
    head: () => best.rows(),
    result: () => keys.order(),
  };
}

function picking(vault: Vault, { place, values }: Scans["pick"]["input"], rows: number): Scan {
  const wanted = new Set(values);
  const mask = new Uint8Array(rows);
  return {
    take(blocks) {
      eachValue(vault, blocks, place, (index, value) => {
        if (wanted.has(value)) mask[index] = 1;
      });
      return NONE;
    },
    head: () => null,
    result: () => mask,
  };
}

function counting(vault: Vault, task: Scans["values"]["input"]): Scan {
  const sought = searchLetters(task.text);
  const counts = new Map<string, number>();
  return {
    take(blocks) {
      eachValue(vault, blocks, task.place, (index, value) => {
        if (task.meant[index] === 1) counts.set(value, (counts.get(value) ?? 0) + 1);
      });
      return NONE;
    },
    head: () => null,
    result() {
      const { compare } = new Intl.Collator(task.language, { numeric: true });
      const all = [...counts].filter(
        ([value]) => sought === "" || searchLetters(value).includes(sought),
      );
      const most = all.toSorted(([a, rowsOfA], [b, rowsOfB]) => rowsOfB - rowsOfA || compare(a, b));
      const values = most.slice(0, task.limit).map(([value, count]) => ({ value, rows: count }));
      return { values, more: all.length - values.length };
    },
  };
}

/** Each row's value of a column, corrections applied. */
function eachValue(
  vault: Vault,
  { first, sealed, corrected }: Blocks,
  place: number,
  found: (index: number, value: string) => void,
): void {
  const own = new Map<number, string>();
  for (const [index, at, value] of corrected) {
    if (at === place) own.set(index, vault.openJson(value));
  }
  for (const [at, block] of sealed.entries()) {
    const from = first + at * CHUNK_ROWS;
    eachStoredValue(vault.openPacked(block), place, (row, value) =>
      found(from + row, own.size === 0 ? value : (own.get(from + row) ?? value)),
    );
  }
}
