import iconv from "iconv-lite";
import { SINGLE_BYTE } from "../letters/alphabets.ts";
import { letterScore } from "../letters/letter-score.ts";
import { guessEastAsian } from "./east-asian.ts";
import { guessLatinEncoding, isLatinEncoding } from "./latin-encoding.ts";

/** Below this no single-byte reading is believed while a multi-byte one may fit. */
const BELIEVABLE = 0.65;
const SAMPLE = 6 * 1024;

/**
 * The encoding of bytes that are no UTF-8, by the letters they make: first the script, then among
 * the many encodings of Latin letters the one. windows-1252, what most old exports are written in,
 * where nothing looks clearly better.
 */
export function guessLegacyEncoding(bytes: Buffer): string {
  const sample = foreignLines(bytes);
  let best = { encoding: "windows-1252", score: Number.NEGATIVE_INFINITY, mean: 0 };
  for (const { encoding, alphabets, margin } of SINGLE_BYTE) {
    const text = iconv.decode(sample, encoding);
    for (const alphabet of alphabets) {
      const { sum, mean } = letterScore(text, alphabet);
      if (sum - margin > best.score) best = { encoding, score: sum - margin, mean };
    }
  }
  const eastAsian = best.mean >= BELIEVABLE ? null : guessEastAsian(sample);
  if (eastAsian !== null) return eastAsian;
  if (best.mean <= 0) return "windows-1252";
  return isLatinEncoding(best.encoding) ? guessLatinEncoding(sample, bytes) : best.encoding;
}

/** Lines that hold bytes beyond ASCII: in long lists they are few and far between. */
function foreignLines(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  let start = 0;
  let foreign = false;
  for (let at = 0; at < bytes.length && length < SAMPLE; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) foreign = true;
    if (byte !== 0x0a && byte !== 0x0d && at < bytes.length - 1) continue;
    if (foreign) {
      const line = bytes.subarray(start, Math.min(at + 1, start + 4096));
      lines.push(line);
      length += line.length;
    }
    start = at + 1;
    foreign = false;
  }
  return Buffer.concat(lines);
}
