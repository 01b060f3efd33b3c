import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { countOf, type EntryWords, keyAt } from "./entries.ts";

/** Entries of a block: 4000 bytes, so that a block with its row fits one page of the database. */
const BLOCK_ENTRIES = 500;
/** Blocks written in one transaction: some milliseconds. */
const TRANSACTION_BLOCKS = 250;

export interface Run {
  readonly id: number;
  readonly level: number;
  readonly blocks: number;
  readonly changes: number;
}

/** The runs that are searched. */
export function readyRuns(db: Database): readonly Run[] {
  return statement<[], Run>(
    db,
    "SELECT id, level, blocks, changes FROM customer_runs WHERE state = 'ready' ORDER BY id",
  ).all();
}

/**
 * Writes sorted entries as a run that nobody searches yet, in small transactions.
 * @param importId the import it belongs to and goes with, or null for a merged run
 */
export function writeRun(
  db: Database,
  words: EntryWords,
  about: { readonly importId: number | null; readonly level: number },
): number {
  const { lastInsertRowid } = statement<[number, number | null, number]>(
    db,
    "INSERT INTO customer_runs (state, level, import_id, pid) VALUES ('building', ?, ?, ?)",
  ).run(about.level, about.importId, process.pid);
  const runId = Number(lastInsertRowid);
  const insert = statement<[number, number, number, Buffer]>(
    db,
    "INSERT INTO customer_blocks (run_id, first_key, seq, entries) VALUES (?, ?, ?, ?)",
  );
  const blocks = Math.ceil(countOf(words) / BLOCK_ENTRIES);
  const write = db.transaction((from: number, to: number) => {
    for (let seq = from; seq < to; seq += 1) {
      const first = seq * BLOCK_ENTRIES;
      const part = words.subarray(first * 2, (first + BLOCK_ENTRIES) * 2);
      const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
      insert.run(runId, keyAt(words, first), seq, bytes);
    }
  });
  for (let seq = 0; seq < blocks; seq += TRANSACTION_BLOCKS) {
    write.immediate(seq, Math.min(blocks, seq + TRANSACTION_BLOCKS));
  }
  statement<[number, number]>(db, "UPDATE customer_runs SET blocks = ? WHERE id = ?").run(
    blocks,
    runId,
  );
  return runId;
}

/** Inside the transaction that makes an import visible: its customers can be found. */
export function openRunsOf(db: Database, importId: number): void {
  statement<[number]>(db, "UPDATE customer_runs SET state = 'ready' WHERE import_id = ?").run(
    importId,
  );
}

/** From now on a run is searched. */
export function openRun(db: Database, runId: number): void {
  statement<[number]>(db, "UPDATE customer_runs SET state = 'ready' WHERE id = ?").run(runId);
}
