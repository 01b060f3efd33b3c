import { rowName } from "../../../../preload/lists/list-row.ts";
import type { ListColumn, Mapping } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { secretNotes, withoutSecrets } from "../../../common/tables/columns.ts";
import { writeTable } from "../../../common/tables/write-table.ts";
import { t } from "../../../common/text.ts";
import { problemsOfRows } from "../../../pipeline/staging/problem-rows.ts";
import { toProblem } from "../../../pipeline/validation/messages.ts";
import { chunksWhere } from "../../../records/drafts/staged-rows.ts";
import { tileOf } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { addedHeaders, exportHeaders, LOOK_ROWS } from "./export-columns.ts";

export interface InvalidExport {
  readonly stagingId: number;
  /** Where the workbook is written. */
  readonly path: string;
  readonly columns: readonly ListColumn[];
  readonly mapping: Mapping;
  readonly sheet: string;
}

/**
 * Writes the rows with errors as a workbook that can be corrected and imported again: headers
 * that are read as the same fields, then row numbers and problems. Values of secret fields are left
 * out, and a sheet of its own says so.
 * @throws AppError "export-empty" where no row has an error; export-not-written | disk-full
 */
export async function exportInvalid(
  db: Database,
  vault: Vault,
  { stagingId, path, columns, mapping, sheet }: InvalidExport,
): Promise<void> {
  const fields = mapping.map(({ field }) => field);
  const chunks = invalidRows(db, vault, { stagingId, sheet }, withoutSecrets(fields));
  const first: string[][][] = [];
  for (let seen = 0; seen < LOOK_ROWS; ) {
    const next = chunks.next();
    if (next.done === true) break;
    first.push(next.value);
    seen += next.value.length;
  }
  const sample = first.flat();
  if (sample.length === 0) throw new AppError("export-empty");
  await writeTable(path, "xlsx", {
    sheetName: t("words:export.sheets.invalid"),
    header: [...exportHeaders(mapping, columns, sample), ...addedHeaders()],
    rows: (function* () {
      yield* first;
      yield* chunks;
    })(),
    notes: secretNotes(fields),
  });
}

function* invalidRows(
  db: Database,
  vault: Vault,
  { stagingId, sheet }: Pick<InvalidExport, "stagingId" | "sheet">,
  clean: (values: readonly string[]) => readonly string[],
): Generator<string[][]> {
  for (const found of chunksWhere(db, vault, stagingId, (status) => tileOf(status) === "errors")) {
    const indexes = found.map((each) => each.index);
    const problems = problemsOfRows(db, stagingId, indexes);
    yield found.map(({ index, row, values }) => {
      const reasons = (problems.get(index) ?? []).map((each) => toProblem(each).message);
      return [...clean(values), String(rowName(row, sheet)), reasons.join(" ")];
    });
  }
}
