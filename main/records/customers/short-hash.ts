/**
 * SipHash-1-3 (Aumasson, Bernstein: "SipHash: a fast short-input PRF"; with the rounds that Rust's
 * and Python's tables take), a keyed hash made for short texts in tables: a fraction of an HMAC's
 * time, and lists have a million rows.
 * The text is taken as its UTF-16 code units, low byte first; the result goes to `out` as two
 * unsigned words, the high one first.
 */
export interface ShortHash {
  (text: string): void;
  readonly out: Uint32Array;
}

const BEFORE_END = 1;
const AFTER_END = 3;

/** @param key 16 bytes, secret */
export function createShortHash(key: Uint8Array): ShortHash {
  const view = new DataView(key.buffer, key.byteOffset, 16);
  const [k0l, k0h, k1l, k1h] = [0, 4, 8, 12].map((at) => view.getUint32(at, true)) as Words;
  const out = new Uint32Array(2);

  // The four state words v0..v3 as low and high halves, in local variables all the way through:
  // kept in an array, or cut into functions, it takes twice the time.
  function hash(text: string): void {
    let a = k0l ^ 0x70736575;
    let ah = k0h ^ 0x736f6d65;
    let b = k1l ^ 0x6e646f6d;
    let bh = k1h ^ 0x646f7261;
    let c = k0l ^ 0x6e657261;
    let ch = k0h ^ 0x6c796765;
    let d = k1l ^ 0x79746573;
    let dh = k1h ^ 0x74656462;
    const { length } = text;
    const words = (length >> 2) + 1;
    for (let word = 0; word <= words; word += 1) {
      let low = 0;
      let high = 0;
      let rounds = BEFORE_END;
      const index = word * 4;
      if (word === words) {
        c ^= 0xff;
        rounds = AFTER_END;
      } else if (index + 4 <= length) {
        low = text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16);
        high = text.charCodeAt(index + 2) | (text.charCodeAt(index + 3) << 16);
      } else {
        if (index < length) low = text.charCodeAt(index);
        if (index + 1 < length) low |= text.charCodeAt(index + 1) << 16;
        if (index + 2 < length) high = text.charCodeAt(index + 2);
        high |= (length * 2) << 24;
      }
      d ^= low;
      dh ^= high;
      for (; rounds > 0; rounds -= 1) {
        let t: number;
        // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
        t = (a + b) | 0;
        ah = (ah + bh + (t >>> 0 < a >>> 0 ? 1 : 0)) | 0;
        a = t;
        t = (b << 13) | (bh >>> 19);
        bh = ((bh << 13) | (b >>> 19)) ^ ah;
        b = t ^ a;
        t = a;
        a = ah;
        ah = t;
        // v2 += v3; v3 <<<= 16; v3 ^= v2
        t = (c + d) | 0;
        ch = (ch + dh + (t >>> 0 < c >>> 0 ? 1 : 0)) | 0;
        c = t;
        t = (d << 16) | (dh >>> 16);
        dh = ((dh << 16) | (d >>> 16)) ^ ch;
        d = t ^ c;
        // v0 += v3; v3 <<<= 21; v3 ^= v0
        t = (a + d) | 0;
        ah = (ah + dh + (t >>> 0 < a >>> 0 ? 1 : 0)) | 0;
        a = t;
        t = (d << 21) | (dh >>> 11);
        dh = ((dh << 21) | (d >>> 11)) ^ ah;
        d = t ^ a;
        // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
        t = (c + b) | 0;
        ch = (ch + bh + (t >>> 0 < c >>> 0 ? 1 : 0)) | 0;
        c = t;
        t = (b << 17) | (bh >>> 15);
        bh = ((bh << 17) | (b >>> 15)) ^ ch;
        b = t ^ c;
        t = c;
        c = ch;
        ch = t;
      }
      a ^= low;
      ah ^= high;
    }
    out[0] = ah ^ bh ^ ch ^ dh;
    out[1] = a ^ b ^ c ^ d;
  }

  return Object.assign(hash, { out });
}

type Words = [number, number, number, number];
