import type { FieldName } from "../../../preload/fields.ts";
import type { MappedRow } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readBatches } from "../../records/imports/batches/batch-record.ts";
import type {
  BatchReply,
  GeneratedIds,
  KeptReply,
} from "../../records/imports/batches/kept-reply.ts";
import { readPayload, readReply } from "../../records/imports/batches/sealed-parts.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { readBatchReply } from "../api/reply/batch-reply.ts";
import { readReplyText } from "../api/reply/read-reply.ts";

/** What the platform made up for one customer, and the row that told of the customer. */
export interface GeneratedFor {
  /** undefined: the reply does not tell which. */
  readonly row: MappedRow | undefined;
  readonly ids: GeneratedIds;
}

/** The same with the row's place in its batch; null where the reply does not tell which. */
export interface PlacedIds {
  readonly place: number | null;
  readonly ids: GeneratedIds;
}

/**
 * The ids that the platform made up, batch by batch, each with the row it belongs to as far as the
 * reply tells. An accepted batch without any comes as none.
 */
export function* generatedByBatch(
  db: Database,
  vault: Vault,
  importId: number,
  fields: readonly FieldName[],
): Generator<readonly GeneratedFor[]> {
  for (const { id, state } of readBatches(db, importId)) {
    if (state !== "accepted") continue;
    const generated = generatedIn(readReply(db, vault, id));
    if (generated.length === 0) {
      yield [];
      continue;
    }
    const rows = readPayload(db, vault, id)?.rows ?? [];
    const placed = placeIds(rows, fields, generated);
    yield placed.map(({ place, ids }) => ({ row: rows[place ?? -1], ids }));
  }
}

/** The ids that an accepted batch's reply names. */
export function generatedIn(reply: KeptReply | null): readonly GeneratedIds[] {
  return reply === null ? [] : (toldIn(reply)?.generated ?? []);
}

/** What a kept reply tells of its batch; null where it is no success. */
export function toldIn({ told, body }: KeptReply): BatchReply | null {
  if (told !== undefined) return told;
  const reply = readReplyText(body);
  return reply.kind === "success" ? readBatchReply(reply.content) : null;
}

/**
 * Which row each id belongs to: by the row's number in the batch, else by a card number that both
 * hold. Where the reply tells neither and names as many ids as rows went without a code, they stand
 * in the order of the rows.
 */
export function placeIds(
  rows: readonly MappedRow[],
  fields: readonly FieldName[],
  generated: readonly GeneratedIds[],
): readonly PlacedIds[] {
  const byCard = placesByCard(rows, fields.indexOf("card_number"));
  const code = fields.indexOf("code");
  const withoutCode = rows.flatMap((row, place) => (row.values[code] ? [] : [place]));
  const told = ({ row, cardNumber }: GeneratedIds): number | null => {
    if (row === null) return byCard.get(cardNumber ?? "") ?? null;
    return row <= rows.length ? row - 1 : null;
  };
  const inOrder =
    withoutCode.length === generated.length && generated.every((ids) => told(ids) === null);
  return generated.map((ids, position) => ({
    ids,
    place: inOrder ? (withoutCode[position] ?? null) : told(ids),
  }));
}

function placesByCard(rows: readonly MappedRow[], column: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [place, row] of rows.entries()) {
    const card = row.values[column];
    if (card) found.set(card, place);
  }
  return found;
}
