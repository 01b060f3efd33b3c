import type { Database } from "better-sqlite3";
import { SECRET_FIELDS } from "../../preload/fields.ts";
import type { Draft, FieldMapping, ListColumn, Mapping } from "../../preload/types.ts";
import { headerFingerprint, normalHeader } from "./fingerprint.ts";

/** Shared headers against all headers of both lists; below it, it is another list. */
const LIKENESS = 0.6;
/** The most recent mappings that are looked through for a list with almost the same headers. */
const CANDIDATES = 200;

interface RememberedRow {
  readonly name: string;
  readonly headers: string;
  readonly mapping: string;
  readonly fingerprint: string;
}

export interface Recalled {
  readonly mapping: Mapping;
  /** Indexes of this list's columns that the remembered list had too. */
  readonly knownColumns: readonly number[];
  readonly remembered: NonNullable<Draft["remembered"]>;
}

/**
 * Keeps a mapping that was sent, by connection and the headers of its list. A fixed value of a
 * secret field is not kept.
 */
export function rememberMapping(
  db: Database,
  about: {
    readonly name: string;
    readonly connectionId: number | null;
    readonly columns: readonly ListColumn[];
    readonly mapping: Mapping;
  },
): void {
  const mapping = about.mapping.filter((each) => !holdsSecret(each));
  db.prepare(
    `INSERT INTO mappings (name, connection_id, fingerprint, headers, mapping, used_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET name = excluded.name, headers = excluded.headers,
       mapping = excluded.mapping, used_at = excluded.used_at`,
  ).run(
    about.name,
    about.connectionId,
    headerFingerprint(about.columns),
    JSON.stringify(about.columns.map(({ index, header }) => ({ index, header }))),
    JSON.stringify(mapping),
    Date.now(),
  );
}

function holdsSecret(each: FieldMapping): boolean {
  return SECRET_FIELDS.has(each.field) && each.columns.length === 0;
}

/** The mapping that was last sent from the same list, or from one with almost the same headers. */
export function recallMapping(
  db: Database,
  columns: readonly ListColumn[],
  connectionId: number | null,
): Recalled | null {
  const rows = db
    .prepare(
      `SELECT name, headers, mapping, fingerprint FROM mappings WHERE connection_id IS ?
       ORDER BY used_at DESC LIMIT ${CANDIDATES}`,
    )
    .all(connectionId) as RememberedRow[];
  const fingerprint = headerFingerprint(columns);
  const exact = rows.find((row) => row.fingerprint === fingerprint);
  const best = exact ?? closest(rows, columns);
  return best === undefined ? null : adapt(best, columns);
}

type Header = Pick<ListColumn, "index" | "header">;

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

/** Columns are found again by header; a field whose columns are not all there is left out. */
function adapt(row: RememberedRow, columns: readonly ListColumn[]): Recalled {
  const there = headersOf(row);
  const here = new Map(columns.map(({ header, index }) => [normalHeader(header), index]));
  const known = new Set(there.map(({ header }) => normalHeader(header)));
  const moved = new Map(
    there.map(({ header, index }) => [index, here.get(normalHeader(header))] as const),
  );
  const mapping = (JSON.parse(row.mapping) as Mapping).flatMap((each): FieldMapping[] => {
    const found = each.columns.flatMap((index) => moved.get(index) ?? []);
    if (found.length < each.columns.length) return [];
    return [{ ...each, columns: found, confidence: "certain" }];
  });
  return {
    mapping,
    knownColumns: [...moved.values()].filter((index) => index !== undefined),
    remembered: {
      name: row.name,
      added: columns.filter(({ header }) => !known.has(normalHeader(header))).length,
      gone: there.filter(({ header }) => !here.has(normalHeader(header))).length,
    },
  };
}
