import { composed } from "./composed.ts";
import type { Entry, Meaning } from "./dictionary.ts";
import { editDistance } from "./edit-distance.ts";
import { headerWords, isEastAsian, wordsKeys } from "./header-words.ts";
import { lexicon } from "./lexicon.ts";
import { ORDINARY } from "./ordinary-words.ts";

/** Longer headers, and those of more words, are not looked at. */
const MAX_LENGTH = 50;
const MAX_WORDS = 4;
/** Shorter words lie too near to others: Nome, Name, Note. */
const SHORTEST = 5;
/** Words of this length may hold two slips. */
const LONG = 9;
/** Words that may be meant, of one that is written wrong. */
const MOST_MEANT = 6;

/** What a slip is never taken for: a wrong guess would do harm, or the word says too little. */
const NEVER: ReadonlySet<Meaning> = new Set<Meaning>([
  "nothing",
  "name",
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
export function lookUpSlip(header: string): Entry | null {
  if (header.length > MAX_LENGTH) return null;
  // "E-mial": the e belongs to what follows.
  const [e, next = "", ...rest] = headerWords(header);
  const words = e === "e" ? [`e${next}`, ...rest] : headerWords(header);
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const meant = words.map((word) => meantBy(word, words.length));
  const slips = meant.filter(({ distance }) => distance > 0).length;
  if (slips === 0 || slips > 2 || meant.some((each) => each.words.length === 0)) return null;
  const entries = combinations(meant.map((each) => each.words)).flatMap((each) => {
    const entry = find(each) ?? composed(each, find);
    return entry === null ? [] : [entry];
  });
  const [first, ...others] = entries;
  if (first === undefined || others.some((each) => each.meaning !== first.meaning)) return null;
  if (NEVER.has(first.meaning) || first.confidence === "unsure") return null;
  return { ...first, confidence: "unsure" };
}

/** The word itself where it is known, else the nearest ones; none where nothing lies near. */
function meantBy(word: string, count: number): { words: readonly string[]; distance: number } {
  const known = wordsBeginningAs(word);
  const isKnown = known.has(word) || ORDINARY.has(word);
  const isShort = word.length < SHORTEST - 1;
  if (isShort || isKnown || isEastAsian(word) || /\d/.test(word))
    return { words: [word], distance: 0 };
  const most = mostSlips(word, count);
  let distance = most + 1;
  let nearest: string[] = [];
  for (const other of most === 0 ? [] : known) {
    if (other.length < Math.min(SHORTEST, word.length)) continue;
    const found = editDistance(word, other, Math.min(most, distance));
    if (found > most || found > distance) continue;
    // Of four letters only swapped ones are a slip for sure.
    if (word.length < SHORTEST && !isSwapped(word, other)) continue;
    nearest = found < distance ? [other] : [...nearest, other];
    distance = found;
  }
  return { words: nearest.length > MOST_MEANT ? [] : nearest, distance };
}

function mostSlips(word: string, count: number): number {
  if (word.length >= LONG || (count > 1 && word.length >= LONG - 1)) return 2;
  return word.length >= SHORTEST || (count > 1 && word.length === SHORTEST - 1) ? 1 : 0;
}

function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join("") === [...b].sort().join("");
}

function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (all, words) => all.flatMap((before) => words.map((word) => [...before, word])),
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
