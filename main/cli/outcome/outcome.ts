import { placeOfRow, type RowPlace } from "../../../preload/lists/list-row.ts";
import type { ImportCounts, Problem } from "../../../preload/types.ts";
import { count } from "../terminal/print.ts";
import type { PrintedFinding } from "../words/in-options.ts";
import { namePlace } from "../words/row-place.ts";
import type { OutcomeState } from "./exit.ts";
import type { WouldSend } from "./would-send.ts";

/** What `import --json` and `queue send --json` print. */
export interface Outcome {
  /** null where nothing was queued, or more than one import was sent. */
  readonly import: number | null;
  readonly state: OutcomeState;
  readonly rows: {
    readonly total: number;
    readonly valid: number;
    readonly invalid: number;
    readonly warnings: number;
  };
  readonly batches: BatchCounts;
  readonly customers: { readonly new: number; readonly updated: number };
  readonly problems: readonly OutcomeProblem[];
  /** What the list's shape shows; `import` only. */
  readonly findings?: readonly PrintedFinding[];
}

export interface BatchCounts {
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly queued: number;
  readonly uncertain: number;
}

/** `sheet`: the row's own, where the list is read from several. */
export type OutcomeProblem = Pick<Problem, "column" | "field" | "code" | "message"> &
  RowPlace & {
    /** Of a row whose values stand in the wrong columns; passwords and PINs are masked. */
    readonly wouldSend?: WouldSend;
  };

export const NO_BATCHES: BatchCounts = {
  total: 0,
  accepted: 0,
  rejected: 0,
  queued: 0,
  uncertain: 0,
};

/** At most so many problems are listed; the counts tell of all. */
export const MAX_PROBLEMS = 100;

export function batchCounts(counts: ImportCounts): BatchCounts {
  return {
    total: counts.batches,
    accepted: counts.accepted,
    rejected: counts.rejected,
    queued: counts.open,
    uncertain: counts.uncertain,
  };
}

export function outcomeProblem(
  { row, column, field, code, message }: Problem,
  listSheet: string,
): OutcomeProblem {
  return { ...placeOfRow(row, listSheet), column, field, code, message };
}

/** An outcome for people. */
export function outcomeLines(outcome: Outcome, fileName: string | null): readonly string[] {
  const { rows, batches, customers } = outcome;
  const what = fileName === null ? "" : `${fileName}: `;
  const number = outcome.import === null ? "" : `, import ${outcome.import}`;
  return [
    `${what}${WORDS[outcome.state]}${number}`,
    `Rows: ${count(rows.total)} read, ${count(rows.valid)} valid, ${count(rows.invalid)} invalid, ${count(rows.warnings)} with warnings`,
    ...(batches.total === 0 ? [] : [batchLine(batches)]),
    ...(batches.accepted === 0
      ? []
      : [`Customers: ${count(customers.new)} new, ${count(customers.updated)} updated`]),
    ...outcome.problems.flatMap(problemLines),
  ];
}

const WORDS: Readonly<Record<OutcomeState, string>> = {
  accepted: "accepted",
  queued: "queued",
  rejected: "rejected",
  uncertain: "uncertain - a person must decide (queue resolve)",
  "partly-accepted": "partly accepted",
  invalid: "invalid, nothing was sent",
  cancelled: "cancelled",
};

function batchLine(batches: BatchCounts): string {
  const parts = [
    ["accepted", batches.accepted],
    ["rejected", batches.rejected],
    ["queued", batches.queued],
    ["uncertain", batches.uncertain],
  ] as const;
  const told = parts
    .filter(([, number]) => number > 0)
    .map(([word, number]) => `${count(number)} ${word}`);
  return `Batches: ${count(batches.total)} in all${told.length === 0 ? "" : `, ${told.join(", ")}`}`;
}

function problemLines(problem: OutcomeProblem): readonly string[] {
  const where = problem.column === null ? "" : `, ${problem.column}`;
  const line = `  Row ${namePlace(problem.row, problem.sheet)}${where}: ${problem.message}`;
  if (problem.wouldSend === undefined) return [line];
  const values = Object.entries(problem.wouldSend).map(([field, value]) => `${field}=${value}`);
  return [line, `    It would send: ${values.join("; ")}`];
}
