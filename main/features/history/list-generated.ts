import { setImmediate as nextTurn } from "node:timers/promises";
import type { CallInput } from "../../../preload/contract.ts";
import type { FieldName } from "../../../preload/fields.ts";
import type { GeneratedRow, Page } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { type GeneratedFor, generatedByBatch } from "../../pipeline/generated/generated.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import type { Vault } from "../../records/vault/vault.ts";

/**
 * One page of the ids that the platform made up, in list order. The replies are read one by one to
 * count them, with turns for others in between.
 * @throws AppError "not-found"
 */
export async function listGenerated(
  db: Database,
  vault: Vault,
  { importId, offset, limit }: CallInput<"history.generated">,
): Promise<Page<GeneratedRow>> {
  const { mapping, sheet } = readSetup(db, importId);
  const fields = mapping.map((entry) => entry.field);
  const items: GeneratedRow[] = [];
  let total = 0;
  for (const batch of generatedByBatch(db, vault, importId, fields)) {
    const from = Math.max(0, offset - total);
    for (const one of batch.slice(from, from + limit - items.length)) {
      items.push({ ...toRow(one, fields), sheet });
    }
    total += batch.length;
    await nextTurn();
  }
  return { items, total };
}

function toRow(
  { row, ids }: GeneratedFor,
  fields: readonly FieldName[],
): Omit<GeneratedRow, "sheet"> {
  const value = (field: FieldName) => (row?.values[fields.indexOf(field)] ?? "").trim();
  return {
    row: row?.row ?? null,
    name: `${value("first_name")} ${value("last_name")}`.trim(),
    email: value("email"),
    code: ids.code,
    // A card number that the row itself brought was not made up.
    cardNumber: ids.cardNumber === value("card_number") ? null : ids.cardNumber,
  };
}
