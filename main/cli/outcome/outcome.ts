import { placeOfRow, type RowPlace } from "../../../preload/lists/list-row.ts";
import type { ImportCounts, Problem } from "../../../preload/types.ts";
import { t } from "../../common/text.ts";
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
  return [
    titleOf(outcome, fileName),
    t("cli:outcome.rows", { ...rows }),
    ...(batches.total === 0 ? [] : [batchLine(batches)]),
    ...(batches.accepted === 0
      ? []
      : [t("cli:outcome.customers", { created: customers.new, updated: customers.updated })]),
    ...outcome.problems.flatMap(problemLines),
  ];
}

function titleOf({ state: code, import: id }: Outcome, file: string | null): string {
  const state = t(`cli:states.${code}`);
  if (file !== null) {
    return id === null
      ? t("cli:outcome.of-file", { file, state })
      : t("cli:outcome.of-import", { file, state, id });
  }
  return id === null ? state : t("cli:outcome.import", { state, id });
}

function batchLine(batches: BatchCounts): string {
  const parts = (["accepted", "rejected", "queued", "uncertain"] as const).filter(
    (part) => batches[part] > 0,
  );
  const told = (["total", ...parts] as const).map((part) =>
    t(`cli:outcome.batches-${part}`, { number: batches[part] }),
  );
  return t("cli:outcome.batches", { parts: told.join(", ") });
}

function problemLines(problem: OutcomeProblem): readonly string[] {
  const { column, message } = problem;
  const row = namePlace(problem.row, problem.sheet);
  const line =
    column === null
      ? t("cli:outcome.problem", { row, message })
      : t("cli:outcome.problem-column", { row, column, message });
  if (problem.wouldSend === undefined) return [`  ${line}`];
  const values = Object.entries(problem.wouldSend).map(([field, value]) => `${field}=${value}`);
  return [`  ${line}`, `    ${t("cli:outcome.would-send", { values: values.join("; ") })}`];
}
