import type { FieldName } from "../../../preload/fields.ts";
import type { ChangeKind, ComparedRow, ImportComparison, Page } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { createRowMask } from "../../pipeline/batches/mask.ts";
import { type Identity, identityReader } from "../../records/identity/same-customer.ts";
import {
  createPayloadCache,
  type OpenBatch,
} from "../../records/imports/arrivals/payload-cache.ts";
import { batchIdsOf } from "../../records/imports/batches/batch-ids.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import { requireRows } from "../../records/imports/rows-removed.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { readLeftovers } from "./export/leftovers.ts";

/** Two imports of the same list. */
export interface ComparedImports {
  readonly importId: number;
  readonly beforeId: number;
}

/**
 * How many rows were added, removed, changed by key (code, else card number), over the fields
 * that both imports sent. A row that one of them sent and the other left out, as one that had not
 * changed since, is told as that.
 * @throws AppError not-found | rows-removed
 */
export function compareImports(db: Database, vault: Vault, about: ComparedImports) {
  const counts: Record<ChangeKind, number> = {
    ...{ added: 0, removed: 0, changed: 0, same: 0 },
    "left-out": 0,
  };
  const walk = changes(db, vault, about);
  let step = walk.next();
  for (; step.done !== true; step = walk.next()) counts[step.value.change] += 1;
  const { "left-out": out, ...others } = counts;
  const comparison: ImportComparison = {
    ...step.value,
    counts: out === 0 ? others : counts,
  };
  return comparison;
}

/** One page of the rows of one kind; secret values masked. */
export function comparedRows(
  db: Database,
  vault: Vault,
  about: ComparedImports & {
    readonly change: ChangeKind;
    readonly offset: number;
    readonly limit: number;
  },
): Page<ComparedRow> {
  const items: ComparedRow[] = [];
  let total = 0;
  for (const each of changes(db, vault, about)) {
    if (each.change !== about.change) continue;
    if (total >= about.offset && items.length < about.limit) items.push(each);
    total += 1;
  }
  return { items, total };
}

interface Place {
  readonly batch: number;
  readonly place: number;
}

function* changes(
  db: Database,
  vault: Vault,
  { importId, beforeId }: ComparedImports,
): Generator<ComparedRow, Omit<ImportComparison, "counts">> {
  requireRows(db, importId);
  requireRows(db, beforeId);
  const setup = readSetup(db, importId);
  const earlier = readSetup(db, beforeId);
  const { sheet } = setup;
  const before = earlier.mapping.map((entry) => entry.field);
  const fields = setup.mapping
    .map((entry) => entry.field)
    .filter((field) => before.includes(field));
  const open = createPayloadCache(db, vault);
  const mask = createRowMask(fields);
  const { found: old, left: oldLeft } = byKey(db, open, beforeId);
  const { found: now, left: nowLeft } = byKey(db, open, importId);
  const [oldOut, nowOut] = [leftOut(db, vault, beforeId), leftOut(db, vault, importId)];
  const rowAt = ({ batch, place }: Place) => {
    const opened = open(batch);
    const row = opened?.rows[place];
    if (opened === null || row === undefined) return null;
    return { row: row.row, values: pick(opened.fields, fields, row.values) };
  };
  for (const [key, place] of now) {
    const row = rowAt(place);
    const there = old.get(key);
    const rowBefore = there === undefined ? null : rowAt(there);
    if (row === null) continue;
    const outBefore = rowBefore === null ? oldOut.get(key) : undefined;
    if (outBefore !== undefined) {
      const values = mask(row.values);
      const rows = { row: row.row, rowBefore: outBefore, sheet };
      yield { change: "left-out", ...rows, values, valuesBefore: null };
      continue;
    }
    const same = rowBefore?.values.every((value, at) => value === row.values[at]) ?? false;
    yield {
      change: rowBefore === null ? "added" : same ? "same" : "changed",
      row: row.row,
      rowBefore: rowBefore?.row ?? null,
      sheet,
      values: mask(row.values),
      valuesBefore: rowBefore === null ? null : mask(rowBefore.values),
    };
  }
  for (const [key, place] of old) {
    const row = now.has(key) ? null : rowAt(place);
    if (row === null) continue;
    const valuesBefore = mask(row.values);
    const out = nowOut.get(key) ?? null;
    const change = out === null ? "removed" : "left-out";
    const rows = { row: out, rowBefore: row.row, sheet: out === null ? earlier.sheet : sheet };
    yield { change, ...rows, values: null, valuesBefore };
  }
  return { fields, notCompared: oldLeft + nowLeft };
}

const NO_KEY = "k";

function keyOf({ code, card }: Identity): string {
  return code === "" ? `${NO_KEY}${card}` : `c${code}`;
}

/** The numbers of the rows that an import did not send, by key. */
function leftOut(db: Database, vault: Vault, importId: number): ReadonlyMap<string, number> {
  const identify = identityReader(readSetup(db, importId).mapping.map(({ field }) => field));
  const found = new Map<string, number>();
  for (const rows of readLeftovers(db, vault, importId)) {
    for (const { row, values } of rows) found.set(keyOf(identify(values)), row);
  }
  found.delete(NO_KEY);
  return found;
}

/** The first row of every key. */
function byKey(
  db: Database,
  open: (batchId: number) => OpenBatch | null,
  importId: number,
): { readonly found: ReadonlyMap<string, Place>; readonly left: number } {
  const found = new Map<string, Place>();
  let left = 0;
  for (const batch of batchIdsOf(db, importId)) {
    for (const [place, identity] of (open(batch)?.identities ?? []).entries()) {
      const key = keyOf(identity);
      if (key === NO_KEY || found.has(key)) left += 1;
      else found.set(key, { batch, place });
    }
  }
  return { found, left };
}

function pick(
  own: readonly FieldName[],
  wanted: readonly FieldName[],
  values: readonly string[],
): readonly string[] {
  return wanted.map((field) => values[own.indexOf(field)] ?? "");
}
