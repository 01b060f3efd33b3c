import { openSource } from "../sources/open.ts";
import { readFirst } from "../sources/read-first.ts";
import type { SourceRow } from "../sources/source.ts";
import { sourceOptions } from "../sources/source-options.ts";
import type { LookName, Looks, RowsChoice } from "./messages.ts";

/** The looks at a list, in this process. */
export const lookHere: {
  readonly [N in LookName]: (
    path: string,
    choice: Looks[N]["choice"],
  ) => Promise<Looks[N]["result"]>;
} = { first: readFirst, rows: firstRows };

async function firstRows(
  path: string,
  { sheet, limit, headerRow, ...choice }: RowsChoice,
): Promise<readonly SourceRow[]> {
  const source = await openSource(path, sourceOptions(choice));
  try {
    const how = headerRow === undefined ? {} : { headerRow };
    if (source.firstRows !== undefined) return (await source.firstRows(sheet, limit, how)).rows;
    const rows: SourceRow[] = [];
    for await (const chunk of source.rows(sheet, how)) {
      rows.push(...chunk);
      if (rows.length >= limit) break;
    }
    return rows.slice(0, limit);
  } finally {
    await source.close();
  }
}
