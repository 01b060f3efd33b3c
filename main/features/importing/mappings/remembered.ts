import type {
  Condition,
  CustomFieldLabel,
  Draft,
  ListColumn,
  Mapping,
} from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { knownCustomFields } from "../../../records/connections/custom-fields.ts";
import { readConnections, toConnection } from "../../../records/connections/records.ts";
import {
  type Adapted,
  adaptMapping,
  conditionsFor,
  type Header,
  withConditions,
  withLabels,
} from "./adapt-mapping.ts";
import { headerFingerprint, isHeaderless, normalHeader } from "./fingerprint.ts";
import { asKept, asRecalled } from "./kept-mapping.ts";

/** Shared headers against all headers of both lists; below it, it is another list. */
const LIKENESS = 0.6;
/** The most recent mappings that are looked through for a list with almost the same headers. */
const CANDIDATES = 200;

interface RememberedRow {
  readonly id: number;
  readonly name: string;
  readonly headers: string;
  readonly mapping: string;
  readonly fingerprint: string;
  readonly used_at: number;
}

const COLUMNS = "id, name, headers, mapping, fingerprint, used_at";

export interface Recalled extends Pick<Adapted, "mapping" | "knownColumns" | "formerLabels"> {
  readonly remembered: NonNullable<Draft["remembered"]>;
  readonly conditions: readonly Condition[];
}

export interface Remembered {
  readonly name: string;
  /** Whether a person chose the name; it then stays when the mapping is sent again. */
  readonly named: boolean;
  readonly connectionId: number | null;
  readonly columns: readonly Header[];
  readonly mapping: Mapping;
  /** Those on columns that are there. */
  readonly conditions?: readonly Condition[] | undefined;
}

/**
 * Keeps a mapping by connection and the headers of its list, in the place of the one before.
 * One that was removed meanwhile stands for none.
 * Secrets of the mapping itself are not kept.
 * @returns its id
 */
export function rememberMapping(db: Database, about: Remembered): number {
  const headers = withConditions(about.columns, about.conditions);
  const id = db
    .prepare(
      `INSERT INTO mappings (name, named, connection_id, fingerprint, headers, mapping, used_at)
       VALUES (?, ?, (SELECT id FROM connections WHERE id = ?), ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         name = CASE WHEN named = 1 AND excluded.named = 0 THEN name ELSE excluded.name END,
         named = max(named, excluded.named), headers = excluded.headers,
         mapping = excluded.mapping, used_at = excluded.used_at
       RETURNING id`,
    )
    .pluck()
    .get(
      about.name,
      Number(about.named),
      about.connectionId,
      headerFingerprint(about.columns),
      JSON.stringify(withLabels(headers, about.mapping, labelsOf(db, about.connectionId))),
      JSON.stringify(asKept(about.mapping)),
      Date.now(),
    );
  return id as number;
}

function labelsOf(db: Database, connectionId: number | null): readonly CustomFieldLabel[] {
  const record = readConnections(db).find(({ id }) => id === connectionId);
  return record === undefined ? [] : knownCustomFields(db, toConnection(record));
}

/** The mapping that was last sent from the same list, or from one with almost the same headers. */
export function recallMapping(
  db: Database,
  columns: readonly ListColumn[],
  connectionId: number | null,
): Recalled | null {
  const rows = db
    .prepare(
      `SELECT ${COLUMNS} FROM mappings WHERE connection_id IS ?
       ORDER BY used_at DESC LIMIT ${CANDIDATES}`,
    )
    .all(connectionId) as RememberedRow[];
  const fingerprint = headerFingerprint(columns);
  const exact = rows.find((row) => row.fingerprint === fingerprint);
  const best = exact ?? (isHeaderless(columns) ? undefined : closest(rows, columns));
  if (best === undefined) return null;
  const { mapping, knownColumns, addedHeaders, goneHeaders, formerLabels } = adaptMapping(
    asRecalled(JSON.parse(best.mapping) as Mapping),
    headersOf(best),
    columns,
  );
  return {
    mapping,
    knownColumns,
    formerLabels,
    conditions: conditionsFor(headersOf(best), columns),
    remembered: {
      id: best.id,
      name: best.name,
      usedAt: best.used_at,
      added: addedHeaders.length,
      gone: goneHeaders.length,
      addedHeaders,
      goneHeaders,
    },
  };
}

/** Whether a mapping was sent before as it is, for a list with the same headers. */
export function isKnownMapping(
  db: Database,
  columns: readonly Header[],
  connectionId: number | null,
  mapping: Mapping,
): boolean {
  const row = db
    .prepare(`SELECT ${COLUMNS} FROM mappings WHERE fingerprint = ? AND connection_id IS ?`)
    .get(headerFingerprint(columns), connectionId) as RememberedRow | undefined;
  if (row === undefined) return false;
  const kept = adaptMapping(JSON.parse(row.mapping) as Mapping, headersOf(row), columns).mapping;
  return whatItDoes(kept) === whatItDoes(asKept(mapping));
}

/** Without the confidence of proposals and the date format that a check proves. */
function whatItDoes(mapping: Mapping): string {
  return JSON.stringify(
    mapping
      .map(({ field, columns, fixed, transforms }) => [field, columns, fixed ?? null, transforms])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

function closest(
  rows: readonly RememberedRow[],
  columns: readonly ListColumn[],
): RememberedRow | undefined {
  const here = new Set(columns.map((column) => normalHeader(column.header)));
  let best: RememberedRow | undefined;
  let bestLikeness = LIKENESS;
  for (const row of rows) {
    const there = new Set(headersOf(row).map((each) => normalHeader(each.header)));
    const shared = [...here].filter((header) => there.has(header)).length;
    const likeness = shared / (here.size + there.size - shared);
    if (likeness > bestLikeness || (likeness === bestLikeness && best === undefined)) {
      best = row;
      bestLikeness = likeness;
    }
  }
  return best;
}

function headersOf(row: RememberedRow): readonly Header[] {
  return JSON.parse(row.headers) as readonly Header[];
}
