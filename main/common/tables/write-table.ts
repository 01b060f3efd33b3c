import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { AppError } from "../errors.ts";
import { databaseError } from "../sqlite/database-error.ts";
import { requireFileName } from "../system/file-names.ts";
import { currentFormats } from "../text.ts";
import { csvPieces } from "./csv.ts";
import { csvForm } from "./csv-form.ts";
import type { Table, TableFormat } from "./table.ts";
import { writeXlsx } from "./xlsx.ts";

/**
 * Writes a table to `path`, readable by its owner only; an older file there is replaced only once
 * the new one is whole. A text file has the separator and the decimal mark of the chosen formats.
 * @returns the number of rows below the header
 * @throws AppError disk-full | export-not-written | name-reserved
 */
export async function writeTable(
  path: string,
  format: TableFormat,
  table: Table,
): Promise<{ readonly rows: number }> {
  requireFileName(path);
  const temporary = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    const file = await open(temporary, "wx", 0o600);
    let rows: number;
    try {
      rows = format === "csv" ? await writeCsv(file, table) : await writeXlsx(file, table);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    return { rows };
  } catch (cause) {
    await rm(temporary, { force: true });
    throw writeError(cause);
  }
}

async function writeCsv(file: FileHandle, table: Table): Promise<number> {
  let rows = 0;
  for (const piece of csvPieces(table, csvForm(currentFormats()))) {
    await file.appendFile(piece.text);
    rows += piece.rows;
  }
  return rows;
}

function writeError(cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code === "ENOSPC") return databaseError(cause);
  if (/^E[A-Z]+$/.test(code)) return new AppError("export-not-written", { detail: code, cause });
  return cause;
}
