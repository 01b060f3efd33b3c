import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { nameForFile } from "../../../common/system/file-names.ts";
import type { TableFormat } from "../../../common/tables/table.ts";
import { writeTable } from "../../../common/tables/write-table.ts";
import { readSetup } from "../../../records/imports/import-record.ts";
import { requireRows } from "../../../records/imports/rows-removed.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { type ExportWhat, tableOf } from "./table-of.ts";

export interface ExportRequest {
  readonly importId: number;
  readonly what: ExportWhat;
  readonly format: TableFormat;
}

/**
 * Writes rows of an import to `path`.
 * @throws AppError not-found | export-empty | rows-removed | export-not-written | disk-full
 */
export async function exportImport(
  db: Database,
  vault: Vault,
  request: ExportRequest,
  path: string,
): Promise<{ readonly rows: number }> {
  const table = tableOf(db, vault, request.importId, request.what);
  const chunks = table.rows[Symbol.iterator]();
  let first = chunks.next();
  while (first.done !== true && first.value.length === 0) first = chunks.next();
  // Found out before a file is made: an empty one would look like a good answer.
  if (first.done === true) {
    if (mayHaveHeld(db, request)) requireRows(db, request.importId);
    throw new AppError("export-empty");
  }
  const head = first.value;
  const rows = (function* () {
    yield head;
    for (let next = chunks.next(); next.done !== true; next = chunks.next()) yield next.value;
  })();
  return await writeTable(path, request.format, { ...table, rows });
}

/** Whether there can have been rows of that kind, by what the history keeps for good. */
function mayHaveHeld(db: Database, { importId, what }: ExportRequest): boolean {
  const { summary, checked } = readSetup(db, importId);
  switch (what) {
    case "invalid":
      return checked.invalid > 0;
    case "left-out":
      return checked.leftOut > 0;
    case "rejected":
      return summary.counts.rejected > 0;
    case "all":
    case "generated":
      return true;
  }
}

/** A file name for an export: the list's own, what it holds, and the import's number. */
export function exportName(db: Database, request: ExportRequest): string {
  const { fileName } = readSetup(db, request.importId).summary;
  const stem = nameForFile(fileName.replace(/\.[^.]*$/, ""));
  return `${stem === "" ? "list" : stem}-${request.importId}-${request.what}.${request.format}`;
}
