import { basename } from "node:path";
import { AppError } from "../../common/errors.ts";
import { asFileError } from "./fault.ts";
import { withJoinedSheets } from "./joined/with-joined-sheets.ts";
import { MergedValues } from "./merged-values.ts";
import { decodedSource } from "./misread/decoded-source.ts";
import { mislabelNotice } from "./opening/mislabelled.ts";
import { openByContent } from "./opening/open-by-content.ts";
import type { ListSource, RowsOptions, SourceNotice, SourceOptions, SourceRow } from "./source.ts";
import { RARE_SEPARATORS, withSplitColumn } from "./split/split-column.ts";

/**
 * Opens a list file by what it holds, whatever its name says.
 * @throws AppError of errors.json: file-missing, file-damaged, file-encrypted, ...
 */
export async function openSource(path: string, options: SourceOptions = {}): Promise<ListSource> {
  const name = basename(path);
  const mark = ownerMark(name);
  if (mark !== null) throw new AppError("file-is-owner-file", { params: { name, mark } });
  try {
    const { source, content } = await openByContent(path, options);
    const isText = content === "text";
    const isChosen = isText && options.delimiter !== undefined;
    const whole = isChosen ? source : withSplitColumn(source, isText ? RARE_SEPARATORS : undefined);
    const list = options.decodeBack === true ? decodedSource(whole) : whole;
    return withFileErrors(withJoinedSheets(list), name, mislabelNotice(path, content));
  } catch (error) {
    throw asFileError(error, name);
  }
}

/** The same source, whose failures are errors for people and whose notices begin with `first`. */
function withFileErrors(
  source: ListSource,
  name: string,
  first: readonly SourceNotice[],
): ListSource {
  async function* rows(sheet: string, how?: RowsOptions): AsyncGenerator<readonly SourceRow[]> {
    try {
      yield* source.rows(sheet, how);
    } catch (error) {
      if (error instanceof MergedValues) throw error;
      throw asFileError(error, name);
    }
  }
  const { firstRows } = source;
  return {
    ...source,
    rows,
    notices: (sheet) => [...first, ...source.notices(sheet)],
    ...(firstRows === undefined
      ? {}
      : {
          async firstRows(sheet: string, limit: number, how?: RowsOptions) {
            try {
              return await firstRows(sheet, limit, how);
            } catch (error) {
              throw asFileError(error, name);
            }
          },
        }),
  };
}

/** Programs keep such a file beside an open list: it holds who opened it, and no row. */
function ownerMark(name: string): string | null {
  if (name.startsWith("~$")) return "~$";
  return name.startsWith(".~lock.") && name.endsWith("#") ? ".~lock.…#" : null;
}
