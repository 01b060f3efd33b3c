import type { Database } from "../../common/sqlite/database.ts";
import type { Vault } from "../vault/vault.ts";

/**
 * Inside the transaction that puts another check of the same list and mapping in force: what was
 * corrected in the review of the former one can be taken back in the new one.
 */
export function moveCorrections(
  db: Database,
  vault: Vault,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const entries = db
    .prepare(
      `SELECT group_id AS groupId, seq, sealed_payload AS sealed FROM undo_entries
       WHERE group_id IN (SELECT id FROM undo_groups WHERE staging_id = ?)`,
    )
    .all(from) as { readonly groupId: number; readonly seq: number; readonly sealed: Buffer }[];
  const keep = db.prepare(
    "UPDATE undo_entries SET sealed_payload = ? WHERE group_id = ? AND seq = ?",
  );
  for (const { groupId, seq, sealed } of entries) {
    const payload = vault.openJson<object>(sealed);
    keep.run(vault.sealJson({ ...payload, stagingId: to }), groupId, seq);
  }
  db.prepare("UPDATE undo_groups SET staging_id = ? WHERE staging_id = ?").run(to, from);
  db.prepare("UPDATE bulk_edits SET staging_id = ? WHERE staging_id = ? AND state = 'done'").run(
    ...[to, from],
  );
}
