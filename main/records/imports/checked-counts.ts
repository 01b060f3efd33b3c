import type { CheckCounts } from "../../../preload/types.ts";

/** `imports.checked` as it is stored: rows that are left out stand under an older name. */
interface StoredCounts extends Omit<CheckCounts, "leftOut"> {
  readonly excluded: number;
}

export function checkedToJson({ leftOut, ...counts }: CheckCounts): string {
  return JSON.stringify({ ...counts, excluded: leftOut } satisfies StoredCounts);
}

export function checkedFromJson(json: string): CheckCounts {
  const { excluded, ...counts } = JSON.parse(json) as StoredCounts;
  return { ...counts, leftOut: excluded };
}
