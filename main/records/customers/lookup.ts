import { giveBack } from "../../common/give-back.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, type Statement, statement } from "../../common/sqlite/statement.ts";
import { batchAt, countOf, type EntryWords, keyAt, lowerBound, readEntries } from "./entries.ts";
import { type Run, readyRuns } from "./runs.ts";

/** Blocks of a run that may hold a key, the last one first. */
export const SEEK_SQL = `SELECT entries FROM customer_blocks
  WHERE run_id = ? AND first_key <= ? ORDER BY first_key DESC, seq DESC`;
/** The last block of each run that may hold a key, for each of some keys; every block once. */
export const SOUGHT_SQL = `SELECT run_id AS runId, first_key AS firstKey, entries FROM customer_blocks
  WHERE rowid IN (SELECT (SELECT rowid FROM customer_blocks AS block
      WHERE block.run_id = runs.value AND block.first_key <= keys.value
      ORDER BY block.first_key DESC, block.seq DESC LIMIT 1)
    FROM json_each(?) AS runs CROSS JOIN json_each(?) AS keys)`;
const SCAN_SQL = `SELECT first_key AS firstKey, seq, entries FROM customer_blocks
  WHERE run_id = ? AND (first_key, seq) > (?, ?) ORDER BY first_key, seq LIMIT 100`;

/** With more keys for each block of a run, nearly all blocks are read anyway. */
const KEYS_A_BLOCK = 1.5;

/**
 * The batches that may hold a customer, by key (36 bits), ids ascending. The rows decide: a key
 * may be another customer's, and a batch may be gone.
 */
export type FoundBatches = ReadonlyMap<number, readonly number[]>;

/** Looks keys up in all runs: by their blocks where they are few, else in one walk through each run. */
export function findBatches(db: Database, keys: readonly number[]): FoundBatches {
  const wanted = Float64Array.from(new Set(keys)).sort();
  const found = new Map<number, number[]>();
  const take = (key: number, batch: number) => {
    const batches = found.get(key);
    if (batches === undefined) found.set(key, [batch]);
    else batches.push(batch);
  };
  const runs = readyRuns(db);
  const isFew = (run: Run) => wanted.length <= run.blocks * KEYS_A_BLOCK;
  seek(db, runs.filter(isFew), wanted, take);
  for (const run of runs) if (!isFew(run)) scan(db, run, wanted, take);
  for (const [key, ids] of found) found.set(key, eachOnce(ids));
  return found;
}

/** Ids ascending. Several runs, or blocks read twice, name a batch more than once. */
function eachOnce(ids: number[]): number[] {
  ids.sort((a, b) => a - b);
  return ids.every((id, at) => id !== ids[at - 1]) ? ids : [...new Set(ids)];
}

type Take = (key: number, batch: number) => void;
type Keys = Float64Array;

interface SoughtBlock {
  readonly runId: number;
  readonly firstKey: number;
  readonly entries: Buffer;
}

/** One statement for all runs and keys: by itself each of them takes as long as a block. */
function seek(db: Database, runs: readonly Run[], wanted: Keys, take: Take): void {
  if (runs.length === 0 || wanted.length === 0) return;
  const sought = statement<[runs: string, keys: string], SoughtBlock>(db, SOUGHT_SQL);
  const blocks = column<[runId: number, key: number], Buffer>(db, SEEK_SQL);
  const ids = JSON.stringify(runs.map(({ id }) => id));
  for (const { runId, firstKey, entries } of sought.iterate(ids, JSON.stringify([...wanted]))) {
    const words = readEntries(entries);
    const first = keyAt(words, 0);
    const last = keyAt(words, countOf(words) - 1);
    for (let at = placeOf(wanted, firstKey); at < wanted.length; at += 1) {
      const key = wanted[at] as number;
      if (key > last) break;
      // Of a customer of hundreds of imports, blocks before this one are full as well.
      if (key > first) takeKey(words, key, take);
      else takeBack(blocks, runId, key, take);
    }
    giveBack(entries);
  }
}

/** The first place in sorted keys that is not below `key`. */
function placeOf(keys: Keys, key: number): number {
  let from = 0;
  let to = keys.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** From the last block of a run that may hold a key to the first. */
function takeBack(
  blocks: Statement<[runId: number, key: number], Buffer>,
  runId: number,
  key: number,
  take: Take,
): void {
  for (const block of blocks.iterate(runId, key)) {
    const words = readEntries(block);
    takeKey(words, key, take);
    const isFirst = keyAt(words, 0) < key;
    giveBack(block);
    if (isFirst) break;
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
function scan(db: Database, run: Run, wanted: Keys, take: Take): void {
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
    giveBack(entries);
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
