import type {
  Condition,
  CustomFieldLabel,
  FieldMapping,
  ListColumn,
  Mapping,
} from "../../../../preload/types.ts";
import { normalHeader } from "./fingerprint.ts";

/** A column of a kept mapping. */
export interface Header extends Pick<ListColumn, "index" | "header"> {
  /** What its cells have to be for their rows to be sent. */
  readonly only?: readonly Omit<Condition, "column">[];
  /** The custom field that it went to, by the name that the platform gave it then. */
  readonly custom?: CustomFieldLabel;
}

/** Columns with the conditions on them, as they are kept. */
export function withConditions(
  columns: readonly Pick<ListColumn, "index" | "header">[],
  conditions: readonly Condition[] = [],
): readonly Header[] {
  return columns.map(({ index, header }) => {
    const only = conditions.filter(({ column }) => column === header);
    const kept = only.map(({ kind, value }) => ({ kind, value }));
    return kept.length === 0 ? { index, header } : { index, header, only: kept };
  });
}

/** Columns with the names of the custom fields that they go to. */
export function withLabels(
  columns: readonly Header[],
  mapping: Mapping,
  labels: readonly CustomFieldLabel[],
): readonly Header[] {
  return columns.map((column) => {
    const entry = mapping.find(({ columns: used }) => used.includes(column.index));
    const custom = labels.find(({ field }) => field === entry?.field);
    return custom === undefined ? column : { ...column, custom };
  });
}

/**
 * The conditions that were kept, for another list. One on a column that is not there any more stays:
 * without it rows would be sent that nobody wants to send.
 */
export function conditionsFor(
  there: readonly Header[],
  columns: readonly Header[],
): readonly Condition[] {
  const moved = movedColumns(there, columns);
  const headers = new Map(columns.map(({ index, header }) => [index, header]));
  return there.flatMap(({ index, header, only = [] }) => {
    const column = headers.get(moved.get(index) ?? -1) ?? header;
    return only.map((each) => ({ ...each, column }));
  });
}

export interface Adapted {
  readonly mapping: Mapping;
  /** Indexes of this list's columns that the other list had too. */
  readonly knownColumns: readonly number[];
  /** Headers of this list that the other did not have, and the other way round. */
  readonly addedHeaders: readonly string[];
  readonly goneHeaders: readonly string[];
  /** What the custom fields of its columns were called then. */
  readonly formerLabels: readonly CustomFieldLabel[];
}

/**
 * A mapping of another list for this one: columns are found again by header, as it is written or,
 * where no two are meant, but for case, accents and blanks. A field whose columns are not all there
 * is left out, and what is left of its columns counts as new.
 */
export function adaptMapping(
  mapping: Mapping,
  there: readonly Header[],
  columns: readonly Header[],
): Adapted {
  const moved = movedColumns(there, columns);
  const known = new Set(moved.values());
  const orphans = new Set<number>();
  const adapted = mapping.flatMap((each): FieldMapping[] => {
    const found = each.columns.flatMap((index) => moved.get(index) ?? []);
    if (found.length < each.columns.length) {
      for (const index of found) orphans.add(index);
      return [];
    }
    return [{ ...each, columns: found, confidence: "certain" }];
  });
  for (const { columns: used } of adapted) for (const index of used) orphans.delete(index);
  return {
    mapping: adapted,
    knownColumns: [...known].filter((index) => !orphans.has(index)),
    addedHeaders: columns.filter(({ index }) => !known.has(index)).map(({ header }) => header),
    goneHeaders: there.filter(({ index }) => !moved.has(index)).map(({ header }) => header),
    formerLabels: there.flatMap(({ custom }) => custom ?? []),
  };
}

/** The columns of the other list that this one has too, and where. */
function movedColumns(
  there: readonly Header[],
  columns: readonly Header[],
): ReadonlyMap<number, number> {
  const exact = new Map(columns.map(({ header, index }) => [header, index]));
  const alikeHere = Map.groupBy(columns, ({ header }) => normalHeader(header));
  const alikeThere = Map.groupBy(there, ({ header }) => normalHeader(header));
  const find = (header: string): number | undefined => {
    const written = exact.get(header);
    if (written !== undefined) return written;
    const name = normalHeader(header);
    const [only, ...others] = alikeHere.get(name) ?? [];
    return others.length === 0 && alikeThere.get(name)?.length === 1 ? only?.index : undefined;
  };
  return new Map(
    there.flatMap(({ header, index }) => {
      const to = find(header);
      return to === undefined ? [] : [[index, to] as const];
    }),
  );
}
