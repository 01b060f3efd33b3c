import { rowName } from "../../../../preload/lists/list-row.ts";
import { PRACTICE_ADDRESS } from "../../../../preload/practice-address.ts";
import type { Page, UndoStep } from "../../../../preload/types.ts";
import { preciseTime } from "../../../common/local-time.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { t } from "../../../common/text.ts";
import { createArrivalsReader } from "../../../records/imports/arrivals/arrivals.ts";
import { readSetup } from "../../../records/imports/import-record.ts";
import { type TriedBatch, triedBatches } from "../../../records/imports/past/undo-links.ts";
import { createUndoMarkReader } from "../../../records/imports/past/undo-marks.ts";

/**
 * The undo states that an import left at the platform, newest first: undoing puts customers back
 * as they were before, so the last arrival is undone first. None where none was asked for.
 * @throws AppError "not-found"
 */
export function listSteps(db: Database, importId: number): readonly UndoStep[] {
  const { summary, options, sheet } = readSetup(db, importId);
  if (!options.keepUndoState) return [];
  const marksOf = createUndoMarkReader(db);
  const arrivalsOf = createArrivalsReader(db);
  const steps = triedBatches(db, importId).flatMap((batch): readonly UndoStep[] => {
    const done = new Map(marksOf(batch.id).map(({ arrival, by, at }) => [arrival, { by, at }]));
    return arrivalsOf(batch.id).map(({ arrival, at, sure }, place, all) => {
      // The counts are those of the last reply; earlier arrivals got none.
      const last = place === all.length - 1;
      const counts = last ? batch : { ...batch, created: null, updated: null };
      const about = { account: summary.accountId, at: preciseTime(at) };
      const practice = summary.address === PRACTICE_ADDRESS;
      return {
        batchId: batch.id,
        ...{ arrival, at, sure },
        sheet,
        firstRow: batch.firstRow,
        lastRow: batch.lastRow,
        rows: batch.rows,
        created: counts.created,
        updated: counts.updated,
        accountId: summary.accountId,
        message: words(about, { sure, practice, sheet }, counts),
        done: done.get(arrival) ?? null,
      };
    });
  });
  return steps.reverse().sort((a, b) => b.at - a.at);
}

export function stepPage(
  db: Database,
  importId: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Page<UndoStep> {
  const steps = listSteps(db, importId);
  return { items: steps.slice(offset, offset + limit), total: steps.length };
}

export function countSteps(
  db: Database,
  importId: number,
): { readonly steps: number; readonly done: number } {
  const steps = listSteps(db, importId);
  return { steps: steps.length, done: steps.filter(({ done }) => done !== null).length };
}

function words(
  about: { readonly account: string; readonly at: string },
  { sure, practice, sheet }: { sure: boolean; practice: boolean; sheet: string },
  batch: Omit<TriedBatch, "id">,
): string {
  return t(`words:undo.step${practice ? "-practice" : ""}${sure ? "" : "-maybe"}`, {
    ...about,
    ...whatItHolds(batch, sheet),
  });
}

/** By what one of many undo states is found in the admin pages. */
export function shortStep(step: UndoStep): string {
  return t(`words:undo.step-short${step.sure ? "" : "-maybe"}`, {
    at: preciseTime(step.at),
    ...whatItHolds(step, step.sheet),
  });
}

function whatItHolds(
  { firstRow: first, lastRow: last, rows, created, updated }: Omit<TriedBatch, "id">,
  sheet: string,
): { readonly counts: string; readonly span: string } {
  return {
    counts:
      created === null || updated === null
        ? t("words:undo.counts-unknown", { rows, count: rows })
        : t("words:undo.counts", { created, updated }),
    span: t("words:undo.span", {
      first: rowName(first, sheet),
      last: rowName(last, sheet),
      count: last - first + 1,
    }),
  };
}
