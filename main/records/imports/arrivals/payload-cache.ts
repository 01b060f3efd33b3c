import type { FieldName } from "../../../../preload/fields.ts";
import { giveBack } from "../../../common/give-back.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { type Identity, identityReader } from "../../identity/same-customer.ts";
import type { Vault } from "../../vault/vault.ts";
import { type BatchPayload, openPayload, readPacked } from "../batches/payload.ts";
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
    if (sealed === undefined) return null;
    const json = vault.openPacked(sealed);
    giveBack(sealed);
    const batch = toOpen(readPacked(json));
    giveBack(json);
    return batch;
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
  // Asked for the same batches again and again.
  const without = new Set<number>();
  return (batchId: number): readonly OpenBatch[] => {
    if (without.has(batchId)) return [];
    const former = read.all(batchId);
    if (former.length === 0) {
      without.add(batchId);
      return [];
    }
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
  let byCode: PlacesByKey | null = null;
  let byCard: PlacesByKey | null = null;
  return {
    fields,
    rows,
    identities,
    places: ({ code, card }) => {
      byCode ??= placesBy(identities.map((each) => each.code));
      byCard ??= placesBy(identities.map((each) => each.card));
      return joined(byCode.get(code) ?? NOWHERE, byCard.get(card) ?? NOWHERE);
    },
  };
}

/** Ascending; nothing stands at "". */
type PlacesByKey = ReadonlyMap<string, readonly number[]>;

const NOWHERE: readonly number[] = [];

function placesBy(keys: readonly string[]): PlacesByKey {
  const places = new Map<string, number[]>();
  for (const [place, key] of keys.entries()) {
    if (key === "") continue;
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  }
  return places;
}

/** Both in one, ascending: of nearly all customers they are the same place. */
function joined(some: readonly number[], others: readonly number[]): readonly number[] {
  if (others.length === 0 || (others.length === 1 && some.includes(others[0] ?? 0))) return some;
  if (some.length === 0) return others;
  return [...new Set([...some, ...others])].sort((a, b) => a - b);
}
