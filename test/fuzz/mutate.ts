import type { Random } from "./random.ts";

/** What files, replies and addresses are made of, and what upsets their readers. */
const WORDS = [
  ...[
    '"',
    "'",
    ",",
    ";",
    "\t",
    "\r\n",
    "\0",
    "<",
    ">",
    "&",
    "&amp;",
    "&#0;",
    "&#x10FFFF;",
    "=",
    "\\",
  ],
  ...["<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [", "<?xml version='1.0'?>", "</", "/>"],
  ...[
    "-1",
    "0",
    "1e309",
    "NaN",
    "99999999999999999999",
    "2147483648",
    "1048577",
    "16385",
    "1.5E-7",
  ],
  ...[
    'r="XFD1048576"',
    'r="1048576"',
    's="99999"',
    't="s"',
    't="inlineStr"',
    'ref="A1:XFD1048576"',
  ],
  ...['table:number-columns-repeated="16384"', 'table:number-rows-repeated="1048576"'],
  ...[
    'text:c="999999999"',
    'office:value-type="date"',
    "<text:s/>",
    "<table:table>",
    "<row>",
    "<c>",
  ],
  ...["\ufeff", "\ud83d", "\u202e", "\uff1d", "é", "_x0000_", "_xD83D_", "{", "}", "[", "]", ":"],
  ...["status", "success", "error", "response", "batch", "constructor", "__proto__", "cb(", ");"],
].map((word) => Buffer.from(word));

/** Some changes of bytes: single ones, words, pieces taken out, doubled, moved, repeated. */
export function mutated(bytes: Uint8Array, random: Random): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.int(6); times > 0; times--) result = once(result, random);
  return result;
}

function once(bytes: Buffer, random: Random): Buffer {
  const at = random.int(bytes.length + 1);
  const length = 1 + random.int(random.chance(0.8) ? 16 : Math.max(1, bytes.length - at));
  const cut = bytes.subarray(at, at + length);
  const before = bytes.subarray(0, at);
  const behind = bytes.subarray(at + cut.length);
  switch (random.int(7)) {
    case 0: {
      const changed = Buffer.from(bytes);
      for (let times = 1 + random.int(4); times > 0 && changed.length > 0; times--) {
        changed[random.int(changed.length)] = random.pick([0, 1, 0x22, 0x3c, 0x7f, 0x80, 0xff]);
      }
      return changed;
    }
    case 1:
      return Buffer.concat([before, random.pick(WORDS), bytes.subarray(at)]);
    case 2:
      return Buffer.concat([before, random.pick(WORDS), behind]);
    case 3:
      return Buffer.concat([before, behind]);
    case 4:
      return Buffer.concat([before, cut, cut, behind]);
    case 5: {
      const times = Math.min(10_000, Math.ceil((256 * 1024) / Math.max(1, cut.length)));
      const many = Array.from({ length: 1 + random.int(times) }, () => cut);
      return Buffer.concat([before, ...many, behind]);
    }
    default:
      return Buffer.from(before);
  }
}
