import type { FieldName } from "../../../preload/fields.ts";
import { type GeneratedIds, readBatchReply } from "../../api/reply/batch-reply.ts";
import { readReplyText } from "../../api/reply/read-reply.ts";
import type { BatchRow } from "../../batches/batch.ts";
import type { Database } from "../../database/open.ts";
import { t } from "../../text.ts";
import type { Vault } from "../../vault/vault.ts";
import { readBatches } from "../batch-record.ts";
import { readPayload, readReply } from "../sealed-parts.ts";
import type { Table } from "../tables/table.ts";
import { fieldHeaders, secretNotes, withoutSecrets } from "./columns.ts";

/**
 * The ids that the platform made up, each beside the row it belongs to as far as the reply tells:
 * by the row's number in the batch, else by a card number that both hold.
 */
export function generatedTable(
  db: Database,
  vault: Vault,
  importId: number,
  fields: readonly FieldName[],
): Table {
  return {
    sheetName: t("words:export.sheets.generated"),
    header: [
      ...fieldHeaders(fields),
      t("words:export.row"),
      t("words:export.generated-code"),
      t("words:export.generated-card"),
    ],
    rows: linesOf(db, vault, importId, fields),
    notes: [t("words:export.generated-note"), ...secretNotes(fields)],
  };
}

function* linesOf(
  db: Database,
  vault: Vault,
  importId: number,
  fields: readonly FieldName[],
): Generator<readonly (readonly string[])[]> {
  const clean = withoutSecrets(fields);
  const nothing = fields.map(() => "");
  for (const { id, state } of readBatches(db, importId)) {
    if (state !== "accepted") continue;
    const generated = readGenerated(db, vault, id);
    if (generated.length === 0) continue;
    const find = createFinder(readPayload(db, vault, id)?.rows ?? [], fields);
    yield generated.map((ids) => {
      const row = find(ids);
      return [
        ...(row === undefined ? nothing : clean(row.values)),
        row === undefined ? "" : String(row.row),
        ids.code ?? "",
        ids.cardNumber ?? "",
      ];
    });
  }
}

function readGenerated(db: Database, vault: Vault, batchId: number): readonly GeneratedIds[] {
  const kept = readReply(db, vault, batchId);
  if (kept === null) return [];
  const reply = readReplyText(kept.body);
  return reply.kind === "success" ? readBatchReply(reply.content).generated : [];
}

function createFinder(
  rows: readonly BatchRow[],
  fields: readonly FieldName[],
): (ids: GeneratedIds) => BatchRow | undefined {
  const place = fields.indexOf("card_number");
  const byCard = new Map<string, BatchRow>();
  if (place >= 0) {
    for (const row of rows) {
      const card = row.values[place];
      if (card) byCard.set(card, row);
    }
  }
  return ({ row, cardNumber }) => {
    if (row !== null) return rows[row - 1];
    return cardNumber === null ? undefined : byCard.get(cardNumber);
  };
}
