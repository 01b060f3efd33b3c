import { dataRows } from "../../sources/data-rows.ts";
import type { ListSource, SourceNotice } from "../../sources/source.ts";
import { loadPhonesFor } from "../../validation/phones.ts";
import { takeHashSeeds } from "../../validation/text-hash.ts";
import { type ChunkRecipe, type PackedChunk, packerOf } from "./checked-chunk.ts";
import { createListCheck } from "./checked-rows.ts";

/**
 * The rows of a sheet below its headers, mapped and checked each by itself; at the end what is to be
 * told of them all. Where they need not be `exact`, merged cells are taken on trust.
 * @throws MergedValues
 * @throws AppError as `ListSource.rows`
 */
export async function* checkedChunks(
  list: ListSource,
  sheet: string,
  recipe: ChunkRecipe,
  exact: boolean,
): AsyncGenerator<PackedChunk, readonly SourceNotice[]> {
  await loadPhonesFor(recipe.mapping, recipe.phoneCountry ?? null);
  takeHashSeeds(recipe.keys.seeds);
  const { check, findings } = createListCheck(recipe);
  const packer = packerOf(recipe);
  for await (const rows of dataRows(list, sheet, recipe.headerRow, { trustMerged: !exact })) {
    for (const row of rows) {
      const full = packer.add(check(row));
      if (full !== null) yield full;
    }
  }
  const last = packer.end();
  if (last !== null) yield last;
  return [...list.notices(sheet), ...findings()];
}
