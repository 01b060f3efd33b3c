import { basename } from "node:path";
import { contentKind } from "./content-kind.ts";
import { asFileError, FileFault } from "./fault.ts";
import type { ListSource, SourceOptions, SourceRow } from "./source.ts";
import { openText } from "./text/text-source.ts";
import { findWorkbookPart } from "./xlsx/workbook.ts";
import { openXlsx } from "./xlsx/xlsx-source.ts";
import { openArchive } from "./zip/archive.ts";

/**
 * Opens a list file by what it holds, whatever its name says.
 * @throws AppError of errors.json: file-missing, file-damaged, file-encrypted, ...
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<ListSource> {
  const name = basename(path);
  try {
    return withFileErrors(await openByContent(path, options), name);
  } catch (error) {
    throw asFileError(error, name);
  }
}

async function openByContent(path: string, options: SourceOptions): Promise<ListSource> {
  const content = await contentKind(path);
  switch (content.kind) {
    case "zip":
      return await openZip(path, options);
    case "text":
      return await openText(path, options);
    case "ole":
    case "biff":
    case "other":
      throw new FileFault("file-not-a-list", content.kind);
  }
}

async function openZip(path: string, options: SourceOptions): Promise<ListSource> {
  const archive = await openArchive(path);
  try {
    const workbook = await findWorkbookPart(archive);
    if (workbook === null) throw new FileFault("file-not-a-list", "an archive without a workbook");
    const source = await openXlsx(archive, workbook, options);
    if (source.sheets.length === 0) throw new FileFault("file-no-sheets", "no worksheet");
    return source;
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** The same source, whose failures are errors for people. */
function withFileErrors(source: ListSource, name: string): ListSource {
  async function* rows(sheet: string): AsyncGenerator<readonly SourceRow[]> {
    try {
      yield* source.rows(sheet);
    } catch (error) {
      throw asFileError(error, name);
    }
  }
  const { firstRows } = source;
  if (firstRows === undefined) return { ...source, rows };
  return {
    ...source,
    rows,
    async firstRows(sheet, limit) {
      try {
        return await firstRows(sheet, limit);
      } catch (error) {
        throw asFileError(error, name);
      }
    },
  };
}
