/** How letters of a script or region look: what a decoding is judged by. */
export interface Alphabet {
  /** Lower-case letters beyond ASCII that its languages use. */
  readonly letters: string;
  /** Letters that are rarer than their bytes' meaning in other encodings. */
  readonly rare?: string;
  /** The letters that make two thirds of a text: tells encodings of one script apart. */
  readonly common?: string;
  /** Whether words mix these letters with ASCII ones (Latin script). */
  readonly latin: boolean;
}

const VOWEL = /[aeiouyáéíóúý]/i;
/** Signs that stand in names, addresses and notes, by where they stand. */
const INSIDE = "’'·‑";
const AROUND = "‘’“”„–—…€£©®™°ºª¿¡«»§´\u00a0№";

/**
 * -3 to 1: how much a text looks like one of that alphabet. Judges every character beyond ASCII by
 * its neighbours: no capital inside a word, no sign between letters, no two scripts in one word.
 */
export function letterScore(text: string, alphabet: Alphabet): number {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    count++;
    sum += oneScore(text, at, alphabet);
  }
  return count === 0 ? 0 : sum / count;
}

function oneScore(text: string, at: number, alphabet: Alphabet): number {
  const letter = text[at] ?? "";
  const code = letter.charCodeAt(0);
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return -3;
  const before = text[at - 1] ?? "\n";
  const after = text[at + 1] ?? "\n";
  const lower = letter.toLowerCase();
  const isLetter = alphabet.letters.includes(lower);
  const isRare = alphabet.rare?.includes(lower) === true;
  if (!isLetter && !isRare) return signScore(letter, before, after);
  if (letter !== lower && isLower(before)) return -1;
  if (letter === lower && isUpper(after)) return -1;
  // Long runs of capitals are rare, and what double bytes of East Asian text look like.
  const capitals = letter !== lower && isUpper(before) && before.charCodeAt(0) >= 0x80;
  const neighbours = [before, after].filter((one) => /\p{L}/u.test(one));
  if (alphabet.latin) {
    const foreign = neighbours.filter((one) => one.charCodeAt(0) >= 0x80).length;
    if (foreign === 2) return -1;
    // Danish "Sørensen" and Czech "Dvořák" share a byte.
    if (lower === "ø" && neighbours.some((one) => VOWEL.test(one))) return 0.3;
    // Italian words end with these; Czech and Polish ones hold their bytes inside.
    // Portuguese "õe" and Hungarian "ő" share a byte.
    if (lower === "õ" && after !== "e" && after !== "E") return 0.2;
    if ("ìòù".includes(lower) && /\p{Ll}/u.test(after)) return 0;
  } else if (neighbours.some((one) => one.charCodeAt(0) < 0x80)) return -1;
  if (neighbours.length === 0) return 0.2;
  const usual = alphabet.common === undefined || alphabet.common.includes(lower) ? 1 : 0.5;
  return (isRare ? 0.4 : usual) * (capitals ? 0.9 : 1);
}

function signScore(sign: string, before: string, after: string): number {
  const inside = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (inside) {
    // O’Brien, not GarcÕa: what stands between letters joins two parts of a name.
    return INSIDE.includes(sign) && /[A-Zdln]/.test(before) ? 0.9 : -1;
  }
  return AROUND.includes(sign) ? 0.5 : -1;
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
