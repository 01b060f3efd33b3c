import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import type { Vault } from "../../vault/vault.ts";

/** What a person has changed in a batch's rows since it was last sent; rows by their places. */
export interface BatchCorrections {
  /** Values by the place of the row, then of the field. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly leftOut: ReadonlySet<number>;
}

/** As they are stored, under older names. */
interface StoredCorrections {
  readonly edits: readonly (readonly [number, readonly (readonly [number, string])[]])[];
  readonly leftOut: readonly number[];
}

export function readBatchCorrections(
  db: Database,
  vault: Vault,
  batchId: number,
): BatchCorrections {
  const sealed = column<[batchId: number], Buffer>(
    db,
    "SELECT sealed_mend FROM batch_mends WHERE batch_id = ?",
  ).get(batchId);
  if (sealed === undefined) return { cells: new Map(), leftOut: new Set() };
  const { edits, leftOut } = vault.openJson<StoredCorrections>(sealed);
  return {
    cells: new Map(edits.map(([place, values]) => [place, new Map(values)])),
    leftOut: new Set(leftOut),
  };
}

export function hasBatchCorrections(db: Database, batchId: number): boolean {
  const find = column<[batchId: number], 1>(db, "SELECT 1 FROM batch_mends WHERE batch_id = ?");
  return find.get(batchId) !== undefined;
}

/** The batches whose rows a person has changed since they were last sent. */
export function batchesWithCorrections(db: Database): readonly number[] {
  return column<[], number>(db, "SELECT batch_id FROM batch_mends").all();
}

/** They are part of the batch's rows from now on, or of no use any more. */
export function dropBatchCorrections(db: Database, batchId: number): void {
  statement<[batchId: number]>(db, "DELETE FROM batch_mends WHERE batch_id = ?").run(batchId);
}

/** Keeps corrections; those that change nothing are let go of. Inside a transaction. */
export function writeBatchCorrections(
  db: Database,
  vault: Vault,
  batchId: number,
  corrections: BatchCorrections,
): void {
  const cells = [...corrections.cells].filter(([, values]) => values.size > 0);
  if (cells.length === 0 && corrections.leftOut.size === 0) {
    dropBatchCorrections(db, batchId);
    return;
  }
  const stored: StoredCorrections = {
    edits: cells.map(([place, values]) => [place, [...values]]),
    leftOut: [...corrections.leftOut],
  };
  statement<[batchId: number, sealed: Buffer]>(
    db,
    "INSERT OR REPLACE INTO batch_mends (batch_id, sealed_mend) VALUES (?, ?)",
  ).run(batchId, vault.sealJson(stored));
}

/** Corrections with one cell set; a null value lets go of the correction. */
export function withCell(
  corrections: BatchCorrections,
  cell: { readonly place: number; readonly field: number },
  value: string | null,
): BatchCorrections {
  const values = new Map(corrections.cells.get(cell.place));
  if (value === null) values.delete(cell.field);
  else values.set(cell.field, value);
  return { ...corrections, cells: new Map(corrections.cells).set(cell.place, values) };
}

/** A row's values with what was changed in them. */
export function correctedValues(
  corrections: BatchCorrections,
  place: number,
  values: readonly string[],
): readonly string[] {
  const own = corrections.cells.get(place);
  return own === undefined ? values : values.map((value, at) => own.get(at) ?? value);
}

/** Places with some of them put in or taken out. */
export function withPlaces(
  before: ReadonlySet<number>,
  places: readonly number[],
  inside: boolean,
): ReadonlySet<number> {
  const after = new Set(before);
  for (const place of places) {
    if (inside) after.add(place);
    else after.delete(place);
  }
  return after;
}
