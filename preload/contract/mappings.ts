import { z } from "zod";
import type { KeptMapping, RememberedMapping, SavedFile } from "../types.ts";
import { call, id, mappingName, mappingSchema, nothing } from "./shapes.ts";

export const mappingsCalls = {
  /** Mappings that are applied by themselves to lists with the same headers. */
  "mappings.list": call<readonly RememberedMapping[]>()(nothing),
  /** One of them with everything it does, to be changed without a list. */
  "mappings.get": call<KeptMapping>()(z.strictObject({ id })),
  /** Its name, and where its columns go; a field comes once, from columns that its lists have. */
  "mappings.save": call<KeptMapping>()(
    z.strictObject({ id, name: mappingName, mapping: mappingSchema }),
  ),
  "mappings.remove": call<null>()(z.strictObject({ id })),
  "mappings.export": call<SavedFile>()(z.strictObject({ id })),
  "mappings.import": call<RememberedMapping>()(
    z.strictObject({ fileId: z.string().min(1).max(100), connectionId: id.nullable() }),
  ),
} as const;
