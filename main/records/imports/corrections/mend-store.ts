import type { Database } from "../../../common/sqlite/database.ts";
import type { Vault } from "../../vault/vault.ts";

/** What a person has changed in a batch's rows since it was last sent; rows by their places. */
export interface Mend {
  /** Values by the place of the row, then of the field. */
  readonly edits: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly leftOut: ReadonlySet<number>;
}

interface StoredMend {
  readonly edits: readonly (readonly [number, readonly (readonly [number, string])[]])[];
  readonly leftOut: readonly number[];
}

export function readMend(db: Database, vault: Vault, batchId: number): Mend {
  const sealed = db
    .prepare("SELECT sealed_mend FROM batch_mends WHERE batch_id = ?")
    .pluck()
    .get(batchId) as Buffer | undefined;
  if (sealed === undefined) return { edits: new Map(), leftOut: new Set() };
  const { edits, leftOut } = vault.openJson<StoredMend>(sealed);
  return {
    edits: new Map(edits.map(([place, values]) => [place, new Map(values)])),
    leftOut: new Set(leftOut),
  };
}

export function hasMend(db: Database, batchId: number): boolean {
  return db.prepare("SELECT 1 FROM batch_mends WHERE batch_id = ?").get(batchId) !== undefined;
}

/** Keeps a mend; one that changes nothing is let go of. Inside a transaction. */
export function writeMend(db: Database, vault: Vault, batchId: number, mend: Mend): void {
  const edits = [...mend.edits].filter(([, values]) => values.size > 0);
  if (edits.length === 0 && mend.leftOut.size === 0) {
    db.prepare("DELETE FROM batch_mends WHERE batch_id = ?").run(batchId);
    return;
  }
  const stored: StoredMend = {
    edits: edits.map(([place, values]) => [place, [...values]]),
    leftOut: [...mend.leftOut],
  };
  db.prepare("INSERT OR REPLACE INTO batch_mends (batch_id, sealed_mend) VALUES (?, ?)").run(
    batchId,
    vault.sealJson(stored),
  );
}

/** A mend with one cell set; a null value lets go of the edit. */
export function withEdit(
  mend: Mend,
  cell: { readonly place: number; readonly field: number },
  value: string | null,
): Mend {
  const values = new Map(mend.edits.get(cell.place));
  if (value === null) values.delete(cell.field);
  else values.set(cell.field, value);
  return { ...mend, edits: new Map(mend.edits).set(cell.place, values) };
}

/** A row's values with what was changed in them. */
export function mendedValues(
  mend: Mend,
  place: number,
  values: readonly string[],
): readonly string[] {
  const edits = mend.edits.get(place);
  return edits === undefined ? values : values.map((value, at) => edits.get(at) ?? value);
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
