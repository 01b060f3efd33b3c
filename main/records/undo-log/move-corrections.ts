import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
import type { Vault } from "../vault/vault.ts";

interface LoggedEntry {
  readonly groupId: number;
  readonly seq: number;
  readonly sealed: Buffer;
}

/**
 * Inside the transaction that puts another check of the same list and mapping in force: what was
 * corrected in the review of the former one can be taken back in the new one.
 */
export function moveCorrections(
  db: Database,
  vault: Vault,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const entries = statement<[number], LoggedEntry>(
    db,
    `SELECT group_id AS groupId, seq, sealed_payload AS sealed FROM undo_entries
     WHERE group_id IN (SELECT id FROM undo_groups WHERE staging_id = ?)`,
  ).all(from);
  const keep = statement<[Buffer, number, number]>(
    db,
    "UPDATE undo_entries SET sealed_payload = ? WHERE group_id = ? AND seq = ?",
  );
  for (const { groupId, seq, sealed } of entries) {
    const payload = vault.openJson<object>(sealed);
    keep.run(vault.sealJson({ ...payload, stagingId: to }), groupId, seq);
  }
  const moves = [
    "UPDATE undo_groups SET staging_id = ? WHERE staging_id = ?",
    "UPDATE bulk_edits SET staging_id = ? WHERE staging_id = ? AND state = 'done'",
  ];
  for (const move of moves) statement<[number, number]>(db, move).run(to, from);
}
