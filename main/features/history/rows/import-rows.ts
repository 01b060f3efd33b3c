import { setImmediate as nextTurn } from "node:timers/promises";
import type { CallInput } from "../../../../preload/contract.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type { ImportRow, ImportRows } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { createRowMask } from "../../../pipeline/batches/mask.ts";
import { batchesWithRows } from "../../../records/imports/batches/batch-ids.ts";
import {
  type BatchRecord,
  readBatches,
  toBatchSummary,
} from "../../../records/imports/batches/batch-record.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import { readErrorRows, readProblemsOfRows } from "../../../records/imports/import-problems.ts";
import { readSetup } from "../../../records/imports/import-record.ts";
import { createLeftChunkReader, leftChunkNumbers } from "../../../records/imports/left-behind.ts";
import { areRowsRemoved } from "../../../records/imports/rows-removed.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { toListProblem } from "../problems.ts";
import { countRows, leftKind, standingOf, wantsBatch, wantsLeft } from "./row-kinds.ts";

/** Rows of a page, in the window of places that is wanted of one kind. */
interface Window {
  /** Rows of the kind still to be passed over. */
  skip: number;
  /** Rows still wanted. */
  take: number;
}

/**
 * One page of an import's rows of one kind: those of its batches in the order of sending, then those
 * that never went into one. Only the batches of the page are opened; the rows that were not sent are
 * read chunk by chunk up to the page, with turns for others in between.
 * @throws AppError "not-found"
 */
export async function importRows(
  db: Database,
  vault: Vault,
  { importId, filter, offset, limit }: CallInput<"history.rows">,
): Promise<ImportRows> {
  const { mapping, checked, sheet } = readSetup(db, importId);
  const fields = mapping.map((entry) => entry.field);
  const batches = readBatches(db, importId);
  const errors = readErrorRows(db, importId);
  const left = { total: Math.max(0, checked.total - checked.toSend), invalid: errors.length };
  const counts = countRows(batches, left);
  const withRows = batchesWithRows(db, importId);
  const kept = batches.filter((batch) => withRows.has(batch.id) && wantsBatch(filter, batch));
  const leftKept = !areRowsRemoved(db, importId);
  const sent = kept.reduce((sum, { row_count }) => sum + row_count, 0);
  const leftCount = leftKept ? countOfLeft(filter, counts) : 0;
  const window: Window = { skip: offset, take: limit };
  const items = sentRows(db, vault, kept, fields, window);
  if (leftCount > 0 && window.take > 0) {
    const found = await leftRows(db, vault, importId, window, (row) =>
      wantsLeft(filter, leftKind(errors, row)),
    );
    const problems = readProblemsOfRows(
      db,
      importId,
      found.map(([row]) => row),
    ).map(toListProblem);
    const mask = createRowMask(fields);
    items.push(
      ...found.map(
        ([row, values]): ImportRow => ({
          row,
          values: mask(values),
          standing: leftKind(errors, row),
          ...{ batchId: null, reason: null },
          problems: problems.filter((problem) => problem.row === row),
        }),
      ),
    );
  }
  const total = sent + leftCount;
  return { items, total, sheet, fields, counts, removed: Math.max(0, counts[filter] - total) };
}

function countOfLeft(
  filter: CallInput<"history.rows">["filter"],
  counts: ImportRows["counts"],
): number {
  return (["invalid", "left-out"] as const)
    .filter((kind) => wantsLeft(filter, kind))
    .reduce((sum, kind) => sum + counts[kind], 0);
}

function sentRows(
  db: Database,
  vault: Vault,
  batches: readonly BatchRecord[],
  fields: readonly FieldName[],
  window: Window,
): ImportRow[] {
  const items: ImportRow[] = [];
  for (const record of batches) {
    if (window.take === 0) return items;
    if (window.skip >= record.row_count) {
      window.skip -= record.row_count;
      continue;
    }
    // A forgotten customer's rows are missing in it; the places of the others stay countable.
    const to = Math.min(record.row_count, window.skip + window.take);
    const payload = readPayload(db, vault, record.id);
    const rows = payload?.rows.slice(window.skip, to) ?? [];
    window.take -= to - window.skip;
    window.skip = 0;
    if (payload === null) continue;
    const { reason } = toBatchSummary(vault, record);
    const mask = createRowMask(payload.fields);
    const places = fields.map((field) => payload.fields.indexOf(field));
    items.push(
      ...rows.map(({ row, values }): ImportRow => {
        const shown = mask(values);
        return {
          row,
          values: places.map((place) => shown[place] ?? ""),
          standing: standingOf(record),
          batchId: record.id,
          reason,
          problems: [],
        };
      }),
    );
  }
  return items;
}

type LeftRow = readonly [row: number, values: readonly string[]];

async function leftRows(
  db: Database,
  vault: Vault,
  importId: number,
  window: Window,
  wanted: (row: number) => boolean,
): Promise<readonly LeftRow[]> {
  const read = createLeftChunkReader(db, importId);
  const found: LeftRow[] = [];
  for (const chunk of leftChunkNumbers(db, importId)) {
    const sealed = read(chunk);
    if (sealed === undefined) continue;
    const rows = vault.openJson<readonly LeftRow[]>(sealed).filter(([row]) => wanted(row));
    found.push(...rows.slice(window.skip, window.skip + window.take - found.length));
    window.skip = Math.max(0, window.skip - rows.length);
    if (found.length >= window.take) break;
    await nextTurn();
  }
  return found;
}
