import { isHouseholdWord } from "./households.ts";

/** Not y, e and i: they stand inside family names. */
const AND = "(?:&|\\+|[Aa]nd|AND|[Uu]nd|UND|et|ET)";
/** "Ann Lake & Tom Hill": each with a family name of their own. */
const TWO_STRAIGHT = new RegExp(
  `^(\\p{Lu}[\\p{L}'’-]+\\s+\\p{Lu}[\\p{L}'’-]+)\\s+${AND}\\s+\\p{Lu}[\\p{L}'’-]+\\s+\\p{Lu}[\\p{L}'’-]+$`,
  "u",
);
/** "Lake, Ann; Hill, Ben" and "Ann Lake / Ben Hill". */
const BETWEEN = /;|\s\/\s/;
const JOINS = new RegExp(`^${AND}$`);

/** The first of several people in one cell; null where there is one, or a couple with one name. */
export function firstPerson(name: string): string | null {
  const parts = name.split(BETWEEN).map((part) => part.trim());
  const people = parts.filter((part) => part !== "");
  if (people.length > 1 && people.every((part) => /\p{L}[,\s]+\p{L}/u.test(part))) {
    return people[0] ?? null;
  }
  const first = firstTurned(name) ?? TWO_STRAIGHT.exec(name)?.[1] ?? null;
  return first === null || name.split(/\s+/).some(isHouseholdWord) ? null : first;
}

/** "Lake, Ann and Hill, Tom". */
function firstTurned(name: string): string | null {
  const [family = "", middle = "", ...others] = name.split(",");
  if (others.length !== 1) return null;
  const words = middle.trim().split(/\s+/);
  const and = words.findIndex((word) => JOINS.test(word));
  if (and < 1 || and === words.length - 1) return null;
  return `${family}, ${words.slice(0, and).join(" ")}`;
}
