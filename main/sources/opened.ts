import { FileFault } from "./fault.ts";
import type { Content } from "./mislabelled.ts";
import type { ListSource } from "./source.ts";

/** A list that was opened by what it holds. */
export interface Opened {
  readonly source: ListSource;
  readonly content: Content;
}

/** @throws FileFault file-no-sheets */
export async function withSheets(opening: Promise<ListSource>): Promise<ListSource> {
  const source = await opening;
  if (source.sheets.length > 0) return source;
  await source.close();
  throw new FileFault("file-no-sheets", "no sheet with cells");
}
