import type { Confidence } from "../../../../preload/types.ts";
import { compiled } from "./compiled-lexicon.ts";
import { dictionaries, languages } from "./dictionaries.ts";
import type { Dictionary, Entry, Meaning, Owner } from "./dictionary.ts";
import { headerWords, isEastAsian, wordsKeys } from "./header-words.ts";
import { byEnds, type Language, type Lexicon, unpackLexicon } from "./packed-lexicon.ts";

const CONFIDENCES: readonly Confidence[] = ["certain", "likely", "unsure"];

/** Shorter words have no slips. */
const SHORTEST_WORD = 4;

type Lists = Dictionary["certain"];

let made: Lexicon | null = null;

/** Made for the first header that is looked up: the window opens without these thousands of words. */
export function lexicon(): Lexicon {
  made ??= compiled === null ? buildLexicon() : unpackLexicon(compiled());
  return made;
}

/** The lexicon of all dictionaries. It takes longer than most first looks at a list do. */
export function buildLexicon(): Lexicon {
  const keys = new Map<string, readonly string[]>();
  const keysOf = (header: string) => {
    const known = keys.get(header) ?? wordsKeys(headerWords(header));
    keys.set(header, known);
    return known;
  };
  const entries = new Map<string, Entry>();
  for (const confidence of CONFIDENCES) {
    for (const dictionary of dictionaries) {
      addTo(entries, dictionary[confidence] ?? {}, confidence, keysOf);
    }
  }
  const accented = new Map<string, Entry>();
  for (const dictionary of dictionaries) {
    addTo(accented, dictionary.accented ?? {}, "likely", (header) => [header]);
  }
  const owners = buildOwners();
  const known = languages.map((language) => languageOf(language, keysOf));
  const words = wordsOf(keysOf);
  const contexts = dictionaries.flatMap(({ within }) => (within === undefined ? [] : [within]));
  return { entries, accented, owners, ownersBy: byEnds(owners), languages: known, words, contexts };
}

/** Words of headers, whole and joined. */
function wordsOf(keysOf: (header: string) => readonly string[]): Lexicon["words"] {
  const headers = dictionaries.flatMap(({ certain, likely = {}, unsure = {} }) =>
    [certain, likely, unsure].flatMap((lists) => Object.values(lists) as (readonly string[])[]),
  );
  const all = new Set(
    headers
      .flat()
      .flatMap((header) => [...headerWords(header), ...keysOf(header)])
      .filter((word) => word.length >= SHORTEST_WORD && !isEastAsian(word)),
  );
  const byLetter = Map.groupBy(all, (word) => word.charAt(0));
  return new Map([...byLetter].map(([letter, words]) => [letter, words.join(" ")]));
}

function addTo(
  all: Map<string, Entry>,
  lists: Lists,
  confidence: Confidence,
  keysOf: (header: string) => readonly string[],
): void {
  for (const [meaning, headers] of Object.entries(lists) as [Meaning, readonly string[]][]) {
    for (const [rank, header] of headers.entries()) {
      for (const key of keysOf(header)) {
        if (!all.has(key)) all.set(key, { meaning, confidence, owner: "main", rank });
      }
    }
  }
}

function languageOf(
  dictionary: Dictionary,
  keysOf: (header: string) => readonly string[],
): Language {
  const known = [dictionary.certain, dictionary.likely ?? {}, dictionary.among ?? {}]
    .flatMap((lists) => Object.values(lists) as (readonly string[])[])
    .flatMap((headers) => headers.flatMap(keysOf));
  const among = new Map<string, Entry>();
  addTo(among, dictionary.among ?? {}, "likely", keysOf);
  return { known: new Set(known), among };
}

/** Longest phrases first, so that "billing address" is taken off whole. */
function buildOwners(): Lexicon["owners"] {
  return dictionaries
    .flatMap(
      (dictionary) => Object.entries(dictionary.owners ?? {}) as [Owner, readonly string[]][],
    )
    .flatMap(([owner, owned]) => owned.map((each) => ({ phrase: headerWords(each), owner })))
    .sort((a, b) => b.phrase.length - a.phrase.length)
    .map((each, rank) => ({ ...each, rank }));
}
