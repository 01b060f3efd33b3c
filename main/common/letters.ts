/** Quick looks at values without a regular expression: lists hold millions of them. */

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Printable ASCII other than the blank at both ends, as nearly every cell has: nothing is to be trimmed off. */
export function hasPlainEnds(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127;
}

export function countDigits(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) digits += 1;
  return digits;
}

/** Whether a text is ASCII letters and digits only, as most keys are. */
export function isAlphanumeric(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const letter = code | 32;
    if (!isDigit(code) && (letter < 97 || letter > 122)) return false;
  }
  return true;
}

/** What kinds of characters a text holds, as bits of one number: looked at once, asked often. */
export const DIGIT = 1;
/** A to Z. */
export const LETTER = 2;
/** U+0020 inside. */
export const BLANK = 4;
/** `+`, `-` and parentheses, as phone numbers have them. */
export const PHONE_SIGN = 8;
export const APOSTROPHE = 16;
/** Other signs of ASCII that say nothing by themselves. */
export const SIGN = 32;
/** `é`: a letter of Latin-1 that stands alone among those of ASCII; no text that was misread is so. */
export const LATIN = 64;
/** Whatever needs a look: `&`, `#`, `<`, `@`, brackets, `?`, `=`, `%`, `*`, `$`, a backslash, `"`, control characters, other scripts, blanks or an apostrophe in front. */
export const OTHER = 128;

const CLASSES = classesOfLatin();
const LATIN_1 = 256;
const ASCII = 128;

function classesOfLatin(): Uint8Array {
  const classes = new Uint8Array(256).fill(OTHER);
  classes.fill(SIGN, 33, 127);
  classes.fill(DIGIT, 48, 58);
  classes.fill(LETTER, 65, 91);
  classes.fill(LETTER, 97, 123);
  classes.fill(LATIN, 0xc0);
  classes[32] = BLANK;
  classes[39] = APOSTROPHE;
  for (const sign of "+-()") classes[sign.charCodeAt(0)] = PHONE_SIGN;
  for (const sign of '&#<@{}?=%*[$\\"') classes[sign.charCodeAt(0)] = OTHER;
  return classes;
}

/** The kinds of characters in a text that is not empty. */
export function classesOf(text: string): number {
  const last = text.length - 1;
  const first = text.charCodeAt(0);
  if (first === 32 || first === 39 || text.charCodeAt(last) === 32) return OTHER;
  let classes = 0;
  let before = 0;
  for (let at = 0; at <= last; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= LATIN_1 || (code >= ASCII && before >= ASCII)) return OTHER;
    classes |= CLASSES[code] as number;
    before = code;
  }
  return classes;
}
