import iconv from "iconv-lite";
import { languageHints } from "../letters/language-hints.ts";
import { eastern } from "../letters/letter-pairs/eastern.ts";
import { western } from "../letters/letter-pairs/western.ts";
import { type LetterPairs, pairCost } from "../letters/pair-cost.ts";
import { signScore } from "../letters/sign-score.ts";

interface Language {
  readonly pairs: LetterPairs;
  /** Bits against it: its lists are rarer than those of the others. */
  readonly rare: number;
  /** Words of headers that only this language has. */
  readonly words: ReadonlySet<string>;
}

interface LatinEncoding {
  readonly encoding: string;
  readonly languages: readonly Language[];
  /** Bits that must speak for it against windows-1252. */
  readonly margin: number;
}

function all(languages: Readonly<Record<string, LetterPairs>>): readonly Language[] {
  return Object.entries(languages).map(([name, pairs]) => ({
    pairs,
    rare: name === "icelandic" ? 3 : 0,
    words: new Set(languageHints[name]?.split(" ")),
  }));
}

const { turkish, latvian, lithuanian, ...central } = eastern;
const { german } = western;
const WESTERN = all(western);
const CENTRAL = all({ ...central, german });
const TURKISH = all({ turkish, german });
const BALTIC = all({ latvian, lithuanian });

const ENCODINGS: readonly LatinEncoding[] = [
  { encoding: "windows-1252", languages: WESTERN, margin: 0 },
  { encoding: "macintosh", languages: WESTERN, margin: 10 },
  { encoding: "cp850", languages: WESTERN, margin: 9 },
  { encoding: "cp437", languages: WESTERN, margin: 11 },
  { encoding: "iso-8859-15", languages: WESTERN, margin: 12 },
  { encoding: "windows-1250", languages: CENTRAL, margin: 8 },
  { encoding: "iso-8859-2", languages: CENTRAL, margin: 10 },
  { encoding: "cp852", languages: CENTRAL, margin: 12 },
  { encoding: "maccenteuro", languages: CENTRAL, margin: 14 },
  { encoding: "windows-1254", languages: TURKISH, margin: 8 },
  { encoding: "cp857", languages: TURKISH, margin: 12 },
  { encoding: "macturkish", languages: TURKISH, margin: 14 },
  { encoding: "windows-1257", languages: BALTIC, margin: 11 },
  { encoding: "cp775", languages: BALTIC, margin: 14 },
];

/** How many letters are judged: enough to tell, and more would hold up the window. */
const ENOUGH = 400;
// In bits: what stands where it hardly ever stands costs the most.
const BYTE_WITHOUT_LETTER = 40;
const SIGN = 10;
const SIGN_AMISS = 30;
const CAPITAL_AMISS = 8;
const BESIDE_FIGURE = 15;
const HARD_BLANK = 4;
const HARD_BLANK_IN_WORD = 25;
/** A list has names of other languages too: no letter costs much more than in the best of them. */
const FOREIGN = 6;
/** For a language whose words the headers are. */
const TOLD = 8;
/** Where headers stand. */
const HEAD = 1024;

export function isLatinEncoding(encoding: string): boolean {
  return ENCODINGS.some((each) => each.encoding === encoding);
}

/**
 * The encoding in which the bytes are most likely to be a list in one of its languages, judged by
 * which letters stand beside those beyond ASCII: most bytes are letters in all of these encodings,
 * and a short list has few of them.
 * @param lines those with bytes beyond ASCII
 * @param head the start of the list
 */
export function guessLatinEncoding(lines: Buffer, head: Buffer): string {
  let best = { encoding: "windows-1252", bits: Number.POSITIVE_INFINITY };
  for (const { encoding, languages, margin } of ENCODINGS) {
    const words = iconv
      .decode(head.subarray(0, HEAD), encoding)
      .toLowerCase()
      .split(/[^\p{L}]+/u);
    const bits = margin + listCost(iconv.decode(lines, encoding), languages, words);
    if (bits < best.bits) best = { encoding, bits };
  }
  return best.encoding;
}

/** In bits: what a text costs in the language that it costs least in. */
function listCost(
  text: string,
  languages: readonly Language[],
  headers: readonly string[],
): number {
  const costs = languages.map(({ words }) => (headers.some((one) => words.has(one)) ? -TOLD : 0));
  let shared = 0;
  let count = 0;
  for (let at = 0; at < text.length && count < ENOUGH; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    count++;
    const sign = signCost(text, at);
    if (sign !== null) {
      shared += sign;
      continue;
    }
    shared += placeCost(text, at);
    const each = letterCosts(text, at, languages);
    const least = Math.min(...each);
    for (const [place, cost] of each.entries()) {
      costs[place] = (costs[place] ?? 0) + Math.min(cost, least + FOREIGN);
    }
  }
  return shared + Math.min(...costs);
}

/** What a character that is no letter counts against a reading; null for letters. */
function signCost(text: string, at: number): number | null {
  const one = text[at] ?? "";
  const code = text.charCodeAt(at);
  if (code === 0xfffd || code < 0xa0) return BYTE_WITHOUT_LETTER;
  if (/[\p{Ll}\p{Lu}]/u.test(one)) return null;
  if (one === "\u00a0") return hardBlankCost(text, at);
  return signScore(text, at) >= 0.5 ? SIGN : SIGN_AMISS;
}

/** Behind a small letter and not before a capital or figure it may be the á of an older encoding. */
function hardBlankCost(text: string, at: number): number {
  const goesOn = /[\p{Lu}\d]/u.test(text[at + 1] ?? "");
  return isSmall(text, at - 1) && !goesOn ? HARD_BLANK_IN_WORD : HARD_BLANK;
}

/** A capital inside a word, or a small letter before one; a letter behind a figure. */
function placeCost(text: string, at: number): number {
  if (/\d/.test(text[at - 1] ?? "")) return BESIDE_FIGURE;
  const isCapital = /\p{Lu}/u.test(text[at] ?? "");
  const amiss = isCapital ? /\p{Ll}/u.test(text[at - 1] ?? "") : /\p{Lu}/u.test(text[at + 1] ?? "");
  return amiss ? CAPITAL_AMISS : 0;
}

function isSmall(text: string, at: number): boolean {
  return /\p{Ll}/u.test(text[at] ?? "");
}

function letterCosts(text: string, at: number, languages: readonly Language[]): readonly number[] {
  const one = text[at] ?? "";
  const lower = one === "İ" ? one : one.toLowerCase();
  const before = text[at - 1] ?? "";
  const after = text[at + 1] ?? "";
  return languages.map(({ pairs, rare }) => rare + pairCost(pairs, lower, before, after));
}
