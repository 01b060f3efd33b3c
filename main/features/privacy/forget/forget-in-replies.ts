import type { Database } from "../../../common/sqlite/database.ts";
import { hideSecrets } from "../../../pipeline/api/hide-secrets.ts";
import { placeIds, toldIn } from "../../../pipeline/generated/generated.ts";
import type { OpenBatch } from "../../../records/imports/arrivals/payload-cache.ts";
import {
  type BatchReply,
  type GeneratedIds,
  type KeptReply,
  sealReply,
} from "../../../records/imports/batches/kept-reply.ts";
import { readReply } from "../../../records/imports/batches/sealed-parts.ts";
import {
  readSealedWords,
  writeSealedReply,
  writeSealedWords,
} from "../../../records/imports/retention/forget-rows.ts";
import type { Vault } from "../../../records/vault/vault.ts";

/** What of a batch goes: rows by their places, and ids of the person that have none. */
export interface GoneFromBatch {
  readonly places: ReadonlySet<number>;
  readonly isTheirs: (value: string) => boolean;
}

/**
 * Takes a person out of a batch's reply and of the platform's words; inside the transaction that
 * takes their rows, before it. What the platform made up for others stays, by the rows that are left.
 */
export function forgetInReply(
  db: Database,
  vault: Vault,
  batchId: number,
  batch: OpenBatch,
  gone: GoneFromBatch,
): void {
  const values = [...gone.places].flatMap((place) => batch.rows[place]?.values ?? []);
  const hide = (text: string) => hideSecrets(text, values);
  const reply = readReply(db, vault, batchId);
  if (reply !== null) {
    const sealed = sealReply(vault, withoutPerson(reply, batch, gone, hide));
    writeSealedReply(db, batchId, sealed);
  }
  const words = readSealedWords(db, batchId);
  if (words === null) return;
  const kept = vault.seal(Buffer.from(hide(vault.open(words).toString("utf8")), "utf8"));
  writeSealedWords(db, batchId, kept);
}

function withoutPerson(
  reply: KeptReply,
  { rows, fields }: OpenBatch,
  { places, isTheirs }: GoneFromBatch,
  hide: (text: string) => string,
): KeptReply {
  const told = toldIn(reply);
  if (told === null || told.generated.length === 0) return { ...reply, body: hide(reply.body) };
  const before = (place: number) => [...places].filter((each) => each < place).length;
  const kept = placeIds(rows, fields, told.generated).flatMap(({ place, ids }): GeneratedIds[] => {
    if (place === null)
      return [ids.code, ids.cardNumber].some((id) => isTheirs(id ?? "")) ? [] : [ids];
    return places.has(place) ? [] : [{ ...ids, row: place + 1 - before(place) }];
  });
  // Rows are numbered anew, so the reply is written anew: with what is known of it.
  const left: BatchReply = { ...told, generated: kept };
  return { ...reply, contentType: "application/json", body: written(left), told: left };
}

function written({ created, updated, generated }: BatchReply): string {
  const customers = {
    ...(created === null ? {} : { new: String(created) }),
    ...(updated === null ? {} : { updated: String(updated) }),
  };
  const made = generated.map(({ row, code, cardNumber }) => ({
    ...(row === null ? {} : { row: String(row) }),
    ...(code === null ? {} : { code }),
    ...(cardNumber === null ? {} : { card_number: cardNumber }),
  }));
  return JSON.stringify({ status: "success", batch: { customers, new_customers: made } });
}
