import type { SourceNotice } from "./source.ts";

/** What of a sheet is hidden and is read all the same. */
export function hiddenNotices(rows: number, columns: number): SourceNotice[] {
  const notices: SourceNotice[] = [];
  if (rows > 0) notices.push({ code: "hidden-rows", params: { count: rows } });
  if (columns > 0) notices.push({ code: "hidden-columns", params: { count: columns } });
  return notices;
}
