import type { CHANGES_SHOWN } from "../../../preload/choices.ts";
export type Shown = (typeof CHANGES_SHOWN)[number];

export interface ComparisonProps {
  readonly importId: number;
  readonly beforeId: number;
}
