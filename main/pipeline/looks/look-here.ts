import { openSource } from "../sources/open.ts";
import { readFirst } from "../sources/read-first.ts";
import type { SourceRow } from "../sources/source.ts";
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
  { sheet, last, ...text }: RowsChoice,
): Promise<readonly SourceRow[]> {
  const source = await openSource(path, text);
  try {
    if (source.firstRows !== undefined) return (await source.firstRows(sheet, last)).rows;
    const rows: SourceRow[] = [];
    for await (const chunk of source.rows(sheet)) {
      rows.push(...chunk);
      if (rows.length >= last) break;
    }
    return rows.slice(0, last);
  } finally {
    await source.close();
  }
}
