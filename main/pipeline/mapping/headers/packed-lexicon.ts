import type { Confidence } from "../../../../preload/types.ts";
import type { Dictionary, Entry, Meaning, Owner } from "./dictionary.ts";

export interface Lexicon {
  readonly entries: ReadonlyMap<string, Entry>;
  /** By the whole header in small letters, accents and all. */
  readonly accented: ReadonlyMap<string, Entry>;
  readonly owners: readonly OwnerPhrase[];
  /** The same by the word they begin and the word they end with. */
  readonly ownersBy: {
    readonly first: ReadonlyMap<string, readonly OwnerPhrase[]>;
    readonly last: ReadonlyMap<string, readonly OwnerPhrase[]>;
  };
  /** Of each language: what it knows, and what holds only among its own. */
  readonly languages: readonly Language[];
  /** Words of headers that slips are slips of, by their first letter: with blanks between them. */
  readonly words: ReadonlyMap<string, string>;
  readonly contexts: readonly Context[];
}

export type Context = NonNullable<Dictionary["within"]>;

export interface OwnerPhrase {
  readonly phrase: readonly string[];
  readonly owner: Owner;
  /** Lower before higher where several fit: the longest first. */
  readonly rank: number;
}

export interface Language {
  readonly known: ReadonlySet<string>;
  readonly among: ReadonlyMap<string, Entry>;
}

/** Keys of one meaning, each with its rank behind it. */
type PackedEntries = readonly (readonly [
  meaning: Meaning,
  confidence: Confidence,
  keysAndRanks: string,
])[];

/** A lexicon as JSON of few and long texts, whose words have blanks between them. */
export interface PackedLexicon {
  readonly entries: PackedEntries;
  readonly accented: PackedEntries;
  readonly owners: readonly (readonly [owner: Owner, phrase: string])[];
  readonly languages: readonly { readonly known: string; readonly among: PackedEntries }[];
  readonly words: readonly (readonly [letter: string, words: string])[];
  readonly contexts: readonly Context[];
}

export function packLexicon(lexicon: Lexicon): PackedLexicon {
  const { entries, accented, owners, languages, words, contexts } = lexicon;
  return {
    entries: packed(entries),
    accented: packed(accented),
    owners: owners.map(({ owner, phrase }) => [owner, phrase.join(" ")]),
    languages: languages.map(({ known, among }) => ({
      known: [...known].join(" "),
      among: packed(among),
    })),
    words: [...words],
    contexts,
  };
}

export function unpackLexicon(lexicon: PackedLexicon): Lexicon {
  const owners = lexicon.owners.map(([owner, phrase], rank) => {
    return { phrase: phrase.split(" "), owner, rank };
  });
  return {
    entries: unpacked(lexicon.entries),
    accented: unpacked(lexicon.accented),
    owners,
    ownersBy: byEnds(owners),
    languages: lexicon.languages.map(({ known, among }) => ({
      known: new Set(known.split(" ")),
      among: unpacked(among),
    })),
    words: new Map(lexicon.words),
    contexts: lexicon.contexts,
  };
}

export function byEnds(owners: readonly OwnerPhrase[]): Lexicon["ownersBy"] {
  return {
    first: Map.groupBy(owners, ({ phrase }) => phrase[0] ?? ""),
    last: Map.groupBy(owners, ({ phrase }) => phrase.at(-1) ?? ""),
  };
}

function packed(entries: ReadonlyMap<string, Entry>): PackedEntries {
  const alike = Map.groupBy(entries, ([, { meaning, confidence }]) => `${meaning} ${confidence}`);
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { meaning, confidence } = first[1];
    const text = some.map(([key, { rank }]) => `${key} ${rank}`).join(" ");
    return [[meaning, confidence, text] as const];
  });
}

function unpacked(entries: PackedEntries): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  for (const [meaning, confidence, text] of entries) {
    const parts = text.split(" ");
    for (let at = 0; at < parts.length; at += 2) {
      const rank = Number(parts[at + 1]);
      all.set(parts[at] as string, { meaning, confidence, owner: "main", rank });
    }
  }
  return all;
}
