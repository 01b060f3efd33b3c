import type { Confidence } from "../../../../preload/types.ts";
import { alternatives, composed } from "./composed.ts";
import type { Dictionary, Entry, Meaning, Owner } from "./dictionary.ts";
import { headerWords, isJoining, wordsKeys } from "./header-words.ts";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { it } from "./languages/it.ts";
import { nl } from "./languages/nl.ts";
import { pt } from "./languages/pt.ts";
import { systems } from "./systems.ts";

/** Systems first: what they say of a header holds against the languages. */
const dictionaries: readonly Dictionary[] = [...Object.values(systems), en, es, fr, de, pt, it, nl];
const CONFIDENCES: readonly Confidence[] = ["certain", "likely", "unsure"];

const contexts = dictionaries.flatMap(({ within }) => (within === undefined ? [] : [within]));
interface Lexicon {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly owners: ReturnType<typeof buildOwners>;
}

let made: Lexicon | null = null;

/** Made for the first header that is looked up: the window opens without these thousands of words. */
function lexicon(): Lexicon {
  made ??= { entries: buildEntries(), owners: buildOwners() };
  return made;
}

/** Longer headers are texts: no dictionary holds them, nor alternatives like theirs. */
const MAX_LENGTH = 200;

/**
 * What a header stands for by the dictionaries, or null. The whole header must be known, less the
 * words that tell whose it is: "Last visit" or "Email opt-in" are no near match of anything.
 */
export function lookUpHeader(header: string): Entry | null {
  const words = headerWords(header);
  if (header.length > MAX_LENGTH) return lookUpWords(words, 2);
  // Accents tell the Portuguese birthday from the Spanish anniversary.
  if (header.normalize("NFC").trim().toLowerCase() === "aniversário") {
    return { meaning: "custom_date", confidence: "likely", owner: "main", rank: 99 };
  }
  return lookUpWords(words, 2) ?? alternatives(header, (part) => lookUpWords(headerWords(part), 2));
}

/** Headers that a list's other headers show to mean nothing: a system's own bookkeeping. */
export function meaninglessHeaders(headers: readonly string[]): ReadonlySet<string> {
  const there = new Set(headers);
  return new Set(contexts.flatMap(({ beside, nothing }) => (there.has(beside) ? nothing : [])));
}

function lookUpWords(words: readonly string[], strips: number): Entry | null {
  const known = direct(words) ?? composed(words, direct);
  if (known !== null || words.length === 0 || strips === 0) return known;
  for (const { phrase, owner } of lexicon().owners) {
    if (phrase.length >= words.length) continue;
    for (const rest of [withoutStart(words, phrase), withoutEnd(words, phrase)]) {
      const entry = rest === null ? null : lookUpWords(rest, strips - 1);
      if (entry !== null) return owned(entry, owner);
    }
  }
  return secondLine(words, strips) ?? gluedOwner(words);
}

function direct(words: readonly string[]): Entry | null {
  for (const key of wordsKeys(words)) {
    const entry = lexicon().entries.get(key);
    if (entry !== undefined) return entry;
  }
  return null;
}

/** "Calle del domicilio 2": the second line of what the words before the 2 say. */
function secondLine(words: readonly string[], strips: number): Entry | null {
  if (words.length < 3 || words.at(-1) !== "2" || words.at(-2) === "1") return null;
  const first = lookUpWords(words.slice(0, -1), strips);
  return first?.meaning === "street1" ? { ...first, meaning: "street2" } : null;
}

/** `MAILINGSTREET`, `HOMEPHONE`: whose it is and what it is in one word. */
function gluedOwner(words: readonly string[]): Entry | null {
  const [word = "", ...more] = words;
  if (more.length > 0) return null;
  for (const { phrase, owner } of lexicon().owners) {
    const [start = ""] = phrase;
    if (phrase.length > 1 || start.length < 4 || !word.startsWith(start)) continue;
    const entry = direct([word.slice(start.length)]);
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

function buildEntries(): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  for (const confidence of CONFIDENCES) {
    for (const dictionary of dictionaries) {
      const lists = Object.entries(dictionary[confidence] ?? {}) as [Meaning, readonly string[]][];
      for (const [meaning, headers] of lists) {
        for (const [rank, header] of headers.entries()) {
          for (const key of wordsKeys(headerWords(header))) {
            if (!all.has(key)) all.set(key, { meaning, confidence, owner: "main", rank });
          }
        }
      }
    }
  }
  return all;
}

/** Longest phrases first, so that "billing address" is taken off whole. */
function buildOwners(): readonly { readonly phrase: readonly string[]; readonly owner: Owner }[] {
  return dictionaries
    .flatMap(
      (dictionary) => Object.entries(dictionary.owners ?? {}) as [Owner, readonly string[]][],
    )
    .flatMap(([owner, phrases]) => phrases.map((each) => ({ phrase: headerWords(each), owner })))
    .sort((a, b) => b.phrase.length - a.phrase.length);
}
