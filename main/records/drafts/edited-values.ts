import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Vault } from "../vault/vault.ts";

/** Values a person typed in the review, by row position and field. */
export type EditedValues = ReadonlyMap<number, ReadonlyMap<FieldName, string>>;

interface EditRow {
  readonly row_index: number;
  readonly field: FieldName;
  readonly sealed_value: Buffer;
}

/** The edits of a staging between two positions (the second is not included). */
export function readEdits(
  db: Database,
  vault: Vault,
  stagingId: number,
  from = 0,
  to = Number.MAX_SAFE_INTEGER,
): EditedValues {
  const rows = db
    .prepare(
      `SELECT row_index, field, sealed_value FROM staged_edits
       WHERE staging_id = ? AND row_index >= ? AND row_index < ?`,
    )
    .all(stagingId, from, to) as EditRow[];
  const edits = new Map<number, Map<FieldName, string>>();
  for (const row of rows) {
    const values = edits.get(row.row_index) ?? new Map<FieldName, string>();
    values.set(row.field, vault.openJson<string>(row.sealed_value));
    edits.set(row.row_index, values);
  }
  return edits;
}

/** Values with a row's edits in their places; the same array where it has none. */
export function withEdits(
  values: readonly string[],
  fields: readonly FieldName[],
  edits: ReadonlyMap<FieldName, string> | undefined,
): readonly string[] {
  if (edits === undefined) return values;
  return values.map((value, at) => {
    const field = fields[at];
    return (field === undefined ? undefined : edits.get(field)) ?? value;
  });
}

/** Keeps an edited value; null lets go of it. */
export function writeEdit(
  db: Database,
  vault: Vault,
  stagingId: number,
  edit: { readonly index: number; readonly field: FieldName; readonly value: string | null },
): void {
  const { index, field, value } = edit;
  if (value === null) {
    db.prepare("DELETE FROM staged_edits WHERE staging_id = ? AND row_index = ? AND field = ?").run(
      stagingId,
      index,
      field,
    );
    return;
  }
  db.prepare(
    `INSERT INTO staged_edits (staging_id, row_index, field, sealed_value) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET sealed_value = excluded.sealed_value`,
  ).run(stagingId, index, field, vault.sealJson(value));
}
