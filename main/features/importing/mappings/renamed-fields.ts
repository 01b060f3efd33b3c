import type { FieldName } from "../../../../preload/fields.ts";
import type { CustomFieldLabel } from "../../../../preload/types.ts";
import { folded } from "../../../common/folded.ts";

/** Custom fields that the platform calls otherwise than when a mapping was kept, by their former names. */
export function renamedFields(
  former: readonly CustomFieldLabel[],
  now: readonly CustomFieldLabel[],
): ReadonlyMap<FieldName, string> {
  const names = new Map(now.map(({ field, label }) => [field, folded(label)]));
  return new Map(
    former.flatMap(({ field, label }) => {
      const name = names.get(field);
      return name === undefined || name === folded(label) ? [] : [[field, label] as const];
    }),
  );
}
