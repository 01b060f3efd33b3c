import { keepsValueTable, SECRET_FIELDS } from "../../../preload/fields.ts";
import type { FieldMapping, Mapping, Transform } from "../../../preload/types.ts";

/** Changes that hold values of their own. */
const HOLDS_VALUES: ReadonlySet<Transform["kind"]> = new Set<Transform["kind"]>([
  "default",
  "replace",
  "replace-values",
]);

/** Stands for changes that were not kept; the next list asks for them (validation/setup.ts). */
const NOT_KEPT: Transform = { kind: "default", value: "" };

/**
 * A mapping as it may be kept in clear. Tables of people's values (names, addresses) count for one
 * list and go; fixed values, defaults and replacements of secret fields
 * are secrets themselves. The entries stay, because rows have one value per entry; where something
 * was taken off, an empty value stands for it.
 */
export function withoutSecrets(mapping: Mapping): Mapping {
  return mapping.map((entry) => {
    if (!SECRET_FIELDS.has(entry.field)) return withoutTable(entry);
    const { fixed, ...rest } = entry;
    const open = entry.transforms.filter(({ kind }) => !HOLDS_VALUES.has(kind));
    const isLess = open.length < entry.transforms.length;
    return {
      ...rest,
      ...(fixed === undefined ? {} : { fixed: "" }),
      transforms: isLess ? [...open, NOT_KEPT] : open,
    };
  });
}

function withoutTable(entry: FieldMapping): FieldMapping {
  const { field, transforms } = entry;
  if (keepsValueTable(field) || !transforms.some(isTable)) return entry;
  return { ...entry, transforms: transforms.filter((each) => !isTable(each)) };
}

function isTable({ kind }: Transform): boolean {
  return kind === "replace-values";
}
