import { useLayoutEffect, useState, useSyncExternalStore } from "react";
import type { FieldName } from "../../../preload/fields.ts";
import type { StagedRow } from "../../../preload/types.ts";
import { saidInRow, worstOf } from "./said-in-row.ts";
import type { GridWords } from "./use-grid-words.ts";

/** What is to be said about a cell; nothing where `text` is empty. */
export interface CellWords {
  readonly tone: "red" | "amber" | "neutral";
  readonly text: string;
}

/**
 * The cell where a person is, in words, for what stands below the rows: it is heard there without
 * the screen around being drawn anew at each step. null: the grid says it at the cell itself.
 */
export interface ToldCell {
  readonly now: () => CellWords | null;
  readonly tell: (words: CellWords | null) => void;
  readonly listen: (hear: () => void) => () => void;
}

function createToldCell(): ToldCell {
  let told: CellWords | null = null;
  const heard = new Set<() => void>();
  return {
    now: () => told,
    tell(words) {
      if (told?.text === words?.text && told?.tone === words?.tone) return;
      told = words;
      for (const hear of heard) hear();
    },
    listen(hear) {
      heard.add(hear);
      return () => heard.delete(hear);
    },
  };
}

export function useToldCell(): ToldCell {
  return useState(createToldCell)[0];
}

export function useHeardCell(cell: ToldCell): CellWords | null {
  return useSyncExternalStore(cell.listen, cell.now);
}

export function useTellCell({ tell }: ToldCell, words: CellWords | null): void {
  useLayoutEffect(() => tell(words));
  useLayoutEffect(() => () => tell(null), [tell]);
}

/** All that is wrong with a cell, and what it held before. @param index the column's, from 0 */
export function cellWords(
  row: StagedRow | null,
  fields: readonly FieldName[],
  index: number,
  words: Pick<GridWords, "problem" | "correctedFrom">,
): CellWords {
  const problems = saidInRow(row, fields)[index]?.problems ?? [];
  const before = row?.before?.find((one) => one.at === index)?.value;
  const said = problems.map(words.problem);
  if (before !== undefined) said.push(words.correctedFrom(before));
  const worst = worstOf(problems)?.severity;
  const tone = worst === undefined ? "neutral" : worst === "error" ? "red" : "amber";
  return { tone, text: said.join(" ") };
}
