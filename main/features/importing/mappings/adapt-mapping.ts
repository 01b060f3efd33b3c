import type { FieldMapping, ListColumn, Mapping } from "../../../../preload/types.ts";
import { normalHeader } from "./fingerprint.ts";

export type Header = Pick<ListColumn, "index" | "header">;

export interface Adapted {
  readonly mapping: Mapping;
  /** Indexes of this list's columns that the other list had too. */
  readonly knownColumns: readonly number[];
  /** Headers of this list that the other did not have, and the other way round. */
  readonly addedHeaders: readonly string[];
  readonly goneHeaders: readonly string[];
}

/**
 * A mapping of another list for this one: columns are found again by header; a field whose
 * columns are not all there is left out.
 */
export function adaptMapping(
  mapping: Mapping,
  there: readonly Header[],
  columns: readonly Header[],
): Adapted {
  const here = new Map(columns.map(({ header, index }) => [normalHeader(header), index]));
  const known = new Set(there.map(({ header }) => normalHeader(header)));
  const moved = new Map(
    there.map(({ header, index }) => [index, here.get(normalHeader(header))] as const),
  );
  return {
    mapping: mapping.flatMap((each): FieldMapping[] => {
      const found = each.columns.flatMap((index) => moved.get(index) ?? []);
      if (found.length < each.columns.length) return [];
      return [{ ...each, columns: found, confidence: "certain" }];
    }),
    knownColumns: [...moved.values()].filter((index) => index !== undefined),
    addedHeaders: columns
      .filter(({ header }) => !known.has(normalHeader(header)))
      .map(({ header }) => header),
    goneHeaders: there
      .filter(({ header }) => !here.has(normalHeader(header)))
      .map(({ header }) => header),
  };
}
