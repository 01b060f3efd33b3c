import { type FieldName, KEY_FIELDS } from "../../../../../preload/fields.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { readStatus } from "../../../../records/drafts/chunks.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { CheckedWith } from "../edit-cell.ts";
import { findRepeats, rowsOfRepeats, writeRepeats } from "../repeats-again.ts";
import { createReview } from "../review.ts";

/** Rows in one transaction. */
const STEP_ROWS = 300;

/** After codes or card numbers have changed: finds the repeats of the whole list anew. */
export async function mendRepeats(
  db: Database,
  vault: Vault,
  stagingId: number,
  about: { readonly field: FieldName | null; readonly checked: CheckedWith },
): Promise<void> {
  if (about.field === null || !KEY_FIELDS.has(about.field)) return;
  const parts = { db, vault, review: createReview(db, vault) };
  const repeats = await findRepeats(parts, stagingId, about.checked, null);
  const rows = rowsOfRepeats(db, stagingId, repeats);
  const write = db.transaction((indexes: readonly number[]) =>
    writeRepeats(db, stagingId, { repeats, indexes }, readStatus(db, stagingId)),
  );
  for (let from = 0; from < rows.length; from += STEP_ROWS) {
    write.immediate(rows.slice(from, from + STEP_ROWS));
  }
}
