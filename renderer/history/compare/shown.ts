/** Kinds of changes, in the order in which they are shown. */
export const SHOWN = ["added", "changed", "removed", "left-out"] as const;
export type Shown = (typeof SHOWN)[number];

export interface ComparisonProps {
  readonly importId: number;
  readonly beforeId: number;
}
