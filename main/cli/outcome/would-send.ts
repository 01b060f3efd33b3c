import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import type { FileReading, Mapping } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { MASK } from "../../pipeline/batches/mask.ts";
import { secretColumns } from "../../pipeline/mapping/contents/secret-columns.ts";
import { chunksWhere } from "../../records/drafts/staged-rows.ts";
import { ERROR } from "../../records/drafts/status.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** What a row would send, by field; empty values are left out. */
export type WouldSend = Readonly<Partial<Record<FieldName, string>>>;

/** A list that was checked. */
export interface StagedList {
  readonly stagingId: number;
  readonly reading: FileReading;
  readonly mapping: Mapping;
}

/**
 * What rows in error would send.
 * @param rows by 0-based place in the list: by how many columns values may stand beside their own.
 *   A password may stand there too, and behind it what a quote took in: all of that is masked
 */
export function wouldSend(
  db: Database,
  vault: Vault,
  { stagingId, reading, mapping }: StagedList,
  rows: ReadonlyMap<number, number>,
): ReadonlyMap<number, WouldSend> {
  const found = new Map<number, WouldSend>();
  if (rows.size === 0) return found;
  const firstSecret = Math.min(...secretColumns(reading.columns, mapping));
  for (const chunk of chunksWhere(db, vault, stagingId, (status) => (status & ERROR) !== 0)) {
    for (const { index, values } of chunk) {
      const shift = rows.get(index);
      if (shift === undefined) continue;
      const shown = mapping.flatMap(({ field, columns }, at) => {
        const value = values[at] ?? "";
        if (value === "") return [];
        const mayBeSecret =
          SECRET_FIELDS.has(field) || columns.some((column) => column >= firstSecret - shift);
        return [[field, mayBeSecret ? MASK : value] as const];
      });
      found.set(index, Object.fromEntries(shown));
    }
    if (found.size === rows.size) break;
  }
  return found;
}
