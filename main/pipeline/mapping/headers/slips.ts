import { composed } from "./composed.ts";
import type { Entry, Meaning } from "./dictionary.ts";
import { editDistance } from "./edit-distance.ts";
import { headerWords, isEastAsian, wordsKeys } from "./header-words.ts";
import { lexicon } from "./lexicon.ts";
import { ORDINARY } from "./ordinary-words.ts";
import type { Language } from "./packed-lexicon.ts";

/** Longer headers, and those of more words, are not looked at. */
const MAX_LENGTH = 50;
const MAX_WORDS = 4;
/** Shorter words lie too near to others: Nome, Name, Note. */
const SHORTEST = 5;
/** Words of this length may hold two slips. */
const LONG = 9;
/** Words that may be meant, of one that is written wrong. */
const MOST_MEANT = 6;
/** Of several words, all of which must go together. */
const MOST_MEANT_AMONG = 12;
/** Words of one header that may be written wrong. */
const MOST_SLIPS = 2;

/** What a slip is never taken for: a wrong guess would do harm, or the word says too little. */
const NEVER: ReadonlySet<Meaning> = new Set<Meaning>([
  "nothing",
  "customer_username",
  "customer_password",
  "customer_PIN",
  "auto_add",
  "state_maybe",
]);

/** Words of headers, whole and joined, by their first letter; as far as they were asked for. */
const asked = new Map<string, ReadonlySet<string>>();

function wordsBeginningAs(word: string): ReadonlySet<string> {
  const letter = word.charAt(0);
  const known = asked.get(letter) ?? new Set(lexicon().words.get(letter)?.split(" "));
  asked.set(letter, known);
  return known;
}

/**
 * What a header that no dictionary holds may have been meant for: "Frist name", "Adress". Only
 * where all words that lie as near mean one thing.
 */
export function lookUpSlip(header: string, spoken: readonly Language[] = []): Entry | null {
  const words = wordsOf(header);
  const found = onlyMeaning(meantBy(words).map(({ entry }) => entry));
  const [only = ""] = words;
  return found ?? (words.length === 1 ? onlyMeaning(shortSlips(only, spoken)) : null);
}

/** Headers as they may have been meant, to tell the language of a list that has nothing but slips. */
export function meantHeaders(header: string): readonly string[] {
  return meantBy(wordsOf(header)).map(({ words }) => words.join(" "));
}

function wordsOf(header: string): readonly string[] {
  if (header.length > MAX_LENGTH) return [];
  // "E-mial": the e belongs to what follows.
  const [e, next = "", ...rest] = headerWords(header);
  return e === "e" ? [`e${next}`, ...rest] : headerWords(header);
}

function meantBy(words: readonly string[]): readonly { words: readonly string[]; entry: Entry }[] {
  if (words.length === 0 || words.length > MAX_WORDS) return [];
  return combinations(words)
    .filter((each) => slipsIn(words, each) > 0)
    .flatMap((each) => {
      const entry = find(each) ?? composed(each, find);
      return entry === null ? [] : [{ words: each, entry }];
    });
}

/** Null where words that lie as near mean different things. */
function onlyMeaning([first, ...others]: readonly Entry[]): Entry | null {
  if (first === undefined || others.some((each) => each.meaning !== first.meaning)) return null;
  if (NEVER.has(first.meaning) || first.confidence === "unsure") return null;
  return { ...first, confidence: "unsure" };
}

/** Words that are others than in the header. */
function slipsIn(words: readonly string[], meant: readonly string[]): number {
  return meant.filter((word, at) => word !== words[at]).length;
}

/**
 * Short words say too little by themselves. In a list whose other headers are in one language they
 * do, as long as letters are only missing, too many or swapped: "Vile", "Payss", "Lnad", "Prémon".
 */
function shortSlips(word: string, spoken: readonly Language[]): readonly Entry[] {
  const [language] = spoken;
  if (language === undefined || word.length < SHORTEST - 1 || isEastAsian(word)) return [];
  if (ORDINARY.has(word) || /\d/.test(word)) return [];
  const near = [...language.known].filter((other) => isNearShort(word, other));
  return near.flatMap((other) => language.among.get(other) ?? lexicon().entries.get(other) ?? []);
}

function isNearShort(word: string, other: string): boolean {
  if (other.length < SHORTEST - 1 || other[0] !== word[0] || other === word) return false;
  if (isSwapped(word, other))
    return editDistance(word, other, 2) <= (word.length > SHORTEST ? 2 : 1);
  return word.length !== other.length && editDistance(word, other, 1) === 1;
}

/** The word itself where it is known, and the nearest ones; none where nothing lies near. */
function nearTo(word: string, count: number): readonly string[] {
  const known = wordsBeginningAs(word);
  const isKnown = known.has(word) || ORDINARY.has(word);
  const isShort = word.length < SHORTEST - 1;
  const stands = isKnown && (count === 1 || word.length < SHORTEST || ORDINARY.has(word));
  if (isShort || stands || isEastAsian(word) || /\d/.test(word)) return [word];
  const most = isKnown ? 1 : mostSlips(word, count);
  let distance = most + 1;
  let nearest: string[] = [];
  const itself = isKnown ? [word] : [];
  const turned = `${word.charAt(1)}${word.charAt(0)}${word.slice(2)}`;
  if (!isKnown && wordsBeginningAs(turned.charAt(0)).has(turned)) return [turned];
  for (const other of most === 0 ? [] : known) {
    if (other === word || other.length < Math.min(SHORTEST, word.length)) continue;
    const found = editDistance(word, other, Math.min(most, distance));
    if (found > most || found > distance) continue;
    if (!isSure(word, other, count)) continue;
    nearest = found < distance ? [other] : [...nearest, other];
    distance = found;
  }
  if (nearest.length > (count > 1 ? MOST_MEANT_AMONG : MOST_MEANT)) nearest = [];
  // "Adress line 1": a word of some language, and a slip of another one's.
  return [...itself, ...nearest];
}

/** Of four letters swapped ones are a slip for sure, and among other words one that is missing. */
function isSure(word: string, other: string, count: number): boolean {
  if (word.length >= SHORTEST || isSwapped(word, other)) return true;
  return count > 1 && other.length > word.length;
}

function mostSlips(word: string, count: number): number {
  if (word.length >= LONG || (count > 1 && word.length >= LONG - 1)) return 2;
  return word.length >= SHORTEST || (count > 1 && word.length === SHORTEST - 1) ? 1 : 0;
}

function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
}

/** The words as they may have been meant, without those that would hold too many slips. */
function combinations(words: readonly string[]): readonly (readonly string[])[] {
  return words.reduce<readonly (readonly string[])[]>(
    (all, word) => {
      const near = nearTo(word, words.length);
      return all
        .flatMap((before) => near.map((each) => [...before, each]))
        .filter((each) => slipsIn(words, each) <= MOST_SLIPS);
    },
    [[]],
  );
}

function find(words: readonly string[]): Entry | null {
  for (const key of wordsKeys(words)) {
    const entry = lexicon().entries.get(key);
    if (entry !== undefined) return entry;
  }
  return null;
}
