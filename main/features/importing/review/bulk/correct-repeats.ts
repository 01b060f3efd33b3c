import type { Database } from "../../../../common/sqlite/database.ts";
import { decidesRepeats } from "../../../../pipeline/validation/repeat-fields.ts";
import { readStatus } from "../../../../records/drafts/chunks.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { CheckedWith } from "../checked-with.ts";
import { findRepeats, rowsOfRepeats, writeRepeats } from "../repeats-again.ts";
import { createReview } from "../review.ts";

/** Rows in one transaction. */
const STEP_ROWS = 300;

/** After a correction of many rows, which may have changed keys or what can be sent: finds repeats anew. */
export async function correctRepeats(
  db: Database,
  vault: Vault,
  stagingId: number,
  checked: CheckedWith,
): Promise<void> {
  const { mapping, options } = checked;
  if (!mapping.some(({ field }) => decidesRepeats(field, options))) return;
  const parts = { db, vault, review: createReview(db, vault) };
  const repeats = await findRepeats(parts, stagingId, checked);
  const rows = rowsOfRepeats(db, stagingId, repeats);
  const write = db.transaction((indexes: readonly number[]) =>
    writeRepeats(db, stagingId, { repeats, indexes }, readStatus(db, stagingId)),
  );
  for (let from = 0; from < rows.length; from += STEP_ROWS) {
    write.immediate(rows.slice(from, from + STEP_ROWS));
  }
}
