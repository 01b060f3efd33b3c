import iconv from "iconv-lite";

/** So few bytes beyond ASCII prove no encoding. */
const FEW = 6;
const ASCII_END = 0x80;

/** First bytes of signs in daily use, and from which second byte on they are no letters of Europe's. */
interface Pairs {
  readonly encoding: string;
  readonly isPair: (first: number, second: number) => boolean;
}

const within = (byte: number, from: number, to: number) => byte >= from && byte <= to;

const WRITINGS: readonly Pairs[] = [
  {
    encoding: "shift_jis",
    isPair: (first, second) =>
      (within(first, 0x82, 0x9f) && within(second, 0x40, 0xfc)) ||
      (within(first, 0xe0, 0xea) && within(second, ASCII_END, 0xfc)),
  },
  {
    encoding: "big5",
    isPair: (first, second) =>
      within(first, 0xa4, 0xc6) && (within(second, 0x40, 0x7e) || within(second, 0xa1, 0xfe)),
  },
  {
    encoding: "gb18030",
    isPair: (first, second) => within(first, 0xb0, 0xf7) && within(second, 0xa1, 0xfe),
  },
];

/**
 * Encodings of two bytes a letter in which a few bytes make whole words of signs: 葵, 功 and 予 read
 * like words of another alphabet, or signs, in other encodings. Empty for more bytes, and where
 * letters of ASCII stand beside them.
 */
export function fewSignsIn(sample: Buffer): readonly string[] {
  const beyond = sample.reduce((count, byte) => count + (byte >= ASCII_END ? 1 : 0), 0);
  if (beyond === 0 || beyond > FEW) return [];
  return WRITINGS.filter((each) => isOfPairs(sample, each)).map(({ encoding }) => encoding);
}

/** `2ªD`, `3ºA`: of a few bytes, one stands alone behind a letter or digit of ASCII. */
export function hasLoneSigns(sample: Buffer): boolean {
  const places = [...sample.keys()].filter((at) => (sample[at] ?? 0) >= ASCII_END);
  const isLone = (at: number) =>
    isAlphanumeric(sample[at - 1]) && (sample[at + 1] ?? 0) < ASCII_END;
  return places.length <= FEW && places.some(isLone);
}

function isOfPairs(sample: Buffer, { encoding, isPair }: Pairs): boolean {
  for (let at = 0; at < sample.length; at += 1) {
    if ((sample[at] ?? 0) < ASCII_END) continue;
    let end = at;
    while ((sample[end] ?? 0) >= ASCII_END) {
      const pair = sample.subarray(end, end + 2);
      if (!isPair(pair[0] ?? 0, pair[1] ?? 0)) return false;
      if (!/^\p{L}$/u.test(iconv.decode(pair, encoding))) return false;
      end += 2;
    }
    if (isAlphanumeric(sample[at - 1]) || isAlphanumeric(sample[end])) return false;
    at = end;
  }
  return true;
}

function isAlphanumeric(byte: number | undefined): boolean {
  return byte !== undefined && /^[A-Za-z\d]$/.test(String.fromCharCode(byte));
}
