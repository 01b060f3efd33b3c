import type {
  Connection,
  CustomFieldLabel,
  Draft,
  FileReading,
  ImportOptions,
  Mapping,
} from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Looker } from "../../pipeline/looks/looker.ts";
import { isOwnExport } from "../../pipeline/mapping/own-export.ts";
import { proposeMapping } from "../../pipeline/mapping/propose.ts";
import { knownCustomFields } from "../../records/connections/custom-fields.ts";
import type { DraftChoice, NewDraft } from "../../records/drafts/draft-store.ts";
import { defaultOptions } from "./default-options.ts";
import { nameOf, type RegisteredFile } from "./files/file-registry.ts";
import { readNewList } from "./files/read-new-list.ts";
import { recallMapping } from "./mappings/remembered.ts";

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
  looker: Looker,
  file: RegisteredFile,
  connections: readonly Connection[],
  choice: DraftChoice = {},
): Promise<NewDraft> {
  const options = defaultOptions(db, connections);
  const { connectionId } = options;
  const list = await readNewList(db, looker, file.path, choice, connectionId);
  const { reading } = list;
  return {
    path: file.path,
    fileName: nameOf(file),
    stamp: list.stamp,
    ownsFile: file.owned,
    restores: null,
    step: "file",
    choice: list.choice,
    options,
    reading,
    ...likelyMapping(db, reading, connectionOf(connections, options)),
    blocks: [],
  };
}

export function connectionOf(
  connections: readonly Connection[],
  options: Pick<ImportOptions, "connectionId">,
): Connection | undefined {
  return connections.find((each) => each.id === options.connectionId);
}
