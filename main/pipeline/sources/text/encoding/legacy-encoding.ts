import iconv from "iconv-lite";
import { SINGLE_BYTE } from "../letters/alphabets.ts";
import { letterScore } from "../letters/letter-score.ts";
import { guessEastAsian } from "./east-asian.ts";
import { fewSignsIn, hasLoneSigns } from "./few-signs.ts";
import { guessHalfWidth } from "./half-width.ts";
import { guessLatinEncoding, isLatinEncoding } from "./latin-encoding.ts";
import { cellsOf, isMeantAsUtf8, linesOf, mayHoldUtf8 } from "./utf8-lines.ts";

/** Below this no single-byte reading is believed while a multi-byte one may fit. */
const BELIEVABLE = 0.65;
/** Kana of half a width look like capitals; a list of those scores more in its own encoding. */
const CAPITALS = 0.72;
const NO_CAPITALS = 0.5;
/** At this the bytes are letters of no encoding that was looked at. */
const UNREADABLE = 0;
/** Signs nearly all of which are usual in names and addresses. */
const SURE_SIGNS = 0.62;
const SURE_LETTERS = 0.9;
const CLOSE = 0.1;
/** Less than half a letter more proves nothing. */
const EVEN = 0.4;
/** What is offered where nothing fits. */
const SUSPECTS = ["windows-1251", "gb18030", "big5", "shift_jis", "euc-kr"];
const SAMPLE = 6 * 1024;
const MAX_LINE = 4096;
const DOUBLE_BYTE: ReadonlySet<string> = new Set([
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "gb18030",
  "big5",
]);

/** Whether a letter is two bytes or more, of which the second may look like ASCII. */
export function isDoubleByte(encoding: string): boolean {
  return DOUBLE_BYTE.has(encoding);
}

export interface LegacyGuess {
  readonly encoding: string;
  /** What it may be as well, where nothing proves it; else empty. */
  readonly others: readonly string[];
}

/**
 * The encoding of bytes that are no UTF-8, by the letters they make: first the script, then among
 * the many encodings of Latin letters the one. windows-1252, what most old exports are written in,
 * where nothing looks clearly better.
 */
export function guessLegacyEncoding(sample: Buffer, head: Buffer): LegacyGuess {
  const guess = guessByLetters(sample, head);
  if (isDoubleByte(guess.encoding)) return guess;
  const signs = fewSignsIn(sample).filter((each) => !guess.others.includes(each));
  return signs.length === 0 ? guess : { ...guess, others: [...guess.others, ...signs] };
}

interface SingleReading {
  readonly encoding: string;
  readonly text: string;
  readonly score: number;
  readonly mean: number;
}

/** How well the bytes read in each alphabet of each encoding, the best reading first. */
function readInSingleBytes(sample: Buffer): readonly SingleReading[] {
  return SINGLE_BYTE.flatMap(({ encoding, alphabets, margin }) => {
    const text = iconv.decode(sample, encoding);
    return alphabets.map((alphabet) => {
      const { sum, mean } = letterScore(text, alphabet);
      return { encoding, text, score: sum - margin, mean };
    });
  }).toSorted((a, b) => b.score - a.score);
}

/** Another reading of a few letters that is as good; Latin letters are told apart by pairs. */
function asGood([best, ...rest]: readonly SingleReading[]): readonly string[] {
  if (best === undefined || best.mean < NO_CAPITALS || isLatinEncoding(best.encoding)) return [];
  const next = rest.find((each) => each.text !== best.text);
  return next === undefined || next.score <= best.score - EVEN ? [] : [next.encoding];
}

function guessByLetters(sample: Buffer, head: Buffer): LegacyGuess {
  const readings = readInSingleBytes(sample);
  const [best = { encoding: "windows-1252", mean: 0 }] = readings;
  const single = singleByte(best, sample, head);
  const [eastAsian, next] = hasLoneSigns(sample) ? [] : guessEastAsian(sample);
  const half = guessHalfWidth(sample);
  if (half === "euc-jp") return { encoding: half, others: [] };
  const isSign = eastAsian !== undefined && eastAsian.score >= SURE_SIGNS;
  // Hardly a word of Latin letters has none of ASCII among them.
  const isLikely = best.mean < CAPITALS || isLatinEncoding(single);
  if (half !== null && isLikely && !isSign) {
    const capitals = best.mean < NO_CAPITALS ? [] : [single];
    return { encoding: half, others: [...capitals, ...(eastAsian ? [eastAsian.encoding] : [])] };
  }
  if (eastAsian === undefined) {
    const isUnread = best.mean <= UNREADABLE && !isOrdinals(sample);
    return { encoding: single, others: isUnread ? SUSPECTS : asGood(readings) };
  }
  if (best.mean < BELIEVABLE) {
    const isClose = next !== undefined && next.score > eastAsian.score - CLOSE;
    return { encoding: eastAsian.encoding, others: isClose ? [next.encoding] : [] };
  }
  // Both read well: short words of another alphabet may be signs by chance, and the other way round.
  return eastAsian.score >= SURE_SIGNS
    ? { encoding: eastAsian.encoding, others: [single] }
    : { encoding: single, others: best.mean >= SURE_LETTERS ? [] : [eastAsian.encoding] };
}

/** `3ºA`, `20°C`: nothing but signs behind numbers. */
function isOrdinals(sample: Buffer): boolean {
  const text = iconv.decode(sample, "windows-1252");
  return !/(?<!\d)[ºª°]|[^\0-\x7fºª°]/.test(text);
}

function singleByte(
  { encoding, mean }: { readonly encoding: string; readonly mean: number },
  sample: Buffer,
  head: Buffer,
): string {
  if (mean <= 0) return "windows-1252";
  return isLatinEncoding(encoding) ? guessLatinEncoding(sample, head) : encoding;
}

/** Lines that hold bytes beyond ASCII which are no UTF-8: in long lists they are few and far between. */
export function foreignSample(bytes: Buffer): Buffer {
  const found: Buffer[] = [];
  let length = 0;
  for (const { bytes: line, foreign } of linesOf(bytes)) {
    if (!foreign) continue;
    const short = line.subarray(0, MAX_LINE);
    for (const part of mayHoldUtf8(short) ? cellsOf(short) : [short]) {
      if (isMeantAsUtf8(part, "other")) continue;
      found.push(part);
      length += part.length;
    }
    if (length >= SAMPLE) break;
  }
  return Buffer.concat(found);
}
