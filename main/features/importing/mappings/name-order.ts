import type { FieldMapping, Mapping, Transform } from "../../../../preload/types.ts";

type Split = Extract<Transform, { readonly kind: "split" }>;

/**
 * A kept mapping whose full names are divided as this list shows it: that the family name stood in
 * front was proven by another list's capitals, which say nothing of this one's. What a person chose
 * stays unless this list proves otherwise.
 */
export function withNameOrder(kept: Mapping, fresh: Mapping): Mapping {
  return kept.map((entry) => {
    const own = splitOf(entry);
    if (own === undefined || own.take === "last") return entry;
    const here = fresh.find(({ field, columns }) => isSame(entry, field, columns));
    const shown = here === undefined ? undefined : splitOf(here);
    if (shown === undefined || !(own.proven === true || shown.proven === true)) return entry;
    const transforms = entry.transforms.map((each) => (each === own ? shown : each));
    return { ...entry, transforms };
  });
}

function isSame(
  entry: FieldMapping,
  field: FieldMapping["field"],
  columns: readonly number[],
): boolean {
  return entry.field === field && entry.columns.join() === columns.join();
}

function splitOf({ transforms }: FieldMapping): Split | undefined {
  return transforms.find((each): each is Split => each.kind === "split");
}
