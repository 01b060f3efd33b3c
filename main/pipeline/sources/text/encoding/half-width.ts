import iconv from "iconv-lite";

/** Katakana of half a width, as old programs of Japan write names. */
const KANA = /[\uff66-\uff9f]/;
/** Words of them: marks of sound stand behind what they change, small letters and long vowels inside. */
const WORD =
  /^(?:[\uff66\uff71-\uff9d](?:(?<=[\uff73\uff76-\uff84\uff8a-\uff8e])[\uff9e\uff9f])?[\uff67-\uff70]*)+$/;
/** A run of them with what stands right before and behind. */
const RUN = /([A-Za-z]?)([\uff66-\uff9f]+)([A-Za-z]?)/g;
/** One letter alone may be any other. */
const SHORTEST = 2;

/** Which of a text's letters are such kana, in words that may be some: how many. */
export function countHalfWidth(text: string): number {
  let count = 0;
  for (const [, before, run = "", behind] of text.matchAll(RUN)) {
    const isWord = run.length >= SHORTEST && before === "" && behind === "" && WORD.test(run);
    if (isWord) count += run.length;
  }
  return count;
}

export function isHalfWidth(letter: string): boolean {
  return KANA.test(letter);
}

/**
 * The encoding in which bytes beyond ASCII are nothing but such kana. In EUC-JP a byte of its own
 * stands before each, which proves it; in Shift_JIS the same bytes are capitals of other alphabets.
 */
export function guessHalfWidth(sample: Buffer): "euc-jp" | "shift_jis" | null {
  const isAll = (encoding: string) => {
    const text = iconv.decode(sample, encoding);
    const foreign = [...text].filter((letter) => letter > "\x7f").length;
    return foreign > 0 && countHalfWidth(text) === foreign;
  };
  if (isAll("euc-jp")) return "euc-jp";
  return isAll("shift_jis") ? "shift_jis" : null;
}
