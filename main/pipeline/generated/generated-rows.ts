import type { FieldName } from "../../../preload/fields.ts";
import type { MappedRow } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Server } from "../../records/connections/server.ts";
import type { OpenBatch } from "../../records/imports/arrivals/payload-cache.ts";
import { readReply } from "../../records/imports/batches/sealed-parts.ts";
import { batchesWithNew } from "../../records/imports/past/server-past.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { generatedIn, type PlacedIds, placeIds } from "./generated.ts";

/** Batches to a server in whose replies the platform named ids that it made up. */
export interface GeneratedRows {
  readonly batchIds: readonly number[];
  /** A batch's rows with what the platform made up in the fields that were sent empty. */
  filled(batchId: number, batch: OpenBatch): Pick<OpenBatch, "fields" | "rows">;
  /** Ids of which the reply does not tell the row. */
  unplaced(batchId: number, batch: OpenBatch): readonly PlacedIds["ids"][];
}

/** Reads every reply once: an id that was made up stands nowhere else. */
export function createGeneratedRows(db: Database, vault: Vault, server: Server): GeneratedRows {
  const generatedOf = (id: number) => generatedIn(readReply(db, vault, id));
  const batchIds = batchesWithNew(db, server).filter((id) => generatedOf(id).length > 0);
  const known = new Set(batchIds);
  const placed = (id: number, { rows, fields }: OpenBatch) =>
    known.has(id) ? placeIds(rows, fields, generatedOf(id)) : [];

  return {
    batchIds,
    filled(id, batch) {
      const made = placed(id, batch).filter(({ place }) => place !== null);
      return made.length === 0 ? batch : fill(batch, made);
    },
    unplaced: (id, batch) =>
      placed(id, batch).flatMap(({ place, ids }) => (place === null ? [ids] : [])),
  };
}

function fill(
  { fields, rows }: OpenBatch,
  made: readonly PlacedIds[],
): Pick<OpenBatch, "fields" | "rows"> {
  const added = (["code", "card_number"] as const).filter((field) => !fields.includes(field));
  const all: readonly FieldName[] = [...fields, ...added];
  const code = all.indexOf("code");
  const card = all.indexOf("card_number");
  const byPlace = new Map(made.map(({ place, ids }) => [place, ids]));
  return {
    fields: all,
    rows: rows.map((row, place): MappedRow => {
      const values = [...row.values, ...added.map(() => "")];
      const ids = byPlace.get(place);
      if (ids === undefined) return { ...row, values };
      if (values[code]?.trim() === "") values[code] = ids.code ?? "";
      if (values[card]?.trim() === "") values[card] = ids.cardNumber ?? "";
      return { ...row, values };
    }),
  };
}
