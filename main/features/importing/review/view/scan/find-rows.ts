import { CHUNK_ROWS } from "../../../../../records/drafts/chunks.ts";
import { eachRow } from "../../../../../records/imports/batches/packed-rows.ts";
import { readRow } from "../../../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../../../records/vault/vault.ts";
import { searchLetters } from "../search-letters.ts";
import type { Blocks, OpenBlocks, RowOrder, Scans } from "../thread-messages.ts";
import { patternFor } from "./letter-pattern.ts";

/** A person's corrections of some rows of a block: by the row's place in it, that of the column. */
type Corrections = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** Finds the rows that have a text in one of their cells, block by block. */
export function createFinder(
  vault: Vault,
  { text, hidden }: Scans["find"]["input"],
): (blocks: OpenBlocks) => RowOrder {
  const sought = searchLetters(text);
  const pattern = patternFor(sought);
  /** As it stands in a block that is made plain. */
  const quoted = JSON.stringify(sought).slice(1, -1);
  const places = new Set(hidden);

  /** Where it may stand from there on; -1 for nowhere. */
  function nextPlace(json: string, from: number): number {
    if (pattern === null) return from;
    pattern.lastIndex = from;
    return pattern.exec(json)?.index ?? -1;
  }

  function mayHold(json: string): boolean {
    if (pattern !== null) return nextPlace(json, 0) >= 0;
    // Half a letter stands in JSON in another way than inside a whole one.
    return /\p{Cs}/u.test(sought) || searchLetters(json).includes(quoted);
  }

  function holds(row: string, corrected: ReadonlyMap<number, string> | undefined): boolean {
    return readRow(row)[1].some(
      (value, place) =>
        !places.has(place) && searchLetters(corrected?.get(place) ?? value).includes(sought),
    );
  }

  return ({ first, opened, corrected }) => {
    const hits: number[] = [];
    for (const [at, block] of opened.entries()) {
      const from = first + at * CHUNK_ROWS;
      const own = correctionsOf(vault, corrected, from);
      const json = block.toString("utf8");
      if (own.size === 0 && !mayHold(json)) continue;
      let found = nextPlace(json, 0);
      eachRow(json, (row, start, end) => {
        const corrections = own.get(row);
        if (found >= 0 && found < start) found = nextPlace(json, start);
        const isPossible = corrections !== undefined || (found >= 0 && found < end);
        if (isPossible && holds(json.slice(start, end), corrections)) hits.push(from + row);
      });
    }
    return Int32Array.from(hits);
  };
}

function correctionsOf(vault: Vault, corrected: Blocks["corrected"], from: number): Corrections {
  const own = new Map<number, Map<number, string>>();
  for (const [index, place, value] of corrected) {
    if (index < from || index >= from + CHUNK_ROWS) continue;
    const ofRow = own.get(index - from) ?? new Map<number, string>();
    ofRow.set(place, vault.openJson(value));
    own.set(index - from, ofRow);
  }
  return own;
}
