import type { RepeatedRows } from "../../../preload/types.ts";
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

/** Whether a row can go out: as it stands, only once its error is corrected, or a person left it out. */
export type Standing = "sendable" | "in-error" | "left-out";

export interface RepeatFinder {
  /** The earlier kept rows that this row repeats, code first; at most one entry a row. */
  next(keys: RowKeys, seen: Seen, standing?: Standing): readonly Repeat[];
}

const NONE: readonly Repeat[] = [];

/**
 * Finds rows that share a code or a card number (exactly as written) with an earlier row that is
 * still to be sent: with "keep-first" the repeats are not, with "keep-last" the repeated are not.
 * The kept one is a row that can be sent: one in error takes no other's place, and one that a
 * person left out takes no part. Blank keys repeat nothing.
 */
export function createRepeatFinder(policy: RepeatedRows, expectedRows?: number): RepeatFinder {
  const tables = {
    code: createKeyTable(expectedRows),
    card_number: createKeyTable(expectedRows),
  };
  const dropped = createRowSet();

  return {
    next(keys, seen, standing = "sendable") {
      if (standing === "left-out") return NONE;
      const code = keys.code === "" ? null : hashText(keys.code);
      const card = keys.card_number === "" ? null : hashText(keys.card_number);
      const codeSeen = code === null ? null : tables.code.get(code);
      const cardSeen = card === null ? null : tables.card_number.get(card);
      const repeats = repeatsOf(codeSeen, cardSeen);
      if (standing === "in-error") {
        if (policy !== "keep-last") return repeats;
        // A later row that can be sent still replaces it.
        if (code !== null && isFree(codeSeen)) tables.code.set(code, seen);
        if (card !== null && isFree(cardSeen)) tables.card_number.set(card, seen);
        return NONE;
      }
      if (policy === "keep-first" && repeats.length > 0) return repeats;
      if (policy === "keep-last") for (const each of repeats) dropped.add(each.seen.index);
      // With "keep-all" every repeat is told against the first row that had the key.
      const all = policy === "keep-all";
      if (code !== null && !(all && codeSeen !== null)) tables.code.set(code, seen);
      if (card !== null && !(all && cardSeen !== null)) tables.card_number.set(card, seen);
      return repeats;
    },
  };

  function isFree(seen: Seen | null): boolean {
    return seen === null || dropped.has(seen.index);
  }

  function repeatsOf(code: Seen | null, card: Seen | null): readonly Repeat[] {
    if (code === null && card === null) return NONE;
    const repeats: Repeat[] = [];
    if (code !== null && !dropped.has(code.index)) repeats.push({ field: "code", seen: code });
    if (card === null || dropped.has(card.index)) return repeats;
    if (repeats[0]?.seen.index !== card.index) repeats.push({ field: "card_number", seen: card });
    return repeats;
  }
}
