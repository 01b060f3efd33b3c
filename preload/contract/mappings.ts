import { z } from "zod";
import type { RememberedMapping, SavedFile } from "../types.ts";
import { call, id, mappingName, nothing } from "./shapes.ts";

export const mappingsCalls = {
  /** Mappings that are applied by themselves to lists with the same headers. */
  "mappings.list": call<readonly RememberedMapping[]>()(nothing),
  "mappings.rename": call<RememberedMapping>()(z.strictObject({ id, name: mappingName })),
  "mappings.remove": call<null>()(z.strictObject({ id })),
  "mappings.export": call<SavedFile>()(z.strictObject({ id })),
  "mappings.import": call<RememberedMapping>()(
    z.strictObject({ fileId: z.string().min(1).max(100), connectionId: id.nullable() }),
  ),
} as const;
