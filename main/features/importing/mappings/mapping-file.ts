import { readFile, stat } from "node:fs/promises";
import { z } from "zod";
import { conditionSchema, mappingSchema } from "../../../../preload/contract/shapes.ts";
import type { Mapping } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Header } from "./adapt-mapping.ts";
import { asKept } from "./kept-mapping.ts";

/** A mapping file is small; anything larger is another kind of file. */
const MAX_BYTES = 4 * 1024 * 1024;

const schema = z.strictObject({
  kind: z.literal("loyalty-importer-mapping"),
  version: z.literal(1),
  name: z.string().trim().min(1).max(200),
  headers: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(16_383),
        header: z.string().max(10_000),
        only: z
          .array(conditionSchema.omit({ column: true }))
          .max(20)
          .readonly()
          .exactOptional(),
      }),
    )
    .min(1)
    .max(16_384)
    .readonly(),
  mapping: mappingSchema,
});

/** What is passed from one installation to another: no customer data, no secret. */
export interface MappingFile {
  readonly name: string;
  readonly headers: readonly Header[];
  readonly mapping: Mapping;
}

export function mappingFileText({ name, headers, mapping }: MappingFile): string {
  const file = {
    kind: "loyalty-importer-mapping",
    version: 1,
    name,
    // Names of custom fields are those of one account.
    headers: headers.map(({ custom: _, ...header }) => header),
    mapping: asKept(mapping),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @throws AppError "mapping-file-unreadable" for anything but a mapping file */
export async function readMappingFile(path: string): Promise<MappingFile> {
  try {
    if ((await stat(path)).size > MAX_BYTES) throw new AppError("mapping-file-unreadable");
    // Editors on Windows put a mark before the text.
    const text = (await readFile(path, "utf8")).replace(/^\ufeff/, "");
    const { name, headers, mapping } = schema.parse(JSON.parse(text));
    const known = new Set(headers.map(({ index }) => index));
    const kept = mapping.filter(({ columns }) => columns.every((index) => known.has(index)));
    return { name, headers, mapping: asKept(kept) };
  } catch (cause) {
    throw new AppError("mapping-file-unreadable", { cause });
  }
}
