import type { Irreversible, UndoPlan } from "./types.ts";

/**
 * What is told to stay. What is undone in the admin pages takes back all of an import: then only
 * what the program itself no longer holds is told.
 */
export function stays({
  way,
  irreversible,
}: Pick<UndoPlan, "way" | "irreversible">): readonly Irreversible[] {
  return way === "there" ? irreversible.filter(({ kind }) => kind === "rows-gone") : irreversible;
}
