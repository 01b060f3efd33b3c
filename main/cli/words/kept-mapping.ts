import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Condition, Connection, FileReading, Mapping } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { t } from "../../common/text.ts";
import {
  adaptMapping,
  conditionsFor,
  type Header,
} from "../../features/importing/mappings/adapt-mapping.ts";
import { doubtMapping, doubtNotices } from "../../features/importing/mappings/doubts.ts";
import { asRecalled } from "../../features/importing/mappings/kept-mapping.ts";
import { readMappingFile } from "../../features/importing/mappings/mapping-file.ts";
import {
  findMapping,
  listMappings,
  parse,
} from "../../features/importing/mappings/mapping-records.ts";
import { recallMapping } from "../../features/importing/mappings/remembered.ts";
import { renamedFields } from "../../features/importing/mappings/renamed-fields.ts";
import { freshMapping, likelyMapping } from "../../features/importing/new-draft.ts";
import { withProvenDates } from "../../pipeline/mapping/proven-dates.ts";
import { firstCells } from "../../pipeline/sources/data-rows.ts";
import { knownCustomFields } from "../../records/connections/custom-fields.ts";

/** A mapping that the window made, for the list of a command. */
export interface WindowMapping {
  readonly mapping: Mapping;
  readonly conditions: readonly Condition[];
  /** Of one that was taken by itself. */
  readonly remembered: { readonly name: string; readonly usedAt: number } | null;
}

/**
 * `--mapping`: what ends in .json is a file that the window exported, anything else the name of a
 * mapping that is kept. Nobody looks at what comes of it, so a list that does not fit stops.
 * @throws AppError usage-mapping-unknown | mapping-file-unreadable | list-mapping-gone | list-setup
 */
export async function namedMapping(
  db: Database,
  named: string,
  reading: FileReading,
  connection: Connection,
): Promise<WindowMapping> {
  const { name, headers, mapping: kept } = await findNamed(db, named, connection.id);
  const adapted = adaptMapping(asRecalled(kept), headers, reading.columns);
  const { mapping, goneHeaders } = adapted;
  const conditions = conditionsFor(headers, reading.columns);
  const used = new Set(kept.flatMap(({ columns }) => columns));
  const gone = headers.filter(
    ({ index, header, only = [] }) =>
      goneHeaders.includes(header) && (used.has(index) || only.length > 0),
  );
  if (gone.length > 0) {
    const columns = gone.map(({ header }) => header).join(", ");
    throw new AppError("list-mapping-gone", { params: { name, columns } });
  }
  const labels = knownCustomFields(db, connection);
  const fresh = freshMapping(reading, labels);
  const renamed = renamedFields(adapted.formerLabels, labels);
  const looked = doubtMapping(mapping, reading, fresh, renamed);
  requireNoDoubt(doubtNotices(looked.doubts, reading, renamed));
  return {
    mapping: withProvenDates(looked.mapping, reading.columns, firstCells(reading)),
    conditions,
    remembered: null,
  };
}

/**
 * What the window would begin with: the mapping with which a list with these headers was last sent,
 * else a proposal.
 * @throws AppError list-setup where the list's contents speak against what is remembered
 */
export function likelyInWindow(
  db: Database,
  reading: FileReading,
  connection: Connection,
): WindowMapping {
  const { mapping, remembered, blocks } = likelyMapping(db, reading, connection);
  requireNoDoubt(blocks);
  if (remembered === null) return { mapping, conditions: [], remembered };
  const conditions = recallMapping(db, reading.columns, connection.id)?.conditions ?? [];
  return { mapping, conditions, remembered };
}

function requireNoDoubt(notices: ReturnType<typeof doubtNotices>): void {
  const [first] = notices;
  if (first === undefined) return;
  throw new AppError("list-setup", { params: { reason: first.message } });
}

interface Named {
  readonly name: string;
  readonly headers: readonly Header[];
  readonly mapping: Mapping;
}

/** @throws AppError usage-mapping-file | mapping-file-unreadable */
async function readNamedFile(path: string): Promise<Named> {
  if (!existsSync(path)) throw new AppError("usage-mapping-file", { params: { path } });
  return await readMappingFile(path);
}

/** Of several with one name: that of this connection, else the one used last. */
export async function findNamed(db: Database, named: string, connectionId: number): Promise<Named> {
  const all = listMappings(db);
  const alike = all.filter(({ name }) => name === named);
  // A mapping may be kept under the name of a file.
  const isFile = /\.json$/i.test(named) && (alike.length === 0 || existsSync(named));
  if (isFile) return await readNamedFile(resolve(named));
  const found = alike.find((each) => each.connection_id === connectionId) ?? alike[0];
  if (found === undefined) {
    const names = [...new Set(all.map(({ name }) => name))];
    throw new AppError("usage-mapping-unknown", {
      params: { name: named, names: names.length === 0 ? t("cli:profile.none") : names.join(", ") },
    });
  }
  const { name, headers, mapping } = findMapping(db, found.id);
  return { name, headers: parse<Header[]>(headers), mapping: parse<Mapping>(mapping) };
}
