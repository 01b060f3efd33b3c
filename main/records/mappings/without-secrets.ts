import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { Mapping } from "../../../preload/types.ts";

/**
 * A mapping as it may be kept in clear: fixed values, defaults and replacements of secret fields
 * are secrets themselves. The entries stay, because rows have one value per entry.
 */
export function withoutSecrets(mapping: Mapping): Mapping {
  return mapping.map((entry) => {
    if (!SECRET_FIELDS.has(entry.field)) return entry;
    const { fixed, ...rest } = entry;
    return {
      ...rest,
      ...(fixed === undefined ? {} : { fixed: "" }),
      transforms: entry.transforms.filter(
        (each) => each.kind !== "default" && each.kind !== "replace",
      ),
    };
  });
}
