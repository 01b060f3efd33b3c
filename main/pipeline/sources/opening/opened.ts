import { MAX_SHEETS } from "../../../common/tables/limits.ts";
import { FileFault, tooLarge } from "../fault.ts";
import type { ListSource } from "../source.ts";
import type { Content } from "./mislabelled.ts";

/** A list that was opened by what it holds. */
export interface Opened {
  readonly source: ListSource;
  readonly content: Content;
}

/** @throws FileFault file-no-sheets */
export async function withSheets(opening: Promise<ListSource>): Promise<ListSource> {
  const source = await opening;
  if (source.sheets.length > 0 && source.sheets.length <= MAX_SHEETS) return source;
  await source.close();
  if (source.sheets.length > 0) throw tooLarge("sheets");
  throw new FileFault("file-no-sheets", "no sheet with cells");
}
