/**
 * Letters and signs that lists hold, the ASCII ones among them. Bytes that make a letter by chance
 * mostly make one of those in between: `É®` in windows-1252 is U+026E in UTF-8.
 */
const USUAL =
  /^[\0-\x7f\u00a0-\u017f\u018f\u0259\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0386-\u03ce\u0400-\u045f\u0490-\u0493\u04b0\u04b1\u04d8\u04d9\u04e8\u04e9\u0531-\u0556\u0561-\u0587\u05d0-\u05f4\u060c\u061b\u061f\u0621-\u0652\u0660-\u0669\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2\u06f0-\u06f9\u0900-\ud7ff\uf900-\uffef\u{10000}-\u{1ffff}]*$/u;
const COMBINED = /(?<=\p{L})(?:[\u0300-\u0304]|[\u0306-\u030c]|\u0323|\u0327|\u0328)/gu;
/** `CAFÉ™` would be `CAF` and U+0259. */
const CASE_AMISS = /[A-Z]{2}(?![a-z])\p{Ll}(?!\p{Ll})/u;
/** Latin letters right beside those of another alphabet. */
const SCRIPTS_AMISS =
  /[a-z\u00c0-\u024f][\u0370-\u07ff]|[\u0370-\u03ff][\u0400-\u07ffa-z\u00c0-\u024f]|[\u0400-\u07ff][\u0370-\u03ffa-z\u00c0-\u024f]/i;

/** Whether a text reads like one that somebody wrote, as far as its letters tell. */
export function isUsualText(text: string): boolean {
  return (
    USUAL.test(text.replace(COMBINED, "")) && !CASE_AMISS.test(text) && !SCRIPTS_AMISS.test(text)
  );
}
