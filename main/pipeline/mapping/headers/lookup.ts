import { alternatives, composed } from "./composed.ts";
import type { Entry, Owner } from "./dictionary.ts";
import { headerWords, isEastAsian, isJoining, plainForms, wordsKeys } from "./header-words.ts";
import { lexicon } from "./lexicon.ts";
import type { Language, OwnerPhrase } from "./packed-lexicon.ts";

/** Longer headers are texts: no dictionary holds them, nor alternatives like theirs. */
const MAX_LENGTH = 200;
/** No header has more words: whose it is twice, and what it is. */
const MAX_WORDS = 14;
/** Headers that are looked at to tell a list's languages. */
const LOOKED_AT = 100;

type Find = (words: readonly string[]) => Entry | null;

/**
 * What a header stands for by the dictionaries, or null. The whole header must be known, less the
 * words that tell whose it is: "Last visit" or "Email opt-in" are no near match of anything.
 *
 * @param spoken languages of the list, for words that mean something only in one of them
 */
export function lookUpHeader(header: string, spoken: readonly Language[] = []): Entry | null {
  const find = findIn(spoken);
  const words = headerWords(header);
  if (header.length > MAX_LENGTH) return lookUpWords(words, 2, find);
  const text = plainForms(header);
  const accented = lexicon().accented.get(text.trim().toLowerCase());
  if (accented !== undefined) return accented;
  return (
    lookUpWords(words, 2, find) ??
    alternatives(text, (part) => lookUpWords(headerWords(part), 2, find))
  );
}

/** Languages that know two headers of a list at least, those that know most in front. */
export function spokenLanguages(headers: readonly string[]): readonly Language[] {
  const keys = headers.slice(0, LOOKED_AT).map((header) => wordsKeys(headerWords(header)));
  return lexicon()
    .languages.map((language) => ({
      language,
      count: keys.filter((each) => each.some((key) => language.known.has(key))).length,
    }))
    .filter(({ count }) => count >= 2)
    .sort((a, b) => b.count - a.count)
    .map(({ language }) => language);
}

/** Headers that a list's other headers show to mean nothing: a system's own bookkeeping. */
export function meaninglessHeaders(headers: readonly string[]): ReadonlySet<string> {
  const there = new Set(headers);
  const { contexts } = lexicon();
  return new Set(contexts.flatMap(({ beside, nothing }) => (there.has(beside) ? nothing : [])));
}

function findIn(spoken: readonly Language[]): Find {
  return (words) => {
    const keys = wordsKeys(words);
    for (const { among } of spoken) {
      const entry = first(keys, among);
      if (entry !== null) return entry;
    }
    return first(keys, lexicon().entries);
  };
}

function first(keys: readonly string[], entries: ReadonlyMap<string, Entry>): Entry | null {
  for (const key of keys) {
    const entry = entries.get(key);
    if (entry !== undefined) return entry;
  }
  return null;
}

function lookUpWords(words: readonly string[], strips: number, find: Find): Entry | null {
  if (words.length > MAX_WORDS) return null;
  const known = find(words) ?? composed(words, find);
  if (known !== null || words.length === 0 || strips === 0) return known;
  for (const { phrase, owner } of ownersOf(words)) {
    if (phrase.length >= words.length) continue;
    for (const rest of [withoutStart(words, phrase), withoutEnd(words, phrase)]) {
      const entry = rest === null ? null : lookUpWords(rest, strips - 1, find);
      if (entry !== null) return owned(entry, owner);
    }
  }
  return secondLine(words, strips, find) ?? gluedOwner(words, find);
}

/** Phrases of owners that may begin or end a header, the longest first. */
function ownersOf(words: readonly string[]): readonly OwnerPhrase[] {
  const { first: beginning, last: ending } = lexicon().ownersBy;
  const found = new Set([
    ...(beginning.get(words[0] ?? "") ?? []),
    ...(ending.get(words.at(-1) ?? "") ?? []),
  ]);
  return [...found].sort((a, b) => a.rank - b.rank);
}

/** "Calle del domicilio 2": the second line of what the words before the 2 say. */
function secondLine(words: readonly string[], strips: number, find: Find): Entry | null {
  if (words.length < 2 || words.at(-1) !== "2" || words.at(-2) === "1") return null;
  const line = lookUpWords(words.slice(0, -1), strips, find);
  return line?.meaning === "street1" ? { ...line, meaning: "street2" } : null;
}

/** `MAILINGSTREET`, `HOMEPHONE`, `会員氏名`: whose it is and what it is in one word. */
function gluedOwner([word = "", ...more]: readonly string[], find: Find): Entry | null {
  const eastern = isEastAsian(word);
  if (more.length > (eastern ? 1 : 0) && more[0] !== "number") return null;
  for (const { phrase, owner } of lexicon().owners) {
    const [start = ""] = phrase;
    if (phrase.length > 1 || start.length < (eastern ? 2 : 4) || !word.startsWith(start)) continue;
    const rest = word.slice(start.length);
    // A lone sign behind it makes another word: 会員名 is no given name.
    if (rest.length < 2) continue;
    const entry = find([rest, ...more]);
    if (entry?.confidence === "certain") return owned(entry, owner);
  }
  return null;
}

function owned(entry: Entry, owner: Owner): Entry {
  return { ...entry, owner: entry.owner === "main" ? owner : entry.owner };
}

function withoutStart(words: readonly string[], phrase: readonly string[]) {
  if (!phrase.every((word, at) => words[at] === word)) return null;
  const rest = words.slice(phrase.length);
  while (rest.length > 0 && isJoining(rest[0] ?? "")) rest.shift();
  return rest;
}

function withoutEnd(words: readonly string[], phrase: readonly string[]) {
  const from = words.length - phrase.length;
  if (!phrase.every((word, at) => words[from + at] === word)) return null;
  const rest = words.slice(0, from);
  while (rest.length > 0 && isJoining(rest.at(-1) ?? "")) rest.pop();
  return rest;
}
