/**
 * SipHash-2-4 (Aumasson, Bernstein: "SipHash: a fast short-input PRF"), a keyed hash made for
 * short texts in tables: a tenth of an HMAC's time, and lists have a million rows.
 * The text is taken as its UTF-16 code units, low byte first; the result goes to `out` as two
 * unsigned words, the high one first.
 */
export interface ShortHash {
  (text: string): void;
  readonly out: Uint32Array;
}

/** @param key 16 bytes, secret */
export function createShortHash(key: Uint8Array): ShortHash {
  const view = new DataView(key.buffer, key.byteOffset, 16);
  const [k0l, k0h, k1l, k1h] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as Words;
  const v = new Int32Array(8);
  const out = new Uint32Array(2);

  function compress(low: number, high: number): void {
    v[6] = at(v, 6) ^ low;
    v[7] = at(v, 7) ^ high;
    round(v);
    round(v);
    v[0] = at(v, 0) ^ low;
    v[1] = at(v, 1) ^ high;
  }

  function hash(text: string): void {
    v[0] = k0l ^ 0x70736575;
    v[1] = k0h ^ 0x736f6d65;
    v[2] = k1l ^ 0x6e646f6d;
    v[3] = k1h ^ 0x646f7261;
    v[4] = k0l ^ 0x6e657261;
    v[5] = k0h ^ 0x6c796765;
    v[6] = k1l ^ 0x79746573;
    v[7] = k1h ^ 0x74656462;
    const { length } = text;
    const whole = length & ~3;
    for (let index = 0; index < whole; index += 4) {
      compress(
        text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16),
        text.charCodeAt(index + 2) | (text.charCodeAt(index + 3) << 16),
      );
    }
    const left = length - whole;
    const low =
      (left > 0 ? text.charCodeAt(whole) : 0) | (left > 1 ? text.charCodeAt(whole + 1) << 16 : 0);
    const high = left > 2 ? text.charCodeAt(whole + 2) : 0;
    compress(low, high | ((length * 2) << 24));
    v[4] = at(v, 4) ^ 0xff;
    for (let times = 0; times < 4; times += 1) round(v);
    out[0] = at(v, 1) ^ at(v, 3) ^ at(v, 5) ^ at(v, 7);
    out[1] = at(v, 0) ^ at(v, 2) ^ at(v, 4) ^ at(v, 6);
  }

  return Object.assign(hash, { out });
}

type Words = [number, number, number, number];

function at(words: Int32Array, index: number): number {
  return words[index] as number;
}

/** One SipRound over v0..v3, each as low and high word. */
function round(v: Int32Array): void {
  let a = at(v, 0);
  let ah = at(v, 1);
  let b = at(v, 2);
  let bh = at(v, 3);
  let c = at(v, 4);
  let ch = at(v, 5);
  let d = at(v, 6);
  let dh = at(v, 7);
  let t: number;
  // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
  t = (a + b) | 0;
  ah = (ah + bh + carry(t, a)) | 0;
  a = t;
  t = (b << 13) | (bh >>> 19);
  bh = ((bh << 13) | (b >>> 19)) ^ ah;
  b = t ^ a;
  t = a;
  a = ah;
  ah = t;
  // v2 += v3; v3 <<<= 16; v3 ^= v2
  t = (c + d) | 0;
  ch = (ch + dh + carry(t, c)) | 0;
  c = t;
  t = (d << 16) | (dh >>> 16);
  dh = ((dh << 16) | (d >>> 16)) ^ ch;
  d = t ^ c;
  // v0 += v3; v3 <<<= 21; v3 ^= v0
  t = (a + d) | 0;
  ah = (ah + dh + carry(t, a)) | 0;
  a = t;
  t = (d << 21) | (dh >>> 11);
  dh = ((dh << 21) | (d >>> 11)) ^ ah;
  d = t ^ a;
  // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
  t = (c + b) | 0;
  ch = (ch + bh + carry(t, c)) | 0;
  c = t;
  t = (b << 17) | (bh >>> 15);
  bh = ((bh << 17) | (b >>> 15)) ^ ch;
  b = t ^ c;
  v[0] = a;
  v[1] = ah;
  v[2] = b;
  v[3] = bh;
  v[4] = ch;
  v[5] = c;
  v[6] = d;
  v[7] = dh;
}

function carry(sum: number, part: number): number {
  return sum >>> 0 < part >>> 0 ? 1 : 0;
}
