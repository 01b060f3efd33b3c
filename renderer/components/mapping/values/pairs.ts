import type { ColumnValues, Transform } from "../../../../preload/types.ts";
import { findTransform, withTransform } from "../transforms/transforms.ts";

export type Pairs = Extract<Transform, { readonly kind: "replace-values" }>["pairs"];

/** A value of the list, or one of an earlier list that is changed as well: then without rows. */
export interface ShownValue {
  readonly value: string;
  readonly rows: number | null;
  /** The value that it is changed to. */
  readonly becomes: string;
}

export function pairsOf(transforms: readonly Transform[]): Pairs {
  return findTransform(transforms, "replace-values")?.pairs ?? [];
}

export function withPairs(transforms: readonly Transform[], pairs: Pairs): readonly Transform[] {
  const table = pairs.length === 0 ? null : ({ kind: "replace-values", pairs } as const);
  return withTransform(transforms, "replace-values", table);
}

/** A value that becomes itself is not changed. */
export function withPair(pairs: Pairs, from: string, to: string): Pairs {
  if (from === to) return pairs.filter(([each]) => each !== from);
  return pairs.some(([each]) => each === from)
    ? pairs.map((pair) => (pair[0] === from ? ([from, to] as const) : pair))
    : [...pairs, [from, to]];
}

/** The list's values, then those that only earlier lists had. */
export function shownValues(found: ColumnValues["values"], pairs: Pairs): readonly ShownValue[] {
  const table = new Map(pairs);
  const here = new Set(found.map(({ value }) => value));
  return [
    ...found.map(({ value, rows }) => ({ value, rows, becomes: table.get(value) ?? value })),
    ...pairs
      .filter(([from]) => !here.has(from))
      .map(([value, becomes]) => ({ value, rows: null, becomes })),
  ];
}

/** How many values become others, and in how many rows. */
export function changedIn(values: readonly ShownValue[]) {
  const changed = values.filter(({ value, becomes }) => value !== becomes);
  return {
    count: changed.length,
    rows: changed.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
  };
}
