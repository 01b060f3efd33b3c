import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { type Statement, statement } from "../../common/sqlite/statement.ts";
import type { Vault } from "../vault/vault.ts";

/** Values a person typed in the review, by row position and field. */
export type CorrectedValues = ReadonlyMap<number, ReadonlyMap<FieldName, string>>;

export interface StoredCorrection {
  readonly row_index: number;
  readonly field: FieldName;
  readonly sealed_value: Buffer;
}

/** The corrections of a staging between two positions (the second is not included). */
export function readCorrections(
  db: Database,
  vault: Vault,
  stagingId: number,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): CorrectedValues {
  const rows = sealedCorrections(db).all(stagingId, from, to);
  const corrections = new Map<number, Map<FieldName, string>>();
  for (const row of rows) {
    const values = corrections.get(row.row_index) ?? new Map<FieldName, string>();
    values.set(row.field, vault.openJson<string>(row.sealed_value));
    corrections.set(row.row_index, values);
  }
  return corrections;
}

/** The same, as they are kept: a thread opens them. */
export function sealedCorrections(
  db: Database,
): Statement<[stagingId: number, from: number, to: number], StoredCorrection> {
  return statement(
    db,
    `SELECT row_index, field, sealed_value FROM staged_edits
     WHERE staging_id = ? AND row_index >= ? AND row_index < ?`,
  );
}

/** Values with a row's corrections in their places; the same array where it has none. */
export function withCorrections(
  values: readonly string[],
  fields: readonly FieldName[],
  corrections: ReadonlyMap<FieldName, string> | undefined,
): readonly string[] {
  if (corrections === undefined) return values;
  return values.map((value, at) => {
    const field = fields[at];
    return (field === undefined ? undefined : corrections.get(field)) ?? value;
  });
}

/** Keeps a corrected value; null lets go of it. */
export function writeCorrection(
  db: Database,
  vault: Vault,
  stagingId: number,
  correction: { readonly index: number; readonly field: FieldName; readonly value: string | null },
): void {
  const { index, field, value } = correction;
  if (value === null) {
    statement<[number, number, string]>(
      db,
      "DELETE FROM staged_edits WHERE staging_id = ? AND row_index = ? AND field = ?",
    ).run(stagingId, index, field);
    return;
  }
  statement<[number, number, string, Buffer]>(
    db,
    `INSERT INTO staged_edits (staging_id, row_index, field, sealed_value) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET sealed_value = excluded.sealed_value`,
  ).run(stagingId, index, field, vault.sealJson(value));
}
