import type { RepeatedRows } from "../../preload/types.ts";
import { createKeyTable, type Seen } from "./key-table.ts";
import { createRowSet } from "./row-set.ts";
import { hashText } from "./text-hash.ts";

type KeyName = "code" | "card_number";

interface RowKeys {
  readonly code: string;
  readonly card_number: string;
}

export interface Repeat {
  readonly field: KeyName;
  /** The earlier row, still to be sent, that has the same key. */
  readonly seen: Seen;
}

export interface RepeatFinder {
  /** The earlier kept rows that this row repeats, code first; at most one entry a row. */
  next(keys: RowKeys, seen: Seen): readonly Repeat[];
}

const KEYS: readonly KeyName[] = ["code", "card_number"];

/**
 * Finds rows that share a code or a card number (exactly as written) with an earlier row that is
 * still to be sent: with "keep-first" the repeats are not, with "keep-last" the repeated are not.
 * Blank keys repeat nothing.
 */
export function createRepeatFinder(policy: RepeatedRows): RepeatFinder {
  const tables = { code: createKeyTable(), card_number: createKeyTable() };
  const dropped = createRowSet();

  return {
    next(keys, seen) {
      const repeats: Repeat[] = [];
      const hashes = {
        code: keys.code === "" ? null : hashText(keys.code),
        card_number: keys.card_number === "" ? null : hashText(keys.card_number),
      };
      const known = { code: false, card_number: false };
      for (const field of KEYS) {
        const hash = hashes[field];
        const earlier = hash === null ? null : tables[field].get(hash);
        known[field] = earlier !== null;
        if (earlier === null || dropped.has(earlier.index)) continue;
        if (repeats.every((each) => each.seen.index !== earlier.index)) {
          repeats.push({ field, seen: earlier });
        }
      }
      if (policy === "keep-first" && repeats.length > 0) return repeats;
      if (policy === "keep-last") for (const each of repeats) dropped.add(each.seen.index);
      for (const field of KEYS) {
        const hash = hashes[field];
        if (hash === null) continue;
        // With "keep-all" every repeat is told against the first row that had the key.
        if (policy === "keep-all" && known[field]) continue;
        tables[field].set(hash, seen);
      }
      return repeats;
    },
  };
}
