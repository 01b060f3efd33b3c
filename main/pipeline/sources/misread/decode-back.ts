import { isUtf8 } from "node:buffer";
import { isUsualText } from "../text/encoding/usual-letters.ts";
import { bytesOfLetters, encoded } from "./letter-bytes.ts";
import { OLDER_LETTERS } from "./older-letters.ts";

/** A list may have gone through the same wrong door again. */
const MAX_ROUNDS = 3;
/** A cell's beginning tells; what is longer is no name. */
const MAX_TEXT = 2000;

/** What a program with a wrong encoding made of a text, undone. */
export interface DecodedBack {
  readonly text: string;
  /** Whether nobody writes what it was read as: else it is so only among others that are certain. */
  readonly certain: boolean;
}

/**
 * A text of which a program has made others letters by reading its UTF-8 in an older encoding
 * (`Ã‰mile`, `PaweÅ‚`): what was written. Null where it was not so: all of it must be bytes of UTF-8
 * in that encoding, and those must read like a text. Exact: written in UTF-8 and read in that
 * encoding, the answer is the text again.
 */
export function decodeBack(text: string): DecodedBack | null {
  if (text.length > MAX_TEXT || !hasForeign(text)) return null;
  let before = text;
  let certain = false;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const once = decodeOnce(before);
    if (once === null) break;
    before = once.text;
    certain ||= once.certain;
  }
  return before === text ? null : { text: before, certain };
}

function decodeOnce(text: string): DecodedBack | null {
  let rare: string | null = null;
  for (const { encoding } of OLDER_LETTERS) {
    if (OF_OLD_SCREENS.has(encoding) && !FRAMES.test(text)) continue;
    const bytes = encoded(text, bytesOfLetters(encoding));
    if (bytes === null || !isUtf8(bytes)) continue;
    const before = bytes.toString();
    if (
      before.length === text.length ||
      !isUsualText(before.replace(SIGNS, "")) ||
      FAR_LETTERS.test(before)
    )
      continue;
    if (!RARE.test(before)) return { text: before, certain: !mayBeMeant(text) };
    rare ??= before;
  }
  return rare === null ? null : { text: rare, certain: !mayBeMeant(text) };
}

/** What a text that went wrong twice holds in between. */
const SIGNS = /[ƒˆ˜]/g;
/** They have the pieces of frames where others have letters: UTF-8 read in them is full of those. */
const OF_OLD_SCREENS: ReadonlySet<string> = new Set(["cp850", "cp437", "cp852", "ibm866"]);
const FRAMES = /[\u2500-\u259f]|ÔÇ|ΓÇ|тА/;
/** Latin letters right before those of far scripts. */
const FAR_LETTERS = /[a-z\u00c0-\u024f][\u0900-\u1dff\u3040-\ud7ff]/;
/** Where another encoding makes letters that more lists hold, those are believed. */
const RARE = /[\u0180-\u036f\u0490-\u08ff]/;

/** `BLÅ–`, `IRMÃ’s`: a sign behind a word in capitals, which somebody may have written. */
const BEHIND_CAPITALS =
  /\p{Lu}\p{Lu}(?:[\u00a0\u00a9\u00aa\u00ae\u00b0\u00b7\u00ba\u00bb\u2013\u2014\u2019\u201d\u2026\u203a\u2122](?!\p{L})|’[sS](?!\p{L}))/u;
/** Cyrillic words of two letters may be bytes of UTF-8 by chance. */
const CYRILLIC_ALONE = /^[^\u0080-\uffff]*(?:[\u0400-\u045f\u0490\u0491][^\u0080-\uffff]*){1,4}$/;

function mayBeMeant(text: string): boolean {
  return BEHIND_CAPITALS.test(text) || CYRILLIC_ALONE.test(text);
}

/**
 * UTF-8 writes what is not ASCII in two bytes at least, each of which became a letter: where one
 * stands alone, as in most names, no encoding has to be tried.
 */
function hasForeign(text: string): boolean {
  let isForeign = false;
  let inRow = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) inRow += 1;
    else if (inRow === 1) return false;
    else inRow = 0;
    if (code > 0xa0) isForeign = true;
  }
  return isForeign && inRow !== 1;
}
