import { MAX_COLUMNS } from "../../../common/tables/limits.ts";

/** How many columns a `col` element hides, by its attributes. */
export function hiddenColumns(attributes: string): number {
  if (!/\shidden=["'](1|true)/.test(attributes)) return 0;
  const first = Number(/\smin=["'](\d+)/.exec(attributes)?.[1] ?? 0);
  const last = Number(/\smax=["'](\d+)/.exec(attributes)?.[1] ?? 0);
  return Math.max(0, Math.min(last, MAX_COLUMNS) - first + 1);
}
