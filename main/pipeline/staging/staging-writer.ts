import type { Database } from "../../common/sqlite/database.ts";
import { CHUNK_ROWS, place } from "../../records/drafts/chunks.ts";
import { ERROR, LEFT_OUT, REPEATED, WARNING, willBeSent } from "../../records/drafts/status.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { type DelimiterSet, freeDelimiter, NO_DELIMITER } from "../batches/delimiter.ts";
import { supersededProblem } from "../validation/check.ts";
import type { RepeatField } from "../validation/repeat-fields.ts";
import {
  createProblemWriter,
  problemsOfRows,
  REPEAT_SEQ,
  type StagedProblem,
  statusOf,
} from "./problem-rows.ts";
import type { PackedChunk } from "./thread/checked-chunk.ts";

/** Chunks written in one transaction: one wait for the disk for some thousand rows. */
const TRANSACTION_CHUNKS = 10;
const FIRST_CAPACITY = 4_096;

export interface StagingWriter {
  /** The next row in list order, with the delimiters in its values. */
  add(delimiters: DelimiterSet, status: number, problems: readonly StagedProblem[]): void;
  /** The chunk whose rows were all added. */
  keep(chunk: PackedChunk): void;
  /** An earlier row has the key of a later one (or what else is in `field`), which is sent in its place. */
  supersede(earlier: EarlierRow, later: LaterRow, leaveOut: boolean): void;
  /** Behind the last row: puts right what `supersede` was told too early. */
  settle(rows: readonly SettledRow[]): void;
  /** Writes what is pending; nothing may be added after it. */
  end(): {
    readonly status: Uint8Array;
    readonly rowBytes: number;
    /** See `Staging`. */
    readonly delimiterRuns: number;
  };
}

interface EarlierRow {
  readonly index: number;
  /** Its number in the spreadsheet. */
  readonly row: number;
}

interface LaterRow {
  /** The row's name as `rowName` writes it. */
  readonly row: number | string;
  readonly field: RepeatField;
}

interface SettledRow extends EarlierRow {
  /** Null where it is kept after all. */
  readonly by: LaterRow | null;
  readonly leaveOut: boolean;
}

interface SealedChunk extends Omit<PackedChunk, "json"> {
  readonly sealed: Buffer;
}

/** Writes the chunks of a staging. Sealing is done outside the transactions, which stay short. */
export function createStagingWriter(db: Database, vault: Vault, stagingId: number): StagingWriter {
  const insertBlock = db.prepare("INSERT INTO row_blocks (sealed_rows) VALUES (?)");
  const insertChunk = db.prepare(
    `INSERT INTO staged_chunks
       (staging_id, chunk, first_index, row_count, status, first_row, last_row, byte_size,
        delimiter, keyed, value_hashes, block_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateStatus = db.prepare(
    "UPDATE staged_chunks SET status = ? WHERE staging_id = ? AND chunk = ?",
  );
  const insertProblem = createProblemWriter(db, stagingId);
  const deleteRepeats = db.prepare(
    "DELETE FROM staged_problems WHERE staging_id = ? AND row_index = ? AND seq >= ?",
  );
  const status = growingBytes();
  let count = 0;
  let rowBytes = 0;
  let delimiterRuns = 1;
  let used = NO_DELIMITER;
  let sealed: SealedChunk[] = [];
  let problems: (readonly [number, StagedProblem])[] = [];
  /** Chunks written already whose status bytes have changed since. */
  const stale = new Set<number>();
  let written = 0;

  const bytesOf = (chunk: number) =>
    Buffer.from(
      status.items.subarray(chunk * CHUNK_ROWS, Math.min(count, (chunk + 1) * CHUNK_ROWS)),
    );

  const flush = db.transaction((chunks: readonly SealedChunk[]) => {
    for (const [at, each] of chunks.entries()) {
      const chunk = written + at;
      insertChunk.run(
        stagingId,
        chunk,
        chunk * CHUNK_ROWS,
        each.numbers.length,
        bytesOf(chunk),
        Math.min(...each.numbers),
        Math.max(...each.numbers),
        each.byteSize,
        freeDelimiter(each.delimiters.reduce((all, one) => all | one, NO_DELIMITER)),
        Number(each.keyed),
        Buffer.from(each.valueHashes.buffer),
        insertBlock.run(each.sealed).lastInsertRowid,
      );
    }
    for (const [index, problem] of problems) insertProblem(index, problem);
  });

  const flushStale = db.transaction((chunks: readonly number[]) => {
    for (const chunk of chunks) updateStatus.run(bytesOf(chunk), stagingId, chunk);
  });

  function writeOut(): void {
    flush.immediate(sealed);
    written += sealed.length;
    sealed = [];
    problems = [];
  }

  function join(delimiters: DelimiterSet): void {
    const isFree = freeDelimiter(used | delimiters) !== null;
    used = isFree ? used | delimiters : delimiters;
    if (!isFree) delimiterRuns += 1;
  }

  function supersede({ index, row }: EarlierRow, later: LaterRow, leaveOut: boolean): void {
    const bits = REPEATED | WARNING | (leaveOut ? LEFT_OUT : 0);
    setStatus(index, (status.items[index] ?? 0) | bits);
    const problem = supersededProblem(row, later.row, later.field);
    problems.push([index, { ...problem, seq: REPEAT_SEQ, origin: "check", hidden: false }]);
  }

  function takeBack(index: number): void {
    deleteRepeats.run(stagingId, index, REPEAT_SEQ);
    const told = statusOf(problemsOfRows(db, stagingId, [index]).get(index) ?? []);
    const others = (status.items[index] ?? 0) & ~(ERROR | WARNING | REPEATED | LEFT_OUT);
    setStatus(index, others | told);
  }

  function setStatus(index: number, bits: number): void {
    status.set(index, bits);
    const { chunk } = place(index);
    if (chunk < written) stale.add(chunk);
  }

  return {
    add(delimiters, rowStatus, found) {
      status.set(count, rowStatus);
      for (const problem of found) problems.push([count, problem]);
      if (willBeSent(rowStatus)) join(delimiters);
      count += 1;
    },
    keep({ json, ...chunk }) {
      rowBytes += chunk.byteSize;
      sealed.push({ ...chunk, sealed: vault.sealPacked(json) });
      if (sealed.length >= TRANSACTION_CHUNKS) writeOut();
    },
    supersede,
    settle(rows) {
      if (rows.length === 0) return;
      writeOut();
      db.transaction(() => {
        for (const { index } of rows) takeBack(index);
      }).immediate();
      for (const { by, leaveOut, ...row } of rows) if (by !== null) supersede(row, by, leaveOut);
    },
    end() {
      writeOut();
      const changed = [...stale];
      for (let at = 0; at < changed.length; at += CHUNK_ROWS) {
        flushStale.immediate(changed.slice(at, at + CHUNK_ROWS));
      }
      return { status: status.items.slice(0, count), rowBytes, delimiterRuns };
    },
  };
}

/** Bytes in memory that doubles. */
function growingBytes() {
  let items = new Uint8Array(FIRST_CAPACITY);
  return {
    get items(): Uint8Array<ArrayBuffer> {
      return items;
    },
    set(index: number, value: number): void {
      if (index >= items.length) {
        const larger = new Uint8Array(items.length * 2);
        larger.set(items);
        items = larger;
      }
      items[index] = value;
    },
  };
}
