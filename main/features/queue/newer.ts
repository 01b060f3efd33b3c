import type { Database } from "../../common/sqlite/database.ts";
import { createServerIndex } from "../../records/customers/server-index.ts";
import { readPayload } from "../../records/imports/batches/sealed-parts.ts";
import { readBatchCorrections } from "../../records/imports/corrections/correction-store.ts";
import { createLaterBatches } from "../../records/imports/past/overtaking.ts";
import { createServerOfBatch } from "../../records/imports/past/server-past.ts";
import type { Vault } from "../../records/vault/vault.ts";

/**
 * How many rows of a batch are of customers that a later batch has reached since: sent again, the
 * older values would take the place of the newer ones.
 */
export function countNewer(db: Database, vault: Vault, batchId: number): number {
  const server = createServerOfBatch(db)(batchId);
  const later = new Set(createLaterBatches(db)(batchId));
  if (server === null || later.size === 0) return 0;
  const { fields = [], rows = [] } = readPayload(db, vault, batchId) ?? {};
  const places = (["code", "card_number"] as const)
    .map((field) => fields.indexOf(field))
    .filter((place) => place !== -1);
  const { leftOut } = readBatchCorrections(db, vault, batchId);
  const going = rows.filter((_row, place) => !leftOut.has(place));
  const keysOf = ({ values }: (typeof rows)[number]) => places.map((place) => values[place] ?? "");
  const found = createServerIndex(db, vault, server).find(going.flatMap(keysOf));
  const wasReached = (key: string) => found.get(key)?.some((id) => later.has(id)) === true;
  return going.filter((row) => keysOf(row).some(wasReached)).length;
}
