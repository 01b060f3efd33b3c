import { isUsualGiven } from "../../proposal/names/given-names.ts";
import { partTitles } from "./name-titles.ts";

/** `LAKE`, `O'BRIEN`, `SMITH-JONES`, `McDONALD`; not an initial. */
const CAPITALS = /^(?:Mc|Mac)?\p{Lu}[\p{Lu}'’-]*\p{Lu}\.?$/u;
const HAS_CAPITALS = /\p{Lu}[\p{Lu}'’]/u;
const MONSIEUR = "M. ";
/** Two capitals may be initials: JP Morgan, AJ Styles. */
const SHORTEST_FAMILY = 3;
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

/** The same in a list whose given names stand in front, also behind titles: "M. ROY Luc". */
export function registeredName(name: string): { given: string; family: string } | null {
  // Two capitals at least: nearly all names have none in their second place.
  if (!HAS_CAPITALS.test(name)) return null;
  // Before capitals and a given name, the M. of "M. ROY Luc" is no initial.
  const isTitled = name.startsWith(MONSIEUR);
  const { titles, rest } = isTitled
    ? { titles: MONSIEUR.trim(), rest: name.slice(MONSIEUR.length) }
    : partTitles(name);
  const found = capitalsFirst(rest);
  if (found === null || found.family.length < SHORTEST_FAMILY) return null;
  // "MARY Lake" was typed in a hurry.
  if (isUsualGiven(found.family) && !isUsualGiven(found.given)) return null;
  return { ...found, given: titles === "" ? found.given : `${titles} ${found.given}` };
}

/** "Luc ROY" in a list whose family names stand in front. */
export function capitalsLast(name: string): { given: string; family: string } | null {
  const words = name.trim().split(/\s+/);
  const first = words.findIndex((word) => CAPITALS.test(word));
  if (first < 1 || partTitles(name).titles !== "") return null;
  const areOrdered =
    words.slice(0, first).every((word) => WRITTEN_SMALL.test(word)) &&
    words.slice(first).every((word) => CAPITALS.test(word));
  if (!areOrdered) return null;
  return { given: words.slice(0, first).join(" "), family: words.slice(first).join(" ") };
}
