import type { Database } from "better-sqlite3";
import type {
  Connection,
  CustomFieldLabel,
  Draft,
  FileReading,
  ImportOptions,
  Mapping,
} from "../../preload/types.ts";
import { knownCustomFields } from "../connections/custom-field-names.ts";
import { proposeMapping } from "../mapping/propose.ts";
import { headerNotices } from "../sources/header-notices.ts";
import { readFirst } from "../sources/read-first.ts";
import { defaultOptions } from "./default-options.ts";
import type { DraftChoice, NewDraft } from "./draft-store.ts";
import { nameOf, type RegisteredFile } from "./file-registry.ts";
import { type FileStamp, stampFile } from "./file-stamp.ts";
import { isOwnExport } from "./own-export.ts";
import { recallMapping } from "./remembered.ts";

/** A look at a list with the file's size and time from before it. */
export async function readList(
  path: string,
  choice: DraftChoice,
): Promise<{ readonly reading: FileReading; readonly stamp: FileStamp }> {
  // Where the file is gone, reading says so.
  const stamp = (await stampFile(path)) ?? { size: 0, modifiedAt: 0 };
  return { reading: await readFirst(path, choice), stamp };
}

/** A mapping from what the list shows. */
export function freshMapping(
  reading: FileReading,
  customFields: readonly CustomFieldLabel[],
): Mapping {
  const rows = reading.firstRows
    .filter((each) => each.row > reading.headerRow)
    .map((each) => each.cells);
  return proposeMapping(reading.columns, rows, customFields);
}

/**
 * The mapping that was last sent from the same list, with certain proposals for columns that are
 * new in it; else a fresh one.
 */
export function likelyMapping(
  db: Database,
  reading: FileReading,
  connection: Connection | undefined,
  customFields = knownCustomFields(db, connection),
): { readonly mapping: Mapping; readonly remembered: Draft["remembered"] } {
  const fresh = freshMapping(reading, customFields);
  if (isOwnExport(reading.columns)) return { mapping: fresh, remembered: null };
  const recalled = recallMapping(db, reading.columns, connection?.id ?? null);
  if (recalled === null) return { mapping: fresh, remembered: null };
  const mapping = withNewColumns(recalled.mapping, recalled.knownColumns, fresh);
  return { mapping, remembered: recalled.remembered };
}

/** A mapping of another list with certain proposals for columns that are new in this one. */
export function withNewColumns(
  recalled: Mapping,
  knownColumns: readonly number[],
  fresh: Mapping,
): Mapping {
  const fields = new Set(recalled.map((each) => each.field));
  const columns = new Set(knownColumns);
  const added = fresh.filter(
    (each) =>
      each.confidence === "certain" &&
      !fields.has(each.field) &&
      each.columns.every((index) => !columns.has(index)),
  );
  return [...recalled, ...added];
}

/** @throws AppError of the sources: file-missing, file-damaged, file-without-rows, ... */
export async function newDraft(
  db: Database,
  file: RegisteredFile,
  connections: readonly Connection[],
  choice: DraftChoice = {},
): Promise<NewDraft> {
  const options = defaultOptions(db, connections);
  const found = await readList(file.path, choice);
  const known = await knownWithoutHeaders(db, file.path, choice, found.reading, options);
  const { reading, stamp } = known ?? found;
  return {
    path: file.path,
    fileName: nameOf(file),
    stamp,
    ownsFile: file.owned,
    restores: null,
    step: "file",
    choice: known === null ? choice : { ...choice, headerRow: 0 },
    options,
    reading,
    ...likelyMapping(db, reading, connectionOf(connections, options)),
    blocks: [],
  };
}

/**
 * The list read without headers, where its first row is a customer's and a list of as many columns
 * without headers was sent or kept before.
 */
async function knownWithoutHeaders(
  db: Database,
  path: string,
  choice: DraftChoice,
  { columns, headerRow }: FileReading,
  { connectionId }: ImportOptions,
): Promise<Awaited<ReturnType<typeof readList>> | null> {
  if (choice.headerRow !== undefined || headerNotices(columns, headerRow).length === 0) return null;
  const bare = await readList(path, { ...choice, headerRow: 0 });
  return recallMapping(db, bare.reading.columns, connectionId) === null ? null : bare;
}

export function connectionOf(
  connections: readonly Connection[],
  options: Pick<ImportOptions, "connectionId">,
): Connection | undefined {
  return connections.find((each) => each.id === options.connectionId);
}
