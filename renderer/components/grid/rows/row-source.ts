import type { CallInput } from "../../../../preload/contract.ts";
import type { RowPage } from "../../../../preload/types.ts";
import { callMain } from "../../../query/call.ts";

export interface RowRange {
  readonly offset: number;
  readonly limit: number;
}

/** Where a grid's rows come from, a range at a time, and under what name the answer is kept. */
export type RowSource = (range: RowRange) => {
  readonly queryKey: readonly unknown[];
  readonly queryFn: () => Promise<RowPage>;
};

/** Calls that answer rows by range. */
type RowCall = "drafts.rows" | "batches.rows";

export function rowsOfCall<N extends RowCall>(
  name: N,
  input: Omit<CallInput<N>, keyof RowRange>,
): RowSource {
  return (range) => {
    const whole = { ...input, ...range } as CallInput<N>;
    return { queryKey: [name, whole], queryFn: () => callMain(name, whole) };
  };
}
