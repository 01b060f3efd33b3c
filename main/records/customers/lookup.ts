import type { Database } from "../../common/sqlite/database.ts";
import { column, type Statement, statement } from "../../common/sqlite/statement.ts";
import { batchAt, countOf, type EntryWords, keyAt, lowerBound, readEntries } from "./entries.ts";
import { type Run, readyRuns } from "./runs.ts";

/** A key costs a seek, a block of a scan some fifth of that. */
const SCAN_FACTOR = 5;

export const SEEK_SQL = `SELECT entries FROM customer_blocks
  WHERE run_id = ? AND first_key <= ? ORDER BY first_key DESC, seq DESC`;
const SCAN_SQL = `SELECT first_key AS firstKey, seq, entries FROM customer_blocks
  WHERE run_id = ? AND (first_key, seq) > (?, ?) ORDER BY first_key, seq LIMIT 100`;

/**
 * The batches that may hold a customer, by key (36 bits), ids ascending. The rows decide: a key
 * may be another customer's, and a batch may be gone.
 */
export type FoundBatches = ReadonlyMap<number, readonly number[]>;

/** Looks keys up in all runs: one by one where they are few, else in one walk through each run. */
export function findBatches(db: Database, keys: readonly number[]): FoundBatches {
  const wanted = [...new Set(keys)].sort((a, b) => a - b);
  const found = new Map<number, Set<number>>();
  const take = (key: number, batch: number) => {
    const batches = found.get(key);
    if (batches === undefined) found.set(key, new Set([batch]));
    else batches.add(batch);
  };
  // Prepared once for all runs: that takes as long as a seek itself.
  const blocks = column<[runId: number, key: number], Buffer>(db, SEEK_SQL);
  for (const run of readyRuns(db)) {
    if (wanted.length * SCAN_FACTOR > run.blocks) scan(db, run, wanted, take);
    else seek(blocks, run, wanted, take);
  }
  return new Map([...found].map(([key, ids]) => [key, [...ids].sort((a, b) => a - b)]));
}

type Take = (key: number, batch: number) => void;

function seek(
  blocks: Statement<[runId: number, key: number], Buffer>,
  run: Run,
  wanted: readonly number[],
  take: Take,
): void {
  for (const key of wanted) {
    // Usually one block; a customer of hundreds of imports may fill several.
    for (const block of blocks.iterate(run.id, key)) {
      const words = readEntries(block);
      takeKey(words, key, take);
      if (keyAt(words, 0) < key) break;
    }
  }
}

function takeKey(words: EntryWords, key: number, take: Take): void {
  const count = countOf(words);
  for (let at = lowerBound(words, key); at < count && keyAt(words, at) === key; at += 1) {
    take(key, batchAt(words, at));
  }
}

interface BlockRecord {
  readonly firstKey: number;
  readonly seq: number;
  readonly entries: Buffer;
}

/** Both sides are sorted: one walk, from one wanted key to the next. */
function scan(db: Database, run: Run, wanted: readonly number[], take: Take): void {
  let next = 0;
  for (const { entries } of blocksOf(db, run.id)) {
    const words = readEntries(entries);
    const last = keyAt(words, countOf(words) - 1);
    for (let key = wanted[next]; key !== undefined && key <= last; key = wanted[next]) {
      takeKey(words, key, take);
      // Its entries may go on in the next block.
      if (key === last) break;
      next += 1;
    }
    if (next === wanted.length) return;
  }
}

/** A run's blocks in order; no cursor stays open between them. */
export function* blocksOf(db: Database, runId: number): Generator<BlockRecord> {
  const page = statement<[runId: number, firstKey: number, seq: number], BlockRecord>(db, SCAN_SQL);
  let firstKey = -1;
  let seq = -1;
  for (;;) {
    const blocks = page.all(runId, firstKey, seq);
    yield* blocks;
    const last = blocks.at(-1);
    if (last === undefined) return;
    ({ firstKey, seq } = last);
  }
}
