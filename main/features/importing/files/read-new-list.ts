import type { FileReading } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Looker } from "../../../pipeline/looks/looker.ts";
import { isBlank } from "../../../pipeline/sources/data-rows.ts";
import { headerNotices } from "../../../pipeline/sources/headers/header-notices.ts";
import type { DraftChoice } from "../../../records/drafts/draft-store.ts";
import { type FileStamp, stampFile } from "../../../records/files/file-stamp.ts";
import { recallMapping } from "../mappings/remembered.ts";

interface ReadList {
  readonly reading: FileReading;
  readonly stamp: FileStamp;
}

/** A look at a list with the file's size and time from before it. */
export async function readList(
  looker: Looker,
  path: string,
  choice: DraftChoice,
): Promise<ReadList> {
  // Where the file is gone, reading says so.
  const stamp = (await stampFile(path)) ?? { size: 0, modifiedAt: 0 };
  return { reading: await looker.look("first", path, choice), stamp };
}

/**
 * The same of a list that nobody has looked at yet. Where its first row is a customer's, it is read
 * without headers if one of as many columns was sent or kept so before, or if it has no other row.
 */
export async function readNewList(
  db: Database,
  looker: Looker,
  path: string,
  choice: DraftChoice,
  connectionId: number | null,
): Promise<ReadList & { readonly choice: DraftChoice }> {
  const bareChoice = { ...choice, headerRow: 0 };
  const found = await readList(looker, path, choice).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "file-without-rows") return error;
    throw error;
  });
  const isOpen = choice.headerRow === undefined;
  if (found instanceof AppError) {
    const bare = isOpen ? await readList(looker, path, bareChoice) : null;
    if (bare === null || !beginsWithCustomer(bare.reading)) throw found;
    return { ...bare, choice: bareChoice };
  }
  if (isOpen && headerNotices(found.reading.columns, found.reading.headerRow).length > 0) {
    const bare = await readList(looker, path, bareChoice);
    const known = recallMapping(db, bare.reading.columns, connectionId) !== null;
    if (known) return { ...bare, choice: bareChoice };
  }
  return { ...found, choice };
}

function beginsWithCustomer({ firstRows }: FileReading): boolean {
  const first = firstRows.find(({ row, cells }) => !isBlank({ number: row, cells }));
  if (first === undefined) return false;
  const cells = first.cells.filter((cell) => cell.trim() !== "");
  const headers = cells.map((header) => ({ header }));
  return headerNotices(headers, first.row).length > 0;
}
