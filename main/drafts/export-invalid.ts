import { writeFile } from "node:fs/promises";
import type { Database } from "better-sqlite3";
import type { ListColumn, Mapping } from "../../preload/types.ts";
import { AppError } from "../errors.ts";
import { t } from "../text.ts";
import { toProblem } from "../validation/messages.ts";
import type { Vault } from "../vault/vault.ts";
import { exportColumns, withKnownHeaders } from "./export-columns.ts";
import { problemsOfRows } from "./problem-rows.ts";
import { chunksWhere } from "./staged-rows.ts";
import { ERROR } from "./status.ts";

/** Rows on one sheet; a sheet holds 1,048,576 at most. */
const SHEET_ROWS = 1_000_000;

export interface InvalidExport {
  readonly stagingId: number;
  /** Where the workbook is written. */
  readonly path: string;
  readonly columns: readonly ListColumn[];
  readonly mapping: Mapping;
}

/**
 * Writes the rows with errors as a workbook that can be corrected and imported again: headers
 * that are read as the same fields, every value a text cell (so that none is taken for a formula or a number), then
 * row numbers and problems. Values of secret fields are left out, and a sheet of its own says so.
 * @throws AppError "export-empty" where no row has an error
 */
export async function exportInvalid(
  db: Database,
  vault: Vault,
  request: InvalidExport,
): Promise<void> {
  const { default: XLSX } = await import("xlsx");
  const drafted = exportColumns(request.mapping, request.columns);
  const rows: string[][] = [];
  for (const found of chunksWhere(
    db,
    vault,
    request.stagingId,
    (status) => (status & ERROR) !== 0,
  )) {
    const indexes = found.map((each) => each.index);
    const problems = problemsOfRows(db, request.stagingId, indexes);
    for (const { index, row, values } of found) {
      const reasons = (problems.get(index) ?? []).map((each) => toProblem(each).message);
      const cells = drafted.map(({ at, secret }) => (secret ? "" : (values[at] ?? "")));
      rows.push([...cells, String(row), reasons.join(" ")]);
    }
  }
  if (rows.length === 0) throw new AppError("export-empty");
  const columns = withKnownHeaders(drafted, rows);
  const headers = [
    ...columns.map((each) => each.header),
    t("words:export.row"),
    t("words:export.reason"),
  ];
  const book = XLSX.utils.book_new();
  for (let at = 0; at < rows.length; at += SHEET_ROWS) {
    const sheet = XLSX.utils.aoa_to_sheet(
      [headers, ...rows.slice(at, at + SHEET_ROWS)].map((cells) =>
        cells.map((v) => ({ t: "s" as const, v })),
      ),
      { dense: true },
    );
    XLSX.utils.book_append_sheet(
      book,
      sheet,
      at === 0 ? t("words:export.sheets.invalid") : undefined,
    );
  }
  const secret = columns.filter((each) => each.secret).map((each) => each.header);
  if (secret.length > 0) {
    const note = [[t("words:export.secret", { fields: secret.join(", ") })]];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(note), t("words:export.notes"));
  }
  const bytes: Buffer = XLSX.write(book, { type: "buffer", bookType: "xlsx", compression: true });
  await writeFile(request.path, bytes, { mode: 0o600 });
}
