import type { FieldName } from "../../../preload/fields.ts";
import type { MappedRow } from "../../common/rows.ts";
import { createValueHashes } from "../../records/customers/value-hashes.ts";
import { type StoredRow, sealStored } from "../../records/imports/batches/payload.ts";
import type { SealedRows } from "../../records/imports/batches/sealed-rows.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { type DelimiterSet, freeDelimiter, NO_DELIMITER } from "../batches/delimiter.ts";
import { hasKey, keyPositions } from "../batches/idempotent.ts";
import { measureRow } from "../batches/measure.ts";

const FIRST_CAPACITY = 1024;

/** A chunk of rows as it is kept: a batch, but for what is not known before it is queued. */
export interface SealedChunk extends Omit<SealedRows, "delimiter" | "blockId" | "open"> {
  readonly sealed: Buffer;
  /** null where the values leave no delimiter for all rows together. */
  readonly delimiter: SealedRows["delimiter"] | null;
}

/** Gathers rows of a chunk and seals them; used for one chunk after another. */
export interface ChunkSealer {
  /** @returns the delimiters that the row's values hold */
  add(row: MappedRow): DelimiterSet;
  readonly rows: number;
  seal(): SealedChunk;
}

export function createChunkSealer(vault: Vault, fields: readonly FieldName[]): ChunkSealer {
  const hashesOf = createValueHashes(vault, fields);
  const keys = keyPositions(fields);
  let rows: StoredRow[] = [];
  let byteSize = 0;
  let used = NO_DELIMITER;
  let keyed = true;
  let hashes = new Uint32Array(FIRST_CAPACITY);
  let hashWords = 0;

  function putHash(high: number, low: number): void {
    if (hashWords === hashes.length) {
      const larger = new Uint32Array(hashes.length * 2);
      larger.set(hashes);
      hashes = larger;
    }
    hashes[hashWords] = high;
    hashes[hashWords + 1] = low;
    hashWords += 2;
  }

  return {
    add({ row, values }) {
      const { bytes, delimiters } = measureRow(values);
      byteSize += bytes;
      used |= delimiters;
      keyed = keyed && hasKey(values, keys);
      hashesOf(values, putHash);
      rows.push([row, values]);
      return delimiters;
    },
    get rows() {
      return rows.length;
    },
    seal() {
      const numbers = rows.map(([row]) => row);
      const chunk = {
        rowCount: rows.length,
        firstRow: Math.min(...numbers),
        lastRow: Math.max(...numbers),
        byteSize,
        delimiter: freeDelimiter(used),
        keyed,
        valueHashes: hashes.slice(0, hashWords),
        sealed: sealStored(vault, { fields, rows }),
      };
      rows = [];
      byteSize = 0;
      used = NO_DELIMITER;
      keyed = true;
      hashWords = 0;
      return chunk;
    },
  };
}
