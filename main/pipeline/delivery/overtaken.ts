import type { Database } from "../../common/sqlite/database.ts";
import type { Server } from "../../records/connections/server.ts";
import { createServerIndex } from "../../records/customers/server-index.ts";
import { readPayload } from "../../records/imports/batches/sealed-parts.ts";
import { createOvertaking } from "../../records/imports/past/overtaking.ts";
import type { Vault } from "../../records/vault/vault.ts";

/**
 * Tells whether a batch that puts earlier values back has been overtaken over another connection, or
 * while it was held: a later import may have reached the same customers, and its values must stay.
 */
export function createOvertaken(db: Database, vault: Vault): (batchId: number) => boolean {
  const imports = createOvertaking(db);

  function keysOf(batchId: number): readonly string[] {
    const { fields, rows } = readPayload(db, vault, batchId) ?? { fields: [], rows: [] };
    const places = (["code", "card_number"] as const).map((field) => fields.indexOf(field));
    return rows.flatMap(({ values }) => places.map((place) => values[place] ?? ""));
  }

  return (batchId) => {
    const restore = imports.restoreOf(batchId);
    if (restore === undefined) return false;
    const others = new Set(imports.batchesSince(restore));
    if (others.size === 0) return false;
    const { address, account: accountId } = restore;
    const server: Server = { address, accountId };
    const found = createServerIndex(db, vault, server).find(keysOf(batchId));
    return [...found.values()].some((ids) => ids.some((id) => others.has(id)));
  };
}
