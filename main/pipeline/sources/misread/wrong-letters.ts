import type { SourceNotice, SourceRow } from "../source.ts";
import { decodeBack } from "./decode-back.ts";
import { bytesOfLetters, encoded } from "./letter-bytes.ts";
import type { OlderEncoding } from "./older-letters.ts";

/** A list in an older encoding that was read in another one before it came here. */
export interface WrongLetters {
  readonly seenAs: string;
  readonly encoding: string;
  /** A text as it was meant; null where it holds nothing else than ASCII, or letters that nobody misread. */
  meant(text: string): string | null;
}

interface Reading {
  readonly seenAs: OlderEncoding;
  /** Whether it may have been written in that one. */
  readonly mayBe: (encoding: string) => boolean;
  /** What hardly any text holds that was read as it was written. */
  readonly odd: RegExp;
}

const CYRILLIC = new Set(["koi8-r", "koi8-u", "ibm866", "maccyrillic", "iso-8859-5"]);
const READINGS: readonly Reading[] = [
  {
    seenAs: "windows-1252",
    mayBe: (encoding) => encoding !== "windows-1252" && encoding !== "iso-8859-15",
    // Èâàí, Ma³gorzata, £ukasz, Ýbrahim, JosŽ, Mu¤oz
    odd: /[\u00c0-\u00ff]{3}|\p{L}[¢-©«-±³µ-¹¼-¾÷–—‚„†‡ˆ‰‹•…˜™]\p{L}|(?<![\p{L}\d])[¢-©¯³¹¿]\p{L}|\p{Ll}[³ŽŸŠŒƒ‚„ˆ‰]|[ÐÝÞðýþ]/u,
  },
  {
    seenAs: "windows-1251",
    mayBe: (encoding) => CYRILLIC.has(encoding),
    // пМШЗБ, Ћ«мЈ
    odd: /(?<!\p{L})[а-я][А-Я]{2}|[\u0400-\u045f][«»¤®¬°±¦§©¶·„…†‡‰‹“”•–—™›\u00a0\u00ad][\u0400-\u045f]/u,
  },
  {
    seenAs: "cp437",
    mayBe: (encoding) => encoding === "windows-1252",
    // JosΘ, Jⁿrgen
    odd: /[A-Za-z][ΓπΣσΦΘΩδφεαⁿ∞∩≡≥≤⌠⌡√▀▄█▌▐■±÷≈∙]/u,
  },
];

/** Square and cubic metres have signs of their own. */
const UNITS = /(?<!\p{L})[ckd]?m[²³]/gu;
/** How much is looked at: enough to tell. */
const SAMPLE = 4096;
/** Fewer letters beyond ASCII prove nothing. */
const FEW = 5;

/**
 * Whether the letters of a list, all of them, are those that a program made of another encoding's
 * bytes: "Èâàí Ïåòðîâ" was Иван Петров, "£ukasz Wiœniewski" Łukasz Wiśniewski. Null where they are
 * not, or where nothing proves it.
 */
export async function findWrongLetters(
  rows: readonly Pick<SourceRow, "cells">[],
): Promise<WrongLetters | null> {
  const texts = foreignTexts(rows);
  // What was written in UTF-8 is found value by value.
  if (texts.some((text) => decodeBack(text)?.certain === true)) return null;
  const whole = texts.join("\n").replace(UNITS, "");
  const letters = whole.replace(/[\0-\x7f]+/g, "").length;
  if (letters < FEW || texts.length < 2) return null;
  for (const { seenAs, mayBe, odd } of READINGS) {
    if (!odd.test(whole)) continue;
    const bytes = encoded(whole, bytesOfLetters(seenAs));
    if (bytes === null) continue;
    const { guessLegacyEncoding } = await import("../text/encoding/legacy-encoding.ts");
    const { encoding, others } = guessLegacyEncoding(bytes, bytes);
    if (others.length > 0 || !mayBe(encoding)) continue;
    const { default: iconv } = await import("iconv-lite");
    return {
      seenAs,
      encoding,
      meant(text) {
        if (!isForeign(text)) return null;
        const own = encoded(text, bytesOfLetters(seenAs));
        const meant = own === null ? text : iconv.decode(own, encoding);
        return meant === text ? null : meant;
      },
    };
  }
  return null;
}

/** Told before the rows, with the first value that shows it. */
export function wrongLetterNotices(
  rows: readonly Pick<SourceRow, "cells">[],
  found: WrongLetters | null,
): readonly SourceNotice[] {
  if (found === null) return [];
  const { seenAs, encoding } = found;
  const params = { as: seenAs, encoding };
  for (const { cells } of rows) {
    for (const [column, seen] of cells.entries()) {
      const meant = found.meant(seen);
      if (meant === null) continue;
      const example = { seen, meant, column };
      return [{ code: "list-misread", params, example, remedy: { decodeBack: true } }];
    }
  }
  return [];
}

function foreignTexts(rows: readonly Pick<SourceRow, "cells">[]): readonly string[] {
  const texts: string[] = [];
  let length = 0;
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (!isForeign(cell) || length > SAMPLE) continue;
      texts.push(cell);
      length += cell.length;
    }
  }
  return texts;
}

function isForeign(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return true;
  return false;
}
