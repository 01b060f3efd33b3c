import type { Confidence } from "../../../../preload/types.ts";
import type { Entry, Meaning, Owner } from "./dictionary.ts";

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
}

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

/** What a dictionary's list says of a key; whose it is no list says. */
type PackedEntry = readonly [key: string, meaning: Meaning, confidence: Confidence, rank: number];

/** A lexicon as JSON. */
export interface PackedLexicon {
  readonly entries: readonly PackedEntry[];
  readonly accented: readonly PackedEntry[];
  readonly owners: readonly OwnerPhrase[];
  readonly languages: readonly {
    readonly known: readonly string[];
    readonly among: readonly PackedEntry[];
  }[];
}

export function packLexicon({ entries, accented, owners, languages }: Lexicon): PackedLexicon {
  return {
    entries: packed(entries),
    accented: packed(accented),
    owners,
    languages: languages.map(({ known, among }) => ({ known: [...known], among: packed(among) })),
  };
}

export function unpackLexicon({ entries, accented, owners, languages }: PackedLexicon): Lexicon {
  return {
    entries: unpacked(entries),
    accented: unpacked(accented),
    owners,
    ownersBy: byEnds(owners),
    languages: languages.map(({ known, among }) => ({
      known: new Set(known),
      among: unpacked(among),
    })),
  };
}

export function byEnds(owners: readonly OwnerPhrase[]): Lexicon["ownersBy"] {
  return {
    first: Map.groupBy(owners, ({ phrase }) => phrase[0] ?? ""),
    last: Map.groupBy(owners, ({ phrase }) => phrase.at(-1) ?? ""),
  };
}

function packed(entries: ReadonlyMap<string, Entry>): readonly PackedEntry[] {
  return [...entries].map(([key, { meaning, confidence, rank }]) => [
    key,
    meaning,
    confidence,
    rank,
  ]);
}

function unpacked(entries: readonly PackedEntry[]): ReadonlyMap<string, Entry> {
  return new Map(
    entries.map(([key, meaning, confidence, rank]) => [
      key,
      { meaning, confidence, owner: "main", rank },
    ]),
  );
}
