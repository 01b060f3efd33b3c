import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { Mapping, Transform } from "../../../preload/types.ts";

/** Changes that hold values of their own. */
const HOLDS_VALUES: ReadonlySet<Transform["kind"]> = new Set<Transform["kind"]>([
  "default",
  "replace",
  "replace-values",
]);

/** Stands for changes that were not kept; the next list asks for them (validation/setup.ts). */
const NOT_KEPT: Transform = { kind: "default", value: "" };

/**
 * A mapping as it may be kept in clear: fixed values, defaults and replacements of secret fields
 * are secrets themselves. The entries stay, because rows have one value per entry; where something
 * was taken off, an empty value stands for it.
 */
export function withoutSecrets(mapping: Mapping): Mapping {
  return mapping.map((entry) => {
    if (!SECRET_FIELDS.has(entry.field)) return entry;
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
