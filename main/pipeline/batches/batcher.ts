import type { FieldName } from "../../../preload/fields.ts";
import type { Batch } from "../../common/batch.ts";
import type { MappedRow } from "../../common/rows.ts";
import { freeDelimiter, NO_DELIMITER } from "./delimiter.ts";
import { areFieldsIdempotent, hasKey, keyPositions } from "./idempotent.ts";
import { measureRow } from "./measure.ts";

export interface BatchLimits {
  readonly rows: number;
  /** Bytes of the encoded data parameter. A single row above it still goes, alone. */
  readonly bytes: number;
}

export interface BatcherOptions {
  readonly fields: readonly FieldName[];
  readonly limits: BatchLimits;
  readonly generateCardNumbers: number | null;
}

export interface Batcher {
  /** Takes the next row; answers the batch that is full without it, if one is. */
  add(row: MappedRow): Batch | null;
  /** Rows taken that are in no batch yet. */
  pending(): number;
  /** The last batch, or null where nothing is left. */
  end(): Batch | null;
}

/**
 * Splits rows into batches by count, by encoded bytes, and where no delimiter would be left that
 * no value holds. Rows keep their order; no value is changed.
 * @throws RangeError for a row whose values hold all three delimiters (checked before, by the
 * validation of rows) or whose values are not one per field
 */
export function createBatcher(options: BatcherOptions): Batcher {
  const setupIdempotent = areFieldsIdempotent(options.fields, options);
  const keys = keyPositions(options.fields);
  let rows: MappedRow[] = [];
  let bytes = 0;
  let used = NO_DELIMITER;
  let idempotent = setupIdempotent;

  function take(): Batch | null {
    const delimiter = freeDelimiter(used);
    if (rows.length === 0 || delimiter === null) return null;
    const batch = { fields: options.fields, delimiter, rows, idempotent, byteSize: bytes };
    rows = [];
    bytes = 0;
    used = NO_DELIMITER;
    idempotent = setupIdempotent;
    return batch;
  }

  return {
    add(row) {
      if (row.values.length !== options.fields.length) throw new RangeError("values per field");
      const { bytes: size, delimiters } = measureRow(row.values);
      if (freeDelimiter(delimiters) === null) throw new RangeError("no delimiter left");
      const full =
        rows.length >= options.limits.rows ||
        bytes + size > options.limits.bytes ||
        freeDelimiter(used | delimiters) === null;
      const batch = full ? take() : null;
      rows.push({ row: row.row, values: row.values });
      bytes += size;
      used |= delimiters;
      idempotent = idempotent && hasKey(row.values, keys);
      return batch;
    },
    pending: () => rows.length,
    end: take,
  };
}
