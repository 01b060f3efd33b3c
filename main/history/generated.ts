import type { FieldName } from "../../preload/fields.ts";
import { type GeneratedIds, readBatchReply } from "../api/reply/batch-reply.ts";
import { readReplyText } from "../api/reply/read-reply.ts";
import type { Database } from "../database/open.ts";
import type { MappedRow } from "../rows.ts";
import type { Vault } from "../vault/vault.ts";
import { readBatches } from "./batch-record.ts";
import { readPayload, readReply } from "./sealed-parts.ts";

/** What the platform made up for one customer, and the row that told of the customer. */
export interface GeneratedFor {
  /** undefined: the reply does not tell which. */
  readonly row: MappedRow | undefined;
  readonly ids: GeneratedIds;
}

/**
 * The ids that the platform made up, batch by batch, each with the row it belongs to as far as the
 * reply tells: by the row's number in the batch, else by a card number that both hold. Where it
 * tells neither and names as many ids as rows went without a code, they stand in the order of the
 * rows. An accepted batch without any comes as none.
 */
export function* generatedByBatch(
  db: Database,
  vault: Vault,
  importId: number,
  fields: readonly FieldName[],
): Generator<readonly GeneratedFor[]> {
  for (const { id, state } of readBatches(db, importId)) {
    if (state !== "accepted") continue;
    const generated = readGenerated(db, vault, id);
    if (generated.length === 0) {
      yield [];
      continue;
    }
    const find = createFinder(readPayload(db, vault, id)?.rows ?? [], fields, generated);
    yield generated.map((ids, position) => ({ row: find(ids, position), ids }));
  }
}

function readGenerated(db: Database, vault: Vault, batchId: number): readonly GeneratedIds[] {
  const kept = readReply(db, vault, batchId);
  if (kept === null) return [];
  const reply = readReplyText(kept.body);
  return reply.kind === "success" ? readBatchReply(reply.content).generated : [];
}

function createFinder(
  rows: readonly MappedRow[],
  fields: readonly FieldName[],
  generated: readonly GeneratedIds[],
): (ids: GeneratedIds, position: number) => MappedRow | undefined {
  const byCard = rowsByCard(rows, fields.indexOf("card_number"));
  const code = fields.indexOf("code");
  const withoutCode = rows.filter((row) => !row.values[code]);
  const told = ({ row, cardNumber }: GeneratedIds) =>
    row === null ? byCard.get(cardNumber ?? "") : rows[row - 1];
  const inOrder = withoutCode.length === generated.length && generated.every((ids) => !told(ids));
  return (ids, position) => (inOrder ? withoutCode[position] : told(ids));
}

function rowsByCard(rows: readonly MappedRow[], place: number): ReadonlyMap<string, MappedRow> {
  const found = new Map<string, MappedRow>();
  for (const row of rows) {
    const card = row.values[place];
    if (card) found.set(card, row);
  }
  return found;
}
