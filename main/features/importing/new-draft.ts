import type {
  Connection,
  CustomFieldLabel,
  Draft,
  FieldMapping,
  FileReading,
  ImportOptions,
  Mapping,
  Notice,
} from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Looker } from "../../pipeline/looks/looker.ts";
import { isOwnExport } from "../../pipeline/mapping/own-export.ts";
import { proposeMapping } from "../../pipeline/mapping/propose.ts";
import { withProvenDates } from "../../pipeline/mapping/proven-dates.ts";
import { firstCells } from "../../pipeline/sources/data-rows.ts";
import { knownCustomFields } from "../../records/connections/custom-fields.ts";
import { proposedConnection } from "../../records/connections/proposed.ts";
import type { DraftChoice, NewDraft } from "../../records/drafts/draft-store.ts";
import { defaultOptions } from "./default-options.ts";
import { nameOf, type RegisteredFile } from "./files/file-registry.ts";
import { readNewList } from "./files/read-new-list.ts";
import type { Adapted } from "./mappings/adapt-mapping.ts";
import { doubtMapping, doubtNotices } from "./mappings/doubts.ts";
import { isHeaderless } from "./mappings/fingerprint.ts";
import { asKeptFormats, asRecalled } from "./mappings/kept-mapping.ts";
import { recallMapping } from "./mappings/remembered.ts";
import { renamedFields } from "./mappings/renamed-fields.ts";

/** A mapping from what the list shows. */
export function freshMapping(
  reading: FileReading,
  customFields: readonly CustomFieldLabel[],
): Mapping {
  return proposeMapping(reading.columns, firstCells(reading), customFields);
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
): LikelyMapping {
  const fresh = freshMapping(reading, customFields);
  const anew = { mapping: fresh, remembered: null, blocks: [] };
  if (isOwnExport(reading.columns)) return anew;
  const recalled = recallMapping(db, reading.columns, connection?.id ?? null);
  if (recalled === null) return anew;
  const { mapping, blocks } = keptForList(recalled, reading, fresh, customFields);
  // Without headers, as many columns are all that the lists share: one that differs is another list.
  if (blocks.length > 0 && isHeaderless(reading.columns)) return anew;
  return { mapping, remembered: recalled.remembered, blocks };
}

interface LikelyMapping {
  readonly mapping: Mapping;
  readonly remembered: Draft["remembered"];
  /** What the list's contents say against the mapping that was kept. */
  readonly blocks: readonly Notice[];
}

type Kept = Pick<Adapted, "mapping" | "knownColumns" | "formerLabels">;

/** A mapping of another list as far as this one's contents and labels agree with it. */
export function keptForList(
  { mapping: kept, knownColumns, formerLabels }: Kept,
  reading: FileReading,
  fresh: Mapping,
  customFields: readonly CustomFieldLabel[],
): Pick<LikelyMapping, "mapping" | "blocks"> {
  const renamed = renamedFields(formerLabels, customFields);
  const { mapping, doubts } = doubtMapping(kept, reading, fresh, renamed);
  const open = new Set(doubts.flatMap(({ columns }) => columns));
  const known = knownColumns.filter((index) => !open.has(index));
  const rows = firstCells(reading);
  const others = fresh.filter((each) => !doubts.some((doubt) => isSamePlace(doubt, each)));
  return {
    mapping: withProvenDates(withNewColumns(mapping, known, others), reading.columns, rows),
    blocks: doubtNotices(doubts, reading, renamed),
  };
}

/** What the values speak against is not proposed again because of its header. */
function isSamePlace(one: FieldMapping, other: FieldMapping): boolean {
  return one.field === other.field && one.columns.join() === other.columns.join();
}

/**
 * The mapping of a draft whose rows are other ones now, under the same headers: what the rows before
 * proved about dates is proven again, and what a person chose for them is looked at.
 */
export function forOtherRows(mapping: Mapping, reading: FileReading): Mapping {
  const open = asRecalled(asKeptFormats(mapping));
  return withProvenDates(open, reading.columns, firstCells(reading));
}

/** A mapping of another list with certain proposals for columns that are new in this one. */
function withNewColumns(
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

/**
 * @param over the connection that the list is meant for; else one is proposed
 * @throws AppError of the sources: file-missing, file-damaged, file-without-rows, ...
 */
export async function newDraft(
  db: Database,
  looker: Looker,
  file: RegisteredFile,
  connections: readonly Connection[],
  choice: DraftChoice = {},
  over?: Connection,
): Promise<NewDraft> {
  const proposed = proposedConnection(db);
  const connection = over ?? connections.find(({ id }) => id === proposed);
  const options = defaultOptions(connection);
  const { connectionId } = options;
  const list = await readNewList(db, looker, file.path, choice, connectionId);
  const { reading } = list;
  const likely = likelyMapping(db, reading, connection);
  const conditions =
    likely.remembered === null
      ? []
      : (recallMapping(db, reading.columns, connectionId)?.conditions ?? []);
  return {
    path: file.path,
    fileName: nameOf(file),
    stamp: list.stamp,
    ownsFile: file.owned,
    restores: null,
    step: "file",
    choice: list.choice,
    options: conditions.length === 0 ? options : { ...options, conditions },
    connectionChosen: over !== undefined,
    reading,
    ...likely,
  };
}

export function connectionOf(
  connections: readonly Connection[],
  options: Pick<ImportOptions, "connectionId">,
): Connection | undefined {
  return connections.find((each) => each.id === options.connectionId);
}
