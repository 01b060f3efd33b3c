import type { FieldName } from "../../../../preload/fields.ts";
import type { MappedRow, RowProblem } from "../../../common/rows.ts";
import { createValueHashes } from "../../../records/customers/value-hashes.ts";
import { CHUNK_ROWS } from "../../../records/drafts/chunks.ts";
import { readStored, type StoredRow } from "../../../records/imports/batches/payload.ts";
import { NO_DELIMITER } from "../../batches/delimiter.ts";
import { hasKey, keyPositions } from "../../batches/idempotent.ts";
import {
  type ComparedAt,
  comparedFields,
  hashRow,
  type RowHashes,
} from "../../validation/repeat-fields.ts";
import type { HashSeeds } from "../../validation/text-hash.ts";
import type { CheckedRow, RowRecipe } from "./checked-rows.ts";
import { createRowsJson } from "./rows-json.ts";

/** What texts are hashed with, so that one thread's hashes are another's. */
export interface HashKeys {
  readonly seeds: HashSeeds;
  /** As `customerHashKey` gives it. */
  readonly customers: Uint8Array;
}

export interface ChunkRecipe extends RowRecipe {
  readonly keys: HashKeys;
}

interface ProblemsAt extends Pick<CheckedRow, "read" | "own"> {
  /** The row's place in the chunk. */
  readonly at: number;
}

/**
 * A chunk of checked rows as it will be kept, in pieces of plain memory, which go from thread to thread
 * in no time: an object for each of millions of cells would cost more than reading them.
 */
export interface PackedChunk {
  /** The rows' numbers in the spreadsheet. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  /** The rows as `sealPayload` keeps them: JSON in UTF-8. */
  readonly json: Uint8Array<ArrayBuffer>;
  /** Which delimiters the values of each row hold. */
  readonly delimiters: Uint8Array<ArrayBuffer>;
  /** What each row is compared by, as `hashRow` writes it. */
  readonly compared: Uint32Array<ArrayBuffer>;
  /** See `SealedRows`, and so are these. */
  readonly valueHashes: Uint32Array<ArrayBuffer>;
  readonly byteSize: number;
  readonly keyed: boolean;
  /** Few rows have some. */
  readonly problems: readonly ProblemsAt[];
}

/** Gathers rows; used for one chunk after another. */
export interface ChunkPacker {
  /** @returns the chunk that the row has filled */
  add(row: CheckedRow): PackedChunk | null;
  /** The rows that are left, if any. */
  end(): PackedChunk | null;
}

const HASH_WORDS = 2;

/** The packer of a list's chunks. */
export function packerOf({ mapping, options, keys }: ChunkRecipe): ChunkPacker {
  const fields = mapping.map(({ field }) => field);
  const compared = comparedFields(mapping, options);
  return createChunkPacker({ fields, compared, customers: keys.customers });
}

export function createChunkPacker({
  fields,
  compared,
  customers,
}: {
  readonly fields: readonly FieldName[];
  readonly compared: readonly ComparedAt[];
  readonly customers: HashKeys["customers"];
}): ChunkPacker {
  const hashesOf = createValueHashes(customers, fields);
  const comparedWords = compared.length * HASH_WORDS;
  const keyPlaces = keyPositions(fields);
  const hashes = new Uint32Array(CHUNK_ROWS * fields.length * HASH_WORDS);
  const json = createRowsJson(fields);
  let hashWords = 0;
  let rows = 0;
  let chunk = empty();

  function empty() {
    return {
      numbers: new Uint32Array(CHUNK_ROWS),
      delimiters: new Uint8Array(CHUNK_ROWS),
      compared: new Uint32Array(CHUNK_ROWS * comparedWords),
      byteSize: 0,
      keyed: true,
      problems: [] as ProblemsAt[],
    };
  }

  function putHash(high: number, low: number): void {
    hashes[hashWords] = high;
    hashes[hashWords + 1] = low;
    hashWords += HASH_WORDS;
  }

  function pack(): PackedChunk {
    const packed = {
      ...chunk,
      numbers: chunk.numbers.slice(0, rows),
      delimiters: chunk.delimiters.slice(0, rows),
      compared: chunk.compared.slice(0, rows * comparedWords),
      json: json.take(),
      valueHashes: hashes.slice(0, hashWords),
    };
    rows = 0;
    hashWords = 0;
    chunk = empty();
    return packed;
  }

  return {
    add({ mapped, read, own }) {
      const { row, values } = mapped;
      const at = rows;
      const { bytes, delimiters } = json.add(row, values);
      chunk.numbers[at] = row;
      chunk.delimiters[at] = delimiters;
      chunk.byteSize += bytes;
      chunk.keyed = chunk.keyed && hasKey(values, keyPlaces);
      hashRow(values, compared, { read, own }, chunk.compared, at * comparedWords);
      hashesOf(values, putHash);
      if (read.length > 0 || own.length > 0) chunk.problems.push({ at, read, own });
      rows += 1;
      return rows === CHUNK_ROWS ? pack() : null;
    },
    end: () => (rows === 0 ? null : pack()),
  };
}

const NONE: readonly RowProblem[] = [];

/** A chunk's rows, whose values are read where somebody asks for them: of most rows nobody does. */
export class CheckedChunk {
  readonly packed: PackedChunk;
  #rows: readonly StoredRow[] | null = null;

  constructor(packed: PackedChunk) {
    this.packed = packed;
  }

  /** In the list's order. */
  rows(): readonly CheckedRow[] {
    const { numbers, problems } = this.packed;
    const rows = Array.from(numbers, (row, at): CheckedRow => {
      return { mapped: new KeptRow(row, this, at), read: NONE, own: NONE };
    });
    for (const { at, read, own } of problems) {
      const row = rows[at];
      if (row !== undefined) rows[at] = { ...row, read, own };
    }
    return rows;
  }

  valuesAt(at: number): readonly string[] {
    this.#rows ??= readStored(this.packed.json).rows;
    return this.#rows[at]?.[1] ?? [];
  }

  delimitersAt(at: number) {
    return this.packed.delimiters[at] ?? NO_DELIMITER;
  }

  hashesAt(at: number): RowHashes {
    const { compared, numbers } = this.packed;
    return { hashes: compared, from: (compared.length / numbers.length) * at };
  }
}

class KeptRow implements MappedRow {
  readonly row: number;
  readonly #chunk: CheckedChunk;
  readonly #at: number;

  constructor(row: number, chunk: CheckedChunk, at: number) {
    this.row = row;
    this.#chunk = chunk;
    this.#at = at;
  }

  get values(): readonly string[] {
    return this.#chunk.valuesAt(this.#at);
  }
}
