import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Vault } from "../vault/vault.ts";
import { TRIED } from "./status.ts";

/** Whether a row has gone out with the trial: nothing about it changes any more. */
export function isClosed(status: number | undefined): boolean {
  return ((status ?? 0) & TRIED) !== 0;
}

/** @throws AppError "row-sent" */
export function requireOpen(status: Uint8Array, index: number): void {
  if (isClosed(status[index])) throw new AppError("row-sent");
}

/**
 * Inside the transaction that sends rows on trial: what was edited in them is part of what went
 * out, and goes back with it. Edits of many rows at once stay, for those of them that are left.
 */
export function forgetSentEdits(
  db: Database,
  vault: Vault,
  stagingId: number,
  sent: ReadonlySet<number>,
): void {
  const entries = db
    .prepare(
      `SELECT group_id AS groupId, sealed_payload AS sealed FROM undo_entries
       JOIN undo_groups ON undo_groups.id = group_id WHERE staging_id = ? AND kind = 'cell'`,
    )
    .all(stagingId) as { readonly groupId: number; readonly sealed: Buffer }[];
  const remove = db.prepare("DELETE FROM undo_groups WHERE id = ?");
  for (const { groupId, sealed } of entries) {
    if (sent.has(vault.openJson<{ readonly index: number }>(sealed).index)) remove.run(groupId);
  }
}
