import type { RepeatedRows } from "../../../preload/types.ts";
import type { MappedRow } from "../../common/rows.ts";
import { createKeyTable, type KeyTable } from "./key-table.ts";
import { createChains, type Moved } from "./repeat-chains.ts";
import {
  type Compared,
  type ComparedAt,
  isStandIn,
  type RepeatField,
  type RowHashes,
} from "./repeat-fields.ts";
import { createRowSet } from "./row-set.ts";

/** Where a value was seen: the row's position in the list and its spreadsheet number. */
export interface Seen {
  readonly index: number;
  readonly row: number;
}

export interface Repeat {
  readonly field: RepeatField;
  readonly policy: RepeatedRows;
  /** The earlier row, still to be sent, that has the same value. */
  readonly seen: Seen;
}

/** Whether a row can go out: as it stands, only once its error is corrected, or a person left it out. */
export type Standing = "sendable" | "in-error" | "left-out";

export interface RepeatFinder {
  /**
   * The earlier kept rows that this row repeats, in the order of the fields; at most one entry for
   * an earlier row. Where one of them leaves the row out, only those that do.
   * @param row its values are asked for only where some were seen before
   * @param by what it is compared by, as `hashRow` writes it
   */
  next(row: MappedRow, by: RowHashes, seen: Seen, standing?: Standing): readonly Repeat[];
  /** Once, behind the last row: where it was said too early that a row is replaced. */
  settle(): readonly Moved[];
}

interface CompareTable extends ComparedAt {
  readonly table: KeyTable;
}

const NONE: readonly Repeat[] = [];
const NONE_MOVED: readonly Moved[] = [];
const NOWHERE = -1;
const FIRST_ROWS = 1024;

/**
 * Finds rows that share a value with an earlier row that is still to be sent: with "keep-first" the
 * repeats are not, with "keep-last" the repeated are not. The kept one is a row that can be sent:
 * one in error takes no other's place, and one that a person left out takes no part.
 */
export function createRepeatFinder(
  compared: readonly ComparedAt[],
  expectedRows = 0,
): RepeatFinder {
  const fields: readonly CompareTable[] = compared.map((each) => ({
    ...each,
    table: createKeyTable(expectedRows),
  }));
  const dropped = createRowSet();
  const lasts = fields.flatMap(({ field, policy, table }, at) =>
    policy === "keep-last" ? [{ field, table, at }] : [],
  );
  const isMixed = fields.some(({ policy }) => policy === "keep-first");
  const chains = lasts.length > 1 && !isMixed ? createChains(lasts, dropped) : null;
  /** Numbers of the rows by their positions, once for all fields. */
  let numbers = new Uint32Array(Math.max(FIRST_ROWS, Math.ceil(expectedRows)));
  /** Of each key its place in the table, or nowhere where the row is not compared by it. */
  const places = fields.map(() => NOWHERE);
  const found: (Seen | null)[] = fields.map(() => null);
  const asked: (string | null)[] = fields.map(() => null);
  const answers: boolean[] = fields.map(() => false);

  return {
    next(row, { hashes: keys, from }, seen, standing = "sendable") {
      if (standing === "left-out") return NONE;
      let isFound = false;
      for (let at = 0; at < fields.length; at += 1) {
        const each = fields[at] as CompareTable;
        places[at] = NOWHERE;
        found[at] = null;
        const key = from + at * 2;
        // The low word of a hash is never zero.
        if (keys[key + 1] === 0) continue;
        const place = each.table.placeOf(keys, key);
        const before = each.table.indexAt(place);
        if (before >= 0 && standsIn(at, each.field, row.values[each.place] ?? "")) continue;
        places[at] = place;
        if (before < 0 || dropped.has(before)) continue;
        found[at] = { index: before, row: numbers[before] as number };
        isFound = true;
      }
      chains?.note(seen.index, seen.row, keys, from, places);
      // Nearly every row repeats nothing.
      if (!isFound && standing === "sendable") {
        note(seen);
        for (let at = 0; at < fields.length; at += 1) {
          const place = places[at] as number;
          if (place < 0) continue;
          (fields[at] as CompareTable).table.put(place, keys, from + at * 2, seen.index);
        }
        return NONE;
      }
      const repeats = isFound ? repeatsNow() : NONE;
      if (standing === "in-error") {
        chains?.noteError(seen.index);
        // With "keep-last" a later row that can be sent still replaces it.
        put(
          { hashes: keys, from },
          seen,
          ({ policy }, isKept) => policy === "keep-last" && !isKept,
        );
        return repeats.filter(({ policy }) => policy !== "keep-last");
      }
      if (repeats.some(leavesOut)) return repeats;
      for (const { policy, seen: earlier } of repeats) {
        if (policy !== "keep-last") continue;
        dropped.add(earlier.index);
        chains?.replaced(earlier.index, seen.index);
      }
      // With "keep-all" every repeat is told against the first row that had the value.
      put({ hashes: keys, from }, seen, ({ policy }, isKept) => policy !== "keep-all" || !isKept);
      return repeats;
    },
    settle: () => chains?.settle() ?? NONE_MOVED,
  };

  /** In a list with one phone on every row the same is asked of every row. */
  function standsIn(at: number, field: RepeatField, value: string): boolean {
    if (asked[at] !== value) {
      asked[at] = value;
      answers[at] = isStandIn(field, value);
    }
    return answers[at] === true;
  }

  function note({ index, row }: Seen): void {
    if (index >= numbers.length) {
      const larger = new Uint32Array(Math.max(numbers.length * 2, index + 1));
      larger.set(numbers);
      numbers = larger;
    }
    numbers[index] = row;
  }

  function put(
    { hashes, from }: RowHashes,
    seen: Seen,
    isWanted: (each: Compared, isKept: boolean) => boolean,
  ): void {
    note(seen);
    for (let at = 0; at < fields.length; at += 1) {
      const each = fields[at] as CompareTable;
      const place = places[at] as number;
      const before = found[at] ?? null;
      const isKept = before !== null && !dropped.has(before.index);
      if (place < 0 || !isWanted(each, isKept)) continue;
      each.table.put(place, hashes, from + at * 2, seen.index);
    }
  }

  /** A list may have one phone on every row: what is found there costs next to nothing. */
  function repeatsNow(): readonly Repeat[] {
    const all: Repeat[] = [];
    for (let at = 0; at < fields.length; at += 1) {
      const seen = found[at] ?? null;
      if (seen === null) continue;
      const { field, policy } = fields[at] as CompareTable;
      all.push({ field, policy, seen });
    }
    if (all.length === 1) return all;
    if (all.some(leavesOut)) return onceARow(all.filter(leavesOut));
    // What replaces an earlier row is not told beside it.
    return onceARow([...all.filter(replaces), ...all.filter((each) => !replaces(each))]);
  }
}

function leavesOut({ policy }: Repeat): boolean {
  return policy === "keep-first";
}

function replaces({ policy }: Repeat): boolean {
  return policy === "keep-last";
}

function onceARow(repeats: readonly Repeat[]): readonly Repeat[] {
  return repeats.filter(
    ({ seen }, at) => repeats.findIndex((each) => each.seen.index === seen.index) === at,
  );
}
