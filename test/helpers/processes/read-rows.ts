import { openSource } from "../../../main/pipeline/sources/open.ts";
import { listRows } from "../../../main/pipeline/sources/rows.ts";
import type { SourceRow } from "../../../main/pipeline/sources/source.ts";

/** The rows of a file as `rows` prints them. */
export async function readRows(path: string, sheet?: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of listRows(path, sheet === undefined ? {} : { sheet })) rows.push(row);
  return rows;
}

/** The rows of a file's first sheet with numbers and marks. */
export async function readSourceRows(path: string): Promise<SourceRow[]> {
  const source = await openSource(path);
  try {
    const rows: SourceRow[] = [];
    for await (const chunk of source.rows(source.sheets[0]?.name ?? "")) rows.push(...chunk);
    return rows;
  } finally {
    await source.close();
  }
}

/** The code of the error that reading a file ends with, or "read" where it can be read. */
export async function readingEnd(path: string): Promise<string> {
  try {
    await readRows(path);
    return "read";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : `bug: ${String(error)}`;
  }
}
