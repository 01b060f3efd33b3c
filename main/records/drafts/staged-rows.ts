import type { FieldName } from "../../../preload/fields.ts";
import { AppError } from "../../common/errors.ts";
import type { MappedRow } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import { openStored } from "../imports/batches/payload.ts";
import type { Vault } from "../vault/vault.ts";
import { sealedRows } from "./chunks.ts";
import { type CorrectedValues, readCorrections, withCorrections } from "./corrected-values.ts";
import { getStaging } from "./stagings.ts";

/** A row as it stands: corrections applied. */
export interface PlacedRow extends MappedRow {
  /** 0-based position in the list. */
  readonly index: number;
  readonly status: number;
}

/** The rows whose status byte is wanted, chunk by chunk; chunks without any are left out. */
export function* chunksWhere(
  db: Database,
  vault: Vault,
  stagingId: number,
  wanted: (status: number) => boolean,
): Generator<readonly PlacedRow[]> {
  const { fields } = getStaging(db, stagingId);
  const corrections = readCorrections(db, vault, stagingId);
  // One statement a chunk, no open cursor: the reader of this generator writes in between.
  const next = statement<
    [number, number],
    Omit<ChunkRecord, "sealed"> & { readonly chunk: number }
  >(
    db,
    `SELECT chunk, first_index AS firstIndex, status FROM staged_chunks
     WHERE staging_id = ? AND chunk > ? ORDER BY chunk LIMIT 1`,
  );
  const rowsOf = sealedRows(db);
  let last = -1;
  for (;;) {
    const found = next.get(stagingId, last);
    if (found === undefined) return;
    last = found.chunk;
    if (!found.status.some(wanted)) continue;
    const sealed = rowsOf.get(stagingId, last);
    if (sealed === undefined) throw new AppError("not-found", { params: { what: "check" } });
    yield openChunk(vault, { ...found, sealed }, { fields, corrections, wanted });
  }
}

export interface ChunkRecord {
  readonly firstIndex: number;
  readonly status: Buffer;
  readonly sealed: Buffer;
}

/** The wanted rows of a chunk, corrections applied. */
export function openChunk(
  vault: Vault,
  record: ChunkRecord,
  about: {
    readonly fields: readonly FieldName[];
    readonly corrections: CorrectedValues;
    readonly wanted: (status: number) => boolean;
  },
): readonly PlacedRow[] {
  const { fields, corrections, wanted } = about;
  return openStored(vault, record.sealed).rows.flatMap(([row, values], at) => {
    const status = record.status[at] ?? 0;
    if (!wanted(status)) return [];
    const index = record.firstIndex + at;
    const own = corrections.get(index);
    const shown = own === undefined ? values : withCorrections(values, fields, own);
    return [{ row, index, status, values: shown }];
  });
}
