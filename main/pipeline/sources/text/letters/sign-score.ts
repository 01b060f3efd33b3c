const GOOD = 0.9;
const POSSIBLE = 0.5;
const BAD = -1;

/** Before a word: «Hola», “so”, ¿Qué? */
const OPENING = "«“‘„‚¿¡‹";
/** Behind a word or a figure. */
const CLOSING = "»”…™®›";
/** Between words, or before one: a bullet, a dash. */
const APART = "–—•·";
const MONEY = "€£¥";
/** Behind a figure or an N: 5 °C, Nº 5, 1ª planta, 2½. */
const FIGURES = "°ºª½¼¾²³±";
const ANYWHERE = "§©´¨№\u00a0";

/** Never right before a word. */
const GLUED = "©¨";

/** An apostrophe's letters: O’Neil, L’Été, qu’il behind it; Ann’s, don’t, we’ll before it. */
const ELISION = /(?:^|[^\p{L}])(?:\p{Lu}|[ldnjmtsc]|qu|mc|dell|all|nell|sull)$/iu;
const ENGLISH = /^(?:s|t|m|d|re|ll|ve)(?!\p{L})/iu;

/** -1 to 0.9: how well a sign beyond ASCII that is no letter stands where it does. */
export function signScore(text: string, at: number): number {
  const sign = text[at] ?? "";
  const before = text[at - 1] ?? "\n";
  const after = text[at + 1] ?? "\n";
  const behindLetter = isLetter(before);
  const beforeLetter = isLetter(after);
  if (sign === "’") return apostropheScore(text, at, behindLetter, beforeLetter);
  if (behindLetter && beforeLetter) return sign === "·" && /l/i.test(before) ? GOOD : BAD;
  if (OPENING.includes(sign)) return !behindLetter && after.trim() !== "" ? GOOD : BAD;
  if (CLOSING.includes(sign)) return !beforeLetter && before.trim() !== "" ? GOOD : BAD;
  if (APART.includes(sign)) return behindLetter || beforeLetter ? POSSIBLE : GOOD;
  if (MONEY.includes(sign)) return behindLetter || beforeLetter ? BAD : GOOD;
  if (FIGURES.includes(sign)) {
    const stands =
      /[\d\snN]/.test(before) && (!beforeLetter || (sign === "°" && /[CF]/.test(after)));
    return stands ? GOOD : BAD;
  }
  // "©lapanice" is a letter of another encoding.
  if (beforeLetter && GLUED.includes(sign)) return BAD;
  return ANYWHERE.includes(sign) ? POSSIBLE : BAD;
}

function apostropheScore(text: string, at: number, behind: boolean, before: boolean): number {
  if (!behind) return before ? POSSIBLE : BAD;
  if (!before) return GOOD;
  const fits =
    ELISION.test(text.slice(Math.max(0, at - 6), at)) || ENGLISH.test(text.slice(at + 1, at + 4));
  return fits ? GOOD : BAD;
}

function isLetter(one: string): boolean {
  return /\p{L}/u.test(one);
}
