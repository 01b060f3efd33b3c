import { analyse } from "chardet";
import iconv from "iconv-lite";
import { type Alphabet, letterScore } from "./letter-score.ts";

const WESTERN: Alphabet = {
  letters: "áéíóúàèìòùâêîôäëïöüãõñçåæøœßÿ",
  rare: "ðþýšžû",
  latin: true,
};
const CENTRAL: Alphabet = {
  letters: "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűĺľŕôăâîşţđ",
  latin: true,
};
const TURKISH: Alphabet = { letters: "çğıi̇öşüâîû", latin: true };
const BALTIC: Alphabet = { letters: "ąčęėįšųūžāēģīķļņōäöüõ", latin: true };
const CYRILLIC: Alphabet = {
  letters: "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
  common: "оеаинтсрвлкмью",
  latin: false,
};
const GREEK: Alphabet = {
  letters: "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ",
  common: "αοιετσνηυρςάόίπλ",
  latin: false,
};
const HEBREW: Alphabet = { letters: "אבגדהוזחטיךכלםמןנסעףפץצקרשת", latin: false };

/** In the order of how common they are; a later one must look better, not just as good. */
const CANDIDATES: readonly (readonly [string, Alphabet])[] = [
  ["windows-1252", WESTERN],
  ["macintosh", WESTERN],
  ["cp850", WESTERN],
  ["cp437", WESTERN],
  ["windows-1250", CENTRAL],
  ["iso-8859-2", CENTRAL],
  ["windows-1251", CYRILLIC],
  ["koi8-r", CYRILLIC],
  ["ibm866", CYRILLIC],
  ["iso-8859-5", CYRILLIC],
  ["windows-1253", GREEK],
  ["windows-1254", TURKISH],
  ["windows-1257", BALTIC],
  ["windows-1255", HEBREW],
  ["iso-8859-15", WESTERN],
];

const BETTER_BY = 0.04;
/** Below this no single-byte reading is believed while a multi-byte one may fit. */
const BELIEVABLE = 0.65;
/** Some hundred letters tell; judging more would hold up the window. */
const SAMPLE = 6 * 1024;
const MULTI_BYTE = new Set(["Shift_JIS", "EUC-JP", "EUC-KR", "Big5", "GB18030", "ISO-2022-JP"]);

/**
 * The encoding of bytes that are no UTF-8, by the letters they make. windows-1252, what most old
 * exports are written in, where nothing looks better.
 */
export function guessLegacyEncoding(bytes: Buffer): string {
  const sample = foreignLines(bytes);
  let best = "windows-1252";
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [encoding, alphabet] of CANDIDATES) {
    const score = letterScore(iconv.decode(sample, encoding), alphabet);
    if (score > bestScore + BETTER_BY) {
      best = encoding;
      bestScore = score;
    }
  }
  if (bestScore >= BELIEVABLE) return best;
  return multiByte(sample) ?? (bestScore > 0 ? best : "windows-1252");
}

/** A multi-byte encoding in which all bytes are letters of its own scripts. */
function multiByte(sample: Buffer): string | null {
  for (const { name, confidence } of analyse(sample)) {
    if (!MULTI_BYTE.has(name) || confidence < 10) continue;
    const text = iconv.decode(sample, name);
    const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
    const own =
      text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)
        ?.length ?? 0;
    if (!text.includes("\ufffd") && own > foreign * 0.7) return name.toLowerCase();
  }
  return null;
}

/** Lines that hold bytes beyond ASCII: in long lists they are few and far between. */
function foreignLines(bytes: Buffer): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  let start = 0;
  let foreign = false;
  for (let at = 0; at < bytes.length && length < SAMPLE; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) foreign = true;
    if (byte !== 0x0a && byte !== 0x0d && at < bytes.length - 1) continue;
    if (foreign) {
      const line = bytes.subarray(start, Math.min(at + 1, start + 4096));
      lines.push(line);
      length += line.length;
    }
    start = at + 1;
    foreign = false;
  }
  return Buffer.concat(lines);
}
