import type { Database } from "../../../common/sqlite/database.ts";
import { countLeftBehind } from "../../../records/imports/corrections/corrected-parts.ts";
import { createLeftChunkWriter, leftChunks } from "../../../records/imports/left-behind.ts";
import type { Vault } from "../../../records/vault/vault.ts";

type LeftRow = readonly [row: number, values: readonly string[]];

/**
 * Puts rows that are not sent after all with the others that an import left behind, in list order,
 * and counts them there. Inside a transaction.
 */
export function leaveBehind(
  db: Database,
  vault: Vault,
  importId: number,
  rows: readonly LeftRow[],
): void {
  if (rows.length === 0) return;
  const left = [...rows].sort(([a], [b]) => a - b);
  const changed: { readonly chunk: number; readonly rows: readonly LeftRow[] }[] = [];
  let last: { readonly chunk: number; readonly rows: readonly LeftRow[] } | null = null;
  for (const { chunk, sealed } of leftChunks(db, importId)) {
    const held = vault.openJson<readonly LeftRow[]>(sealed);
    last = { chunk, rows: held };
    const end = held.at(-1)?.[0] ?? 0;
    const mine = left.splice(0, countUpTo(left, end));
    if (mine.length === 0) continue;
    last = { chunk, rows: merged(held, mine) };
    changed.push(last);
  }
  if (left.length > 0) changed.push({ chunk: (last?.chunk ?? -1) + 1, rows: left });
  const write = createLeftChunkWriter(db, importId);
  for (const { chunk, rows: content } of changed) write(chunk, vault.sealJson(content));
  countLeftBehind(db, importId, rows.length);
}

function countUpTo(rows: readonly LeftRow[], end: number): number {
  const first = rows.findIndex(([row]) => row > end);
  return first < 0 ? rows.length : first;
}

function merged(a: readonly LeftRow[], b: readonly LeftRow[]): readonly LeftRow[] {
  return [...a, ...b].sort(([x], [y]) => x - y);
}
