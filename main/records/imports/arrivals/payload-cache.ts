import type { FieldName } from "../../../../preload/fields.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { type Identity, identityReader } from "../../identity/same-customer.ts";
import type { Vault } from "../../vault/vault.ts";
import { type BatchPayload, openPayload } from "../batches/payload.ts";
import { createSealedRowsReader } from "../batches/sealed-parts.ts";
import { createArrivalsReader } from "./arrivals.ts";

/** Batches whose rows stay in memory: lists of the same customers come in much the same order. */
const KEPT = 64;

export interface OpenBatch {
  readonly fields: readonly FieldName[];
  readonly rows: readonly MappedRow[];
  readonly identities: readonly Identity[];
  /** Places of the rows with this code or card number. */
  places(identity: Identity): readonly number[];
}

/**
 * Opens the rows of batches, each once as long as it is in use; null for purged rows.
 * @param size batches that stay in memory
 */
export function createPayloadCache(db: Database, vault: Vault, size: number = KEPT) {
  const known = new Map<number, OpenBatch | null>();
  const rowsOf = createSealedRowsReader(db);
  const open = (batchId: number) => {
    const sealed = rowsOf(batchId);
    return sealed === undefined ? null : toOpen(openPayload(vault, sealed));
  };
  return (batchId: number): OpenBatch | null => {
    const kept = known.get(batchId);
    const batch = kept === undefined ? open(batchId) : kept;
    known.delete(batchId);
    known.set(batchId, batch);
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
    return batch;
  };
}

/**
 * Opens the rows of a batch as they were before they were corrected, where a try of theirs may have
 * arrived; of nearly all batches there are none.
 */
export function createFormerReader(db: Database, vault: Vault) {
  const read = statement<[batchId: number], { readonly attempt: number; readonly sealed: Buffer }>(
    db,
    "SELECT attempt, sealed_rows AS sealed FROM batch_earlier WHERE batch_id = ? ORDER BY attempt",
  );
  const arrivalsOf = createArrivalsReader(db);
  return (batchId: number): readonly OpenBatch[] => {
    const former = read.all(batchId);
    if (former.length === 0) return [];
    const arrivals = arrivalsOf(batchId).map(({ arrival }) => arrival);
    return former.flatMap(({ attempt, sealed }, at) => {
      const after = former[at - 1]?.attempt ?? 0;
      const maybe = arrivals.some((arrival) => arrival > after && arrival <= attempt);
      return maybe ? [toOpen(openPayload(vault, sealed))] : [];
    });
  };
}

function toOpen({ fields, rows }: BatchPayload): OpenBatch {
  const identify = identityReader(fields);
  const identities = rows.map(({ values }) => identify(values));
  let byKey: PlacesByKey | null = null;
  return {
    fields,
    rows,
    identities,
    places: ({ code, card }) => {
      byKey ??= placesByKey(identities);
      const found = new Set([
        ...(code === "" ? [] : (byKey.get(`c${code}`) ?? [])),
        ...(card === "" ? [] : (byKey.get(`k${card}`) ?? [])),
      ]);
      return [...found].sort((a, b) => a - b);
    },
  };
}

type PlacesByKey = ReadonlyMap<string, readonly number[]>;

function placesByKey(identities: readonly Identity[]): PlacesByKey {
  const byKey = new Map<string, number[]>();
  const put = (key: string, place: number) => {
    const places = byKey.get(key);
    if (places === undefined) byKey.set(key, [place]);
    else places.push(place);
  };
  for (const [place, { code, card }] of identities.entries()) {
    if (code !== "") put(`c${code}`, place);
    if (card !== "") put(`k${card}`, place);
  }
  return byKey;
}
