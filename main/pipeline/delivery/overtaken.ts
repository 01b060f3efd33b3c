import type { Database } from "../../common/sqlite/database.ts";
import type { Server } from "../../records/connections/server.ts";
import { createServerIndex } from "../../records/customers/server-index.ts";
import { openPayload } from "../../records/imports/batches/payload.ts";
import type { Vault } from "../../records/vault/vault.ts";

interface Restore {
  readonly importId: number;
  readonly undoes: number;
  readonly address: string;
  readonly account: string;
  readonly comparedAt: number;
}

/** Batches of imports that were queued after a restore was made and have gone out before it. */
export const OVERTAKING_SQL = `SELECT batches.id FROM imports JOIN batches ON import_id = imports.id
  WHERE address IN (:address, '') AND account_id = :account AND queued_order > :comparedAt AND undoes_import_id IS NOT :undoes
    AND imports.id <> :importId AND attempts > 0`;

/**
 * Tells whether a batch that puts earlier values back has been overtaken over another connection, or
 * while it was held: a later import may have reached the same customers, and its values must stay.
 */
export function createOvertaken(db: Database, vault: Vault): (batchId: number) => boolean {
  const restoreOf = db.prepare(
    `SELECT imports.id AS importId, undoes_import_id AS undoes, address,
       account_id AS account,
       queued_order AS comparedAt
     FROM batches JOIN imports ON imports.id = import_id
     WHERE batches.id = ? AND undoes_import_id IS NOT NULL`,
  );
  const overtaking = db.prepare(OVERTAKING_SQL).pluck();
  const rowsOf = db.prepare("SELECT sealed_rows FROM batch_rows WHERE batch_id = ?").pluck();

  function keysOf(batchId: number): readonly string[] {
    const sealed = rowsOf.get(batchId) as Buffer | undefined;
    const { fields = [], rows = [] } = sealed === undefined ? {} : openPayload(vault, sealed);
    const places = (["code", "card_number"] as const).map((field) => fields.indexOf(field));
    return rows.flatMap(({ values }) => places.map((place) => values[place] ?? ""));
  }

  return (batchId) => {
    const restore = restoreOf.get(batchId) as Restore | undefined;
    if (restore === undefined) return false;
    const others = new Set(overtaking.all(restore) as number[]);
    if (others.size === 0) return false;
    const { address, account: accountId } = restore;
    const server: Server = { address, accountId };
    const found = createServerIndex(db, vault, server).find(keysOf(batchId));
    return [...found.values()].some((ids) => ids.some((id) => others.has(id)));
  };
}
