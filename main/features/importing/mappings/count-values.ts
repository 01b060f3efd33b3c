import { basename } from "node:path";
import type { ColumnValues, FieldMapping, ListColumn } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import { createValueReader } from "../../../pipeline/mapping/apply.ts";
import { createValueCounts } from "../../../pipeline/mapping/contents/value-counts.ts";
import { dataRows } from "../../../pipeline/sources/data-rows.ts";
import { openSource } from "../../../pipeline/sources/open.ts";
import { createRowJudge, NO_CUSTOMERS } from "../../../pipeline/sources/shape/row-judge.ts";
import { sourceOptions } from "../../../pipeline/sources/source-options.ts";
import type { ReadingChoice } from "../../../records/drafts/staging-types.ts";
import { type FileStamp, requireSame } from "../../../records/files/file-stamp.ts";
import type { JobHooks } from "../../../records/jobs.ts";

export interface ValuesRequest {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly choice: ReadingChoice & { readonly password?: string };
  readonly columns: readonly ListColumn[];
  readonly entry: FieldMapping;
}

/**
 * Reads the whole list for the values of one field. Rows that are no customers are left out as they
 * are in a check.
 * @throws AppError "list-changed" and those of the sources
 */
export async function countValues(
  { path, stamp, choice, columns, entry }: ValuesRequest,
  { signal, onProgress }: JobHooks,
): Promise<ColumnValues> {
  await requireSame(path, stamp, basename(path));
  const { sheet, headerRow, keepRows = false } = choice;
  const readValue = createValueReader(entry, columns);
  const judge = createRowJudge({ columns, headerRow });
  const counts = createValueCounts();
  const options = { ...sourceOptions(choice), ...(signal === undefined ? {} : { signal }) };
  const source = await openSource(path, options);
  try {
    let read = 0;
    for await (const rows of dataRows(source, sheet, headerRow)) {
      if (signal?.aborted === true) throw new AppError("cancelled");
      for (const row of rows) {
        const isCustomer = keepRows || !NO_CUSTOMERS.has(judge(row) ?? "");
        if (isCustomer) counts.add(readValue(row.cells));
      }
      read += rows.length;
      onProgress?.(read);
    }
  } finally {
    await source.close();
  }
  return counts.result();
}
