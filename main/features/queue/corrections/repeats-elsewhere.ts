import { setImmediate as nextTurn } from "node:timers/promises";
import { KEY_FIELDS } from "../../../../preload/fields.ts";
import { rowName } from "../../../../preload/lists/list-row.ts";
import type { RowProblem } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { createKeyHash, normalKey } from "../../../records/customers/keys.ts";
import { findBatches } from "../../../records/customers/lookup.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import {
  type OtherBatch,
  otherBatches,
} from "../../../records/imports/corrections/correctable-batch.ts";
import {
  type BatchCorrections,
  correctedValues,
  readBatchCorrections,
} from "../../../records/imports/corrections/correction-store.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { CorrectableBatch } from "./correctable.ts";

/** Repeats of other batches of the same import, by the place of the row that was corrected. */
export type Elsewhere = ReadonlyMap<number, RowProblem>;

const KEYS = ["code", "card_number"] as const;

interface NewKey {
  readonly place: number;
  readonly field: (typeof KEYS)[number];
  readonly value: string;
}

type KeysByValue = ReadonlyMap<string, readonly NewKey[]>;

/**
 * Looks whether codes and card numbers that a person typed stand in another batch of the import
 * too, as it went out or as it is corrected. A batch's own repeats are the checker's.
 */
export async function repeatsElsewhere(
  db: Database,
  vault: Vault,
  batch: CorrectableBatch,
  corrections: BatchCorrections,
): Promise<Elsewhere> {
  const found = new Map<number, RowProblem>();
  const typed = typedKeys(batch, corrections);
  if (typed.length === 0) return found;
  const others = otherBatches(db, batch);
  for (const [batchId, keys] of candidates(db, vault, batch, typed, others)) {
    // To open a batch takes as long as one piece of work may take.
    await nextTurn();
    for (const { key, row } of rowsWith(db, vault, batchId, keys)) {
      if (!found.has(key.place)) found.set(key.place, problemOf(batch, key, row));
    }
  }
  return found;
}

/** The rows of a batch, as it would go now, that have one of the keys. */
function* rowsWith(db: Database, vault: Vault, batchId: number, keys: readonly NewKey[]) {
  const payload = readPayload(db, vault, batchId);
  if (payload === null) return;
  const { fields, rows } = payload;
  const theirs = readBatchCorrections(db, vault, batchId);
  const wanted = KEYS.map((field) => ({
    at: fields.indexOf(field),
    keys: Map.groupBy(
      keys.filter((key) => key.field === field),
      ({ value }) => value,
    ) as KeysByValue,
  }));
  for (const [place, { row, values }] of rows.entries()) {
    if (theirs.leftOut.has(place)) continue;
    const now = correctedValues(theirs, place, values);
    for (const { at, keys: byValue } of wanted) {
      for (const key of byValue.get(now[at] ?? "") ?? []) yield { key, row };
    }
  }
}

function typedKeys(
  { fields, rows }: CorrectableBatch,
  corrections: BatchCorrections,
): readonly NewKey[] {
  return [...corrections.cells].flatMap(([place, values]) => {
    if (corrections.leftOut.has(place) || rows[place] === undefined) return [];
    return [...values].flatMap(([at, value]): NewKey[] => {
      const field = fields[at];
      const isKey = field !== undefined && KEY_FIELDS.has(field) && value.trim() !== "";
      return isKey ? [{ place, field: field as NewKey["field"], value }] : [];
    });
  });
}

/** Which of the keys may stand in which batch. */
function candidates(
  db: Database,
  vault: Vault,
  { indexedAs }: CorrectableBatch,
  typed: readonly NewKey[],
  others: readonly OtherBatch[],
): ReadonlyMap<number, readonly NewKey[]> {
  const hash = createKeyHash(vault, indexedAs);
  const keyOf = ({ value }: NewKey) => {
    let key = 0;
    hash(normalKey(value), (high, nibble) => {
      key = high * 16 + nibble;
    });
    return key;
  };
  const keyed = typed.map((key) => [key, keyOf(key)] as const);
  const batches = findBatches(
    db,
    keyed.map(([, key]) => key),
  );
  const found = new Map<number, readonly NewKey[]>();
  for (const { id, corrected } of others) {
    const keys = keyed.flatMap(([each, key]) =>
      corrected === 1 || batches.get(key)?.includes(id) === true ? [each] : [],
    );
    if (keys.length > 0) found.set(id, keys);
  }
  return found;
}

function problemOf(
  { mapping, columns, sheet }: CorrectableBatch,
  key: NewKey,
  first: number,
): RowProblem {
  const from = mapping.find(({ field }) => field === key.field)?.columns[0];
  return {
    row: 0,
    column: columns.find(({ index }) => index === from)?.header ?? null,
    field: key.field,
    code: key.field === "code" ? "repeated-code-elsewhere" : "repeated-card-number-elsewhere",
    severity: "warning",
    params: { first: rowName(first, sheet) },
  };
}
