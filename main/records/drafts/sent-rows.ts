import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import type { Vault } from "../vault/vault.ts";
import { readStatus } from "./chunks.ts";
import { TRIED } from "./status.ts";

/** Whether a row has gone out with the trial: nothing about it changes any more. */
export function isClosed(status: number | undefined): boolean {
  return ((status ?? 0) & TRIED) !== 0;
}

/** @throws AppError "row-sent" */
export function requireOpen(status: Uint8Array, index: number): void {
  if (isClosed(status[index])) throw new AppError("row-sent");
}

interface LoggedCorrection {
  readonly groupId: number;
  readonly kind: string;
  readonly sealed: Buffer;
}

/**
 * Inside the transaction that sends rows on trial, once they are marked: a correction of nothing but rows
 * that have gone out is part of what went out, and goes back with it. One of many rows at once stays
 * for those of them that are left.
 */
export function forgetSentCorrections(db: Database, vault: Vault, stagingId: number): void {
  const status = readStatus(db, stagingId);
  const entries = statement<[number], LoggedCorrection>(
    db,
    `SELECT group_id AS groupId, kind, sealed_payload AS sealed FROM undo_entries
     JOIN undo_groups ON undo_groups.id = group_id WHERE staging_id = ?`,
  ).all(stagingId);
  const remove = statement<[number]>(db, "DELETE FROM undo_groups WHERE id = ?");
  for (const { groupId, kind, sealed } of entries) {
    const rows = correctedRows(db, vault, kind, sealed);
    if (rows?.every((index) => isClosed(status[index])) === true) remove.run(groupId);
  }
}

type RowsOnly = readonly (readonly [index: number, before: unknown])[];

/** The rows of a correction by their position; null where it is none of rows. */
function correctedRows(
  db: Database,
  vault: Vault,
  kind: string,
  sealed: Buffer,
): readonly number[] | null {
  const indexes = (rows: RowsOnly) => rows.map(([index]) => index);
  switch (kind) {
    case "cell":
      return [vault.openJson<{ readonly index: number }>(sealed).index];
    case "excluded":
      return indexes(vault.openJson<{ readonly rows: RowsOnly }>(sealed).rows);
    case "bulk": {
      const { bulkId } = vault.openJson<{ readonly bulkId: number }>(sealed);
      const steps = column<[number], Buffer>(
        db,
        "SELECT sealed_before FROM bulk_edit_steps WHERE bulk_id = ?",
      ).all(bulkId);
      return steps.flatMap((before) => indexes(vault.openJson<RowsOnly>(before)));
    }
    default:
      return null;
  }
}
