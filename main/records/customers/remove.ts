import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { batchAt, countOf, type EntryWords, keyAt, readEntries } from "./entries.ts";
import { SEEK_SQL } from "./lookup.ts";
import { readyRuns } from "./runs.ts";

const BLOCK_SQL = SEEK_SQL.replace("SELECT entries", "SELECT rowid, entries");

interface StoredBlock {
  readonly rowid: number;
  readonly entries: Buffer;
}

/** A key costs a seek, a block of a scan some fifth of that. */
const SCAN_FACTOR = 5;

/**
 * Takes a customer's entries out of the index; inside a transaction.
 * @param batches only those of these batches: an address may be shared by several customers
 */
export function removeKey(db: Database, key: number, batches: ReadonlySet<number>): void {
  removeKeys(db, new Set([key]), batches);
}

/** The same for any number of keys: few are looked up one by one, many in one walk through the index. */
export function removeKeys(
  db: Database,
  keys: ReadonlySet<number>,
  batches: ReadonlySet<number>,
): void {
  const hit = (words: EntryWords, at: number) =>
    keys.has(keyAt(words, at)) && batches.has(batchAt(words, at));
  for (const run of readyRuns(db)) {
    const few = keys.size * SCAN_FACTOR <= run.blocks;
    const blocks = few ? [...keys].flatMap((key) => seek(db, run.id, key)) : scan(db, run.id, hit);
    for (const rowid of new Set(blocks)) {
      for (const block of readBlocks(db, rowid)) removeFrom(db, run.id, block, hit);
    }
  }
}

/** Blocks of a run that may hold a key. */
function seek(db: Database, runId: number, key: number): readonly number[] {
  const found: number[] = [];
  const blocks = statement<[number, number], StoredBlock>(db, BLOCK_SQL);
  for (const block of blocks.iterate(runId, key)) {
    found.push(block.rowid);
    if (keyAt(readEntries(block.entries), 0) < key) break;
  }
  return found;
}

/** Blocks of a run with something to take out. */
function scan(
  db: Database,
  runId: number,
  hit: (words: EntryWords, at: number) => boolean,
): readonly number[] {
  const all = statement<[number], StoredBlock>(
    db,
    "SELECT rowid, entries FROM customer_blocks WHERE run_id = ?",
  );
  const found: number[] = [];
  for (const { rowid, entries } of all.iterate(runId)) {
    const words = readEntries(entries);
    for (let at = 0; at < countOf(words); at += 1) {
      if (!hit(words, at)) continue;
      found.push(rowid);
      break;
    }
  }
  return found;
}

/** The block of that row id, as a list of one. */
function readBlocks(db: Database, rowid: number): readonly StoredBlock[] {
  return statement<[number], StoredBlock>(
    db,
    "SELECT rowid, entries FROM customer_blocks WHERE rowid = ?",
  ).all(rowid);
}

/**
 * One step of a purge, in its own transaction: takes the entries of batches that are gone out of
 * some blocks.
 * @param after where the step before ended, 0 at first
 * @returns where this one ended, or null after the last block
 */
export function removeBatches(
  db: Database,
  after: number,
  limit: number,
  isGone: (batchId: number) => boolean,
): number | null {
  const blocks = statement<[number, number], StoredBlock & { readonly runId: number }>(
    db,
    `SELECT run_id AS runId, rowid, entries FROM customer_blocks
     WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  ).all(after, limit);
  const hit = (words: EntryWords, at: number) => isGone(batchAt(words, at));
  const work = db.transaction(() => {
    for (const block of blocks) removeFrom(db, block.runId, block, hit);
  });
  work.immediate();
  return blocks.at(-1)?.rowid ?? null;
}

function removeFrom(
  db: Database,
  runId: number,
  block: StoredBlock,
  hit: (words: EntryWords, at: number) => boolean,
): void {
  const words = readEntries(block.entries);
  const kept: number[] = [];
  for (let at = 0; at < countOf(words); at += 1) {
    if (!hit(words, at)) kept.push(words[at * 2] as number, words[at * 2 + 1] as number);
  }
  if (kept.length === words.length) return;
  if (kept.length === 0) {
    statement<[number]>(db, "DELETE FROM customer_blocks WHERE rowid = ?").run(block.rowid);
  } else {
    // `first_key` may stay below the first key that is left: it only says where to begin.
    statement<[Buffer, number]>(db, "UPDATE customer_blocks SET entries = ? WHERE rowid = ?").run(
      Buffer.from(Uint32Array.from(kept).buffer),
      block.rowid,
    );
  }
  statement<[number]>(db, "UPDATE customer_runs SET changes = changes + 1 WHERE id = ?").run(runId);
}
