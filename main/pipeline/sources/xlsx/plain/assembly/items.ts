import { GT, isOdd, LT, textStart } from "./bytes";

/** How many strings were read. */
export let items: i32 = 0;
/** Bytes of the packed strings. */
export let packed: i32 = 0;

/** The longest string whose length is one byte. */
const MAX_SHORT: i32 = 254;

/**
 * Shared strings `<si><t>…</t></si>`. Each is packed at `out` as a byte of its length and its
 * bytes; where it starts in there is written at `starts`.
 */
export function readItems(at: i32, end: i32, out: i32, outEnd: i32, starts: i32, max: i32): i32 {
  let count = 0;
  let put = out;
  while (count < max && put + MAX_SHORT < outEnd) {
    if (load<u32>(at) != 0x3e69733c) break; // <si>
    const from = textStart(at + 4);
    if (from == 0) break;
    const target = put + 1;
    const stop = min(from + MAX_SHORT, end);
    let to = from;
    let byte = 0;
    while (to < stop) {
      byte = load<u8>(to);
      if (byte == LT || isOdd(byte, to)) break;
      store<u8>(target + (to - from), byte);
      to++;
    }
    // </t></si>
    if (to + 9 > end || load<u64>(to) != 0x69732f3c3e742f3c || load<u8>(to + 8) != GT) break;
    store<u8>(put, to - from);
    store<u32>(starts + (count << 2), put - out);
    count++;
    put = target + (to - from);
    at = to + 9;
  }
  items = count;
  packed = put - out;
  return at;
}
