import { ALL_ALIKE, chooseSheet } from "./choose-sheet.ts";
import { openSource } from "./open.ts";
import type { SourceOptions } from "./source.ts";

/**
 * A sheet as read, before any mapping: the cell texts of every row from row 1 and column A to the
 * last used row, blank rows as [], trailing empty cells cut. Without `sheet`: the one that the
 * first look proposes.
 * @throws AppError of errors.json
 */
export async function* listRows(
  path: string,
  options: SourceOptions & { readonly sheet?: string } = {},
): AsyncGenerator<readonly string[]> {
  const source = await openSource(path, options);
  try {
    const { sheet: wanted } = options;
    const isNamed = wanted !== undefined && wanted !== ALL_ALIKE;
    const { sheet } = isNamed ? { sheet: wanted } : await chooseSheet(source, wanted);
    for await (const rows of source.rows(sheet)) {
      for (const row of rows) yield row.cells;
    }
  } finally {
    await source.close();
  }
}
