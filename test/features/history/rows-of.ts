import { listRows } from "../../../main/pipeline/sources/rows.ts";

/** All rows of a list file, as the program itself reads it. */
export async function rowsOf(
  path: string,
  options: { readonly sheet?: string } = {},
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of listRows(path, options)) rows.push(row);
  return rows;
}
