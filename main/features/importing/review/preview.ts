import { ROWS_OF_SHEET } from "../../../../preload/lists/list-row.ts";
import type { PreviewRows, StagedRow } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Looker } from "../../../pipeline/looks/looker.ts";
import { isBlank } from "../../../pipeline/sources/data-rows.ts";
import type { SourceRow } from "../../../pipeline/sources/source.ts";
import { statusOf } from "../../../pipeline/staging/problem-rows.ts";
import { createRowCheck, isNoCustomer } from "../../../pipeline/staging/thread/checked-rows.ts";
import { createChecker } from "../../../pipeline/validation/check.ts";
import { toProblem } from "../../../pipeline/validation/messages.ts";
import type { StoredDraft } from "../../../records/drafts/draft-store.ts";
import { LEFT_OUT } from "../../../records/drafts/status.ts";
import { compareFile } from "../../../records/files/file-stamp.ts";
import { choiceOf } from "../draft-view.ts";
import { masked } from "./masked.ts";
import { wordOf } from "./review.ts";

/**
 * The first customers as they will be sent, with their problems; secret values masked. `loadPhonesFor`
 * comes before.
 * @param known `amountsOnly`: the first campaign takes no names of products
 */
export function previewRows(
  draft: StoredDraft,
  rows: readonly SourceRow[],
  {
    limit,
    ...known
  }: {
    readonly limit: number;
    readonly amountsOnly: boolean;
    readonly phoneCountry: string | null;
  },
): PreviewRows {
  const { mapping, options, reading } = draft;
  const fields = mapping.map((each) => each.field);
  const { headerRow, columns } = reading;
  const { keepRows = false } = draft.choice;
  const reads = { columns, headerRow, keepRows, dates: draft.choice };
  const checkRow = createRowCheck({ mapping, options, ...known, ...reads });
  const checker = createChecker(mapping, options, columns, { sheet: reading.sheet, ...known });
  const shown: StagedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (shown.length === limit) break;
    const { mapped, read, own } = checkRow(row);
    // A total, a note or what is not wanted will not arrive.
    if (read.some(isNoCustomer)) continue;
    const { problems, leftOut } = checker.check(mapped, index, read, own);
    const all = [...read, ...problems];
    shown.push({
      index,
      row: row.number,
      values: masked(mapped.values, fields),
      status: wordOf(statusOf(all) | (leftOut ? LEFT_OUT : 0)),
      leftOut,
      sent: false,
      corrected: [],
      problems: all.map(toProblem),
    });
  }
  return { fields, rows: shown };
}

/** First rows of drafts, kept while the file and its reading stay the same. */
export interface FirstRows {
  of(draft: StoredDraft): Promise<readonly SourceRow[]>;
}

/** Drafts whose first rows stay in memory. */
const KEPT = 8;

/**
 * The rows below the headers as the sources give them, with what their cells were. Where the
 * file is gone, has changed or is locked, those of the last look, which know texts only.
 */
export function createFirstRows(looker: Looker): FirstRows {
  const known = new Map<string, readonly SourceRow[]>();
  return {
    async of(draft) {
      const key = JSON.stringify([draft.id, draft.stamp, choiceOf(draft)]);
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      if ((await compareFile(draft.path, draft.stamp)) !== "same") return lookedAt(draft);
      const rows = await readAgain(looker, draft).catch(orLocked);
      if (rows === null) return lookedAt(draft);
      known.set(key, rows);
      const [oldest] = known.keys();
      if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
      return rows;
    },
  };
}

/** Whose password is not known any more: nobody is asked for it only to look at a mapping. */
function orLocked(error: unknown): null {
  if (error instanceof AppError && error.code.startsWith("file-password-")) return null;
  throw error;
}

function lookedAt({ reading }: StoredDraft): readonly SourceRow[] {
  return reading.firstRows
    .map(({ row, cells }) => ({ number: row, cells }))
    .filter((row) => row.number > reading.headerRow && !isBlank(row));
}

async function readAgain(looker: Looker, draft: StoredDraft): Promise<readonly SourceRow[]> {
  const { headerRow, ...choice } = choiceOf(draft);
  const { firstRows } = draft.reading;
  const last = firstRows.at(-1)?.row ?? 0;
  // Of several sheets read as one, row numbers say nothing of how many rows there are.
  const limit = last < ROWS_OF_SHEET ? last : firstRows.length;
  const rows = await looker.look("rows", draft.path, { ...choice, headerRow, limit });
  return rows.filter((row) => row.number > headerRow && row.number <= last && !isBlank(row));
}
