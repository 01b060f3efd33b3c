import { useState } from "react";
import type { FieldName } from "../../../../preload/fields.ts";
import type { ProblemKind, RowFilter, RowView } from "../../../../preload/types.ts";

type Problem = NonNullable<RowView["problem"]>;

/** Which rows a person has chosen to see, and how they choose others. */
export interface ChosenView {
  readonly filter: RowFilter;
  readonly view: RowView;
  setFilter(filter: RowFilter): void;
  sort(field: FieldName, descending: boolean | null): void;
  /** null: all values. */
  chooseValues(field: FieldName, values: readonly string[] | null): void;
  /** Turns a kind of problem on, or off where it is on. */
  toggleProblem(kind: Problem): void;
  /** All rows, in list order. */
  reset(): void;
}

export function useView(first: RowFilter): ChosenView {
  const [filter, setFilter] = useState(first);
  const [view, setView] = useState<RowView>({});
  return {
    filter,
    view,
    setFilter(next) {
      setFilter(next);
      // A kind of problem belongs to the tile that it stands under.
      setView(({ problem: _, ...others }) => others);
    },
    sort: (field, descending) =>
      setView(({ sort: _, ...others }) =>
        descending === null ? others : { ...others, sort: { field, descending } },
      ),
    chooseValues: (field, values) =>
      setView(({ values: before = [], ...others }) => {
        const kept = before.filter((each) => each.field !== field);
        const now = values === null ? kept : [...kept, { field, values }];
        return now.length === 0 ? others : { ...others, values: now };
      }),
    toggleProblem: (kind) =>
      setView(({ problem, ...others }) =>
        problem !== undefined && sameKind(problem, kind)
          ? others
          : { ...others, problem: kindOnly(kind) },
      ),
    reset() {
      setFilter("all");
      setView({});
    },
  };
}

export function sameKind(one: Problem, other: Problem): boolean {
  return JSON.stringify(kindOnly(one)) === JSON.stringify(kindOnly(other));
}

/** What names a kind, without its number of rows. */
function kindOnly({ code, field, column, severity }: Problem | ProblemKind): Problem {
  return { code, field, column, severity };
}
