import { partTitles } from "./name-titles.ts";

/** `LAKE`, `O'BRIEN`, `SMITH-JONES`, `McDONALD`; not an initial. */
const CAPITALS = /^(?:Mc|Mac)?\p{Lu}[\p{Lu}'’-]*\p{Lu}\.?$/u;
/** `Ann`, `Jean-Paul`, `J.`. */
const WRITTEN_SMALL = /^\p{Lu}(?:\.|.*\p{Ll})/u;

/**
 * A name as registers write it, the family's in capitals in front of the given: "LAKE Ann",
 * "DE LA TOUR Jean". Null for one that is not written so.
 */
export function capitalsFirst(name: string): { given: string; family: string } | null {
  const words = name.trim().split(/\s+/);
  const small = words.findIndex((word) => !CAPITALS.test(word));
  if (small < 1 || partTitles(name).titles !== "") return null;
  if (!words.slice(small).every((word) => WRITTEN_SMALL.test(word) && !CAPITALS.test(word))) {
    return null;
  }
  return { given: words.slice(small).join(" "), family: words.slice(0, small).join(" ") };
}
