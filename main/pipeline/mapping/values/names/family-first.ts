import { isEastAsian } from "../../headers/header-words.ts";
import { capitalsFirst, capitalsLast } from "./capitals-first.ts";
import { type Name, PARTICLE, partTitles } from "./name-titles.ts";

/** Names of the father, as in Иван Иванович; Абрамович is a family name too. */
const PATRONYMIC = /(?:вич|ьич|вна|чна)$/iu;
const INITIALS = /^(?:\p{Lu}\.){2,3}$/u;
const INITIAL = /^\p{Lu}\.$/u;

/**
 * A name that shows itself in which order it stands, whatever others in its list do; null for one
 * that does not.
 */
export function shownOrder(name: string): Name | null {
  const words = name.split(/\s+/);
  if (words.length < 2) return null;
  if (PARTICLE.test(words[0] ?? "") && /\p{Lu}/u.test(name)) return afterParticles(words);
  // 山田 太郎, 김 민수
  if (words.length === 2 && words.every(isEastAsian)) return afterFirst(words, 1);
  const [, second = "", third = ""] = words;
  if (words.length === 3) {
    if (PATRONYMIC.test(second)) return { given: words.slice(0, 2).join(" "), family: third };
    if (PATRONYMIC.test(third)) return afterFirst(words, 1);
  }
  // Смирнов И. И., Tolkien J.R.R., but Ann L.
  const isInitials = INITIALS.test(second) && words.length === 2;
  const areInitials = words.length > 2 && words.slice(1).every((word) => INITIAL.test(word));
  const isName = /\p{L}{2}/u.test(words[0] ?? "");
  return isName && (isInitials || areInitials) ? afterFirst(words, 1) : null;
}

/** A name of a list whose family names stand in front. Titles stay with the given name. */
export function familyFirstName(name: string): Name {
  const shown = shownOrder(name) ?? capitalsFirst(name) ?? capitalsLast(name);
  if (shown !== null) return shown;
  const parted = partTitles(name);
  const { titles } = parted;
  const rest = titles === "" ? name : parted.rest;
  if (rest === "") return { given: "", family: name };
  const end = /\s|$/.exec(rest)?.index ?? 0;
  const given = [titles, rest.slice(end).trimStart()].filter((part) => part !== "").join(" ");
  return { given, family: rest.slice(0, end) };
}

/** "van den Berg Jan": no given name begins so small. */
function afterParticles(words: readonly string[]): Name {
  const first = words.findIndex((word) => !PARTICLE.test(word));
  return afterFirst(words, first < 0 ? words.length : first + 1);
}

function afterFirst(words: readonly string[], count: number): Name {
  return { given: words.slice(count).join(" "), family: words.slice(0, count).join(" ") };
}
