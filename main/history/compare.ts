import type { FieldName } from "../../preload/fields.ts";
import type { ChangeKind, ComparedRow, ImportComparison, Page } from "../../preload/types.ts";
import { createRowMask } from "../batches/mask.ts";
import type { Database } from "../database/open.ts";
import { createPayloadCache, type OpenBatch } from "../undo/payload-cache.ts";
import type { Vault } from "../vault/vault.ts";
import { readSetup } from "./import-record.ts";

/** Two imports of the same list. */
export interface ComparedImports {
  readonly importId: number;
  readonly beforeId: number;
}

/**
 * How many rows were added, removed, changed by key (code, else card number), over the fields
 * that both imports sent. Rows that were left out of an import are not compared.
 * @throws AppError "not-found"
 */
export function compareImports(db: Database, vault: Vault, about: ComparedImports) {
  const counts: Record<ChangeKind, number> = { added: 0, removed: 0, changed: 0, same: 0 };
  const walk = changes(db, vault, about);
  let step = walk.next();
  for (; step.done !== true; step = walk.next()) counts[step.value.change] += 1;
  const comparison: ImportComparison = { ...step.value, counts };
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
  const before = readSetup(db, beforeId).mapping.map((entry) => entry.field);
  const fields = readSetup(db, importId)
    .mapping.map((entry) => entry.field)
    .filter((field) => before.includes(field));
  const open = createPayloadCache(db, vault);
  const mask = createRowMask(fields);
  const { found: old, left: oldLeft } = byKey(db, open, beforeId);
  const { found: now, left: nowLeft } = byKey(db, open, importId);
  const rowAt = ({ batch, place }: Place) => {
    const opened = open(batch);
    const row = opened?.rows[place];
    if (opened === null || row === undefined) return null;
    return { row: row.row, values: pick(opened.fields, fields, row.values) };
  };
  for (const [key, place] of now) {
    const row = rowAt(place);
    const earlier = old.get(key);
    const rowBefore = earlier === undefined ? null : rowAt(earlier);
    if (row === null) continue;
    const same = rowBefore?.values.every((value, at) => value === row.values[at]) ?? false;
    yield {
      change: rowBefore === null ? "added" : same ? "same" : "changed",
      row: row.row,
      rowBefore: rowBefore?.row ?? null,
      values: mask(row.values),
      valuesBefore: rowBefore === null ? null : mask(rowBefore.values),
    };
  }
  for (const [key, place] of old) {
    const row = now.has(key) ? null : rowAt(place);
    if (row === null) continue;
    const valuesBefore = mask(row.values);
    yield { change: "removed", row: null, rowBefore: row.row, values: null, valuesBefore };
  }
  return { fields, notCompared: oldLeft + nowLeft };
}

/** The first row of every key. */
function byKey(
  db: Database,
  open: (batchId: number) => OpenBatch | null,
  importId: number,
): { readonly found: ReadonlyMap<string, Place>; readonly left: number } {
  const ids = db
    .prepare("SELECT id FROM batches WHERE import_id = ? ORDER BY position")
    .pluck()
    .all(importId) as number[];
  const found = new Map<string, Place>();
  let left = 0;
  for (const batch of ids) {
    for (const [place, { code, card }] of (open(batch)?.identities ?? []).entries()) {
      const key = code === "" ? `k${card}` : `c${code}`;
      if (key === "k" || found.has(key)) left += 1;
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
