import type { FieldName } from "../../../../preload/fields.ts";
import type { KeptMapping, Mapping, RememberedMapping } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Header } from "./adapt-mapping.ts";

/** A row of `mappings` with the name of its connection. */
export interface MappingRecord {
  readonly id: number;
  readonly name: string;
  readonly named: 0 | 1;
  readonly connection_id: number | null;
  readonly connection_name: string | null;
  readonly headers: string;
  readonly mapping: string;
  readonly used_at: number;
}

const SELECT = `SELECT mappings.id, mappings.name, named, connection_id,
  connections.name AS connection_name, headers, mapping, used_at
  FROM mappings LEFT JOIN connections ON connections.id = connection_id`;

/** The most recently used first. */
export function listMappings(db: Database): readonly MappingRecord[] {
  return db.prepare(`${SELECT} ORDER BY used_at DESC`).all() as MappingRecord[];
}

/** @throws AppError "not-found" */
export function findMapping(db: Database, id: number): MappingRecord {
  const record = db.prepare(`${SELECT} WHERE mappings.id = ?`).get(id);
  if (record === undefined) throw new AppError("not-found", { params: { what: "mapping" } });
  return record as MappingRecord;
}

export function shown(record: MappingRecord): RememberedMapping {
  return {
    id: record.id,
    name: record.name,
    named: record.named === 1,
    connectionId: record.connection_id,
    connectionName: record.connection_name,
    headers: parse<Header[]>(record.headers).map(({ header }) => header),
    fields: parse<Mapping>(record.mapping).map(({ field }): FieldName => field),
    usedAt: record.used_at,
  };
}

export function whole(record: MappingRecord): KeptMapping {
  return {
    ...shown(record),
    columns: parse<Header[]>(record.headers),
    mapping: parse<Mapping>(record.mapping),
  };
}

export function parse<T>(json: string): T {
  return JSON.parse(json) as T;
}
