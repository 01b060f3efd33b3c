import type { FieldName } from "../../../preload/fields.ts";
import type { Problem, StagedRow } from "../../../preload/types.ts";
import { type Room, roomBelow } from "./grid-layout.ts";

/** What is wrong with a cell, and how far the sentence below it may reach to both sides. */
export interface CellSaid {
  readonly problems: readonly Problem[];
  readonly room: Room | null;
}

export const NOTHING_SAID: CellSaid = { problems: [], room: null };

/** What stands below the cells of a row, by column; problems of the row as a whole at the first one. */
export function saidInRow(
  row: Pick<StagedRow, "problems"> | null,
  fields: readonly FieldName[],
): readonly CellSaid[] {
  if (row === null || row.problems.length === 0) return fields.map(() => NOTHING_SAID);
  const found = fields.map((field, index) =>
    row.problems.filter((problem) =>
      problem.field === null ? index === 0 : problem.field === field,
    ),
  );
  const hasProblem = (index: number) => (found[index]?.length ?? 0) > 0;
  return found.map((problems, index) =>
    problems.length === 0 ? NOTHING_SAID : { problems, room: roomBelow(fields, index, hasProblem) },
  );
}

/** The problem that gives a cell its colour. */
export function worstOf(problems: readonly Problem[]): Problem | undefined {
  return problems.find((one) => one.severity === "error") ?? problems[0];
}
