import { isHouseholdWord } from "./households.ts";

/** Not y, e and i: they stand inside family names. */
const AND = "(?:&|\\+|[Aa]nd|AND|[Uu]nd|UND|et|ET)";
/** "Ann Lake & Tom Hill": each with a family name of their own. */
const TWO_STRAIGHT = new RegExp(
  `^(\\p{Lu}[\\p{L}'’-]+\\s+\\p{Lu}[\\p{L}'’-]+)\\s+${AND}\\s+\\p{Lu}[\\p{L}'’-]+\\s+\\p{Lu}[\\p{L}'’-]+$`,
  "u",
);
/** "Lake, Ann and Hill, Tom". */
const TWO_TURNED = new RegExp(`^([^,;]+,[^,;]+?)\\s+${AND}\\s+[^,;]+,[^,;]+$`, "u");
/** "Lake, Ann; Hill, Ben" and "Ann Lake / Ben Hill". */
const BETWEEN = /\s*;\s*|\s+\/\s+/;

/** The first of several people in one cell; null where there is one, or a couple with one name. */
export function firstPerson(name: string): string | null {
  const parts = name.split(BETWEEN).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => /\p{L}[,\s]+\p{L}/u.test(part))) {
    return parts[0] ?? null;
  }
  const first = (TWO_TURNED.exec(name) ?? TWO_STRAIGHT.exec(name))?.[1] ?? null;
  return first === null || name.split(/\s+/).some(isHouseholdWord) ? null : first;
}
