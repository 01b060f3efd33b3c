import type { ListColumn, Mapping } from "../../../../preload/types.ts";
import type { Entry } from "../headers/dictionary.ts";
import { lookUpHeader } from "../headers/lookup.ts";

/** What the headers of columns that go nowhere stand for, by the columns' index; plain data. */
export type UnusedMeanings = ReadonlyMap<number, Entry | null>;

/** Who reads rows is told them: to look one up takes thousands of words, which a thread need not load. */
export function unusedMeanings(columns: readonly ListColumn[], mapping: Mapping): UnusedMeanings {
  const used = new Set(mapping.flatMap((entry) => entry.columns));
  const unused = columns.filter(({ index }) => !used.has(index));
  return new Map(unused.map(({ index, header }) => [index, lookUpHeader(header)]));
}
