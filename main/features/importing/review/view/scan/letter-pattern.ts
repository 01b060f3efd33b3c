import { plainLetters } from "../../../../../common/plain-letters.ts";
import { searchLetters } from "../search-letters.ts";

/** Letters that others are searched as, and how they are searched. */
interface Alike {
  /** By the one letter that they are searched as. */
  readonly single: ReadonlyMap<string, string>;
  /** Latin ones that are searched as two, such as ß. */
  readonly longer: ReadonlyMap<string, string>;
  /** Letters of other scripts that letters of theirs are searched as, more than one each. */
  readonly foreign: ReadonlySet<string>;
}

/** Hangul's syllables are searched as two or three letters each; nothing is made of them here. */
const SYLLABLES = { from: 0xac00, to: 0xd7a3 };
/** Behind the last letter that is searched as another, but for some ideographs far behind. */
const END = 0x20000;
const IDEOGRAPHS = { from: 0x2f800, end: 0x2fa20 };
const BLOCK = 256;
/** Few other places begin like a text of so many letters. */
const MOST_LETTERS = 32;

let known: Alike | undefined;

/** Looks through all letters once, which takes some hundredths of a second. */
export function lettersAlike(): Alike {
  known ??= findAlike();
  return known;
}

function findAlike(): Alike {
  const single = new Map<string, string>();
  const longer = new Map<string, string>();
  for (const letter of changedLetters()) {
    const plain = searchLetters(letter);
    if (plain === "" || plain === letter) continue;
    const group = [...plain].length === 1 ? single : longer;
    group.set(plain, (group.get(plain) ?? "") + letter);
  }
  // Lower case of Σ is another at a word's end.
  single.set("ς", `${single.get("ς") ?? ""}Σ`);
  const foreign = [...longer.keys()].flatMap((plain) => [...plain]).filter((each) => each > "z");
  for (const plain of longer.keys()) if (plain > "z") longer.delete(plain);
  return { single, longer, foreign: new Set(foreign) };
}

/** Letters beyond ASCII that may be searched as others. */
function* changedLetters(): Generator<string> {
  for (const [from, end] of [[0x80, END] as const, [IDEOGRAPHS.from, IDEOGRAPHS.end] as const]) {
    for (let start = from; start < end; start += BLOCK) {
      if (start > SYLLABLES.from && start + BLOCK < SYLLABLES.to) continue;
      const block = letters(start, Math.min(end, start + BLOCK));
      const text = block.join("");
      // Of all at once, which takes a tenth of the time that each by itself does.
      if (plainLetters(text) === text) continue;
      yield* block.filter((letter) => plainLetters(letter) !== letter);
    }
  }
}

function letters(from: number, end: number): readonly string[] {
  const isLetter = (code: number) =>
    (code < 0xd800 || code > 0xdfff) && (code < SYLLABLES.from || code > SYLLABLES.to);
  return Array.from({ length: end - from }, (_, at) => from + at)
    .filter(isLetter)
    .map((code) => String.fromCodePoint(code));
}

/**
 * Finds where a text may stand in JSON, as it is searched: without regard to case and accents. It
 * misses no place, and finds few where it does not stand; whoever uses it looks again there. The
 * rows of a list are gone through in half the time that it takes to make them plain.
 * @param sought as `searchLetters` gives it
 * @returns null for texts that no such pattern is made for
 */
export function patternFor(sought: string): RegExp | null {
  const chars = [...sought].slice(0, MOST_LETTERS);
  // Control characters and halves of letters stand in JSON in other ways.
  const { longer, foreign } = lettersAlike();
  const isOdd = (char: string) =>
    char < " " || /[\p{Cs}\u1100-\u11ff]/u.test(char) || foreign.has(char);
  if (chars.length === 0 || chars.some(isOdd)) return null;
  const parts: string[] = [];
  for (let at = 0; at < chars.length; at += 1) {
    const pair = chars.slice(at, at + 2).join("");
    const others = longer.get(pair);
    const edge = at === 0 || at === chars.length - 1 ? edgeLetters(chars, at) : "";
    if (others === undefined) {
      parts.push(classOf(chars[at] ?? "", edge));
      continue;
    }
    // Two such pairs in one another would have to be told apart.
    if (longer.has(chars.slice(at + 1, at + 3).join(""))) return null;
    const last = at + 1 === chars.length - 1 ? edgeLetters(chars, at + 1) : "";
    const two = `${classOf(pair.charAt(0), edge)}\\p{M}*${classOf(pair.charAt(1), last)}`;
    parts.push(`(?:${two}|[${others}])`);
    at += 1;
  }
  return new RegExp(parts.join("\\p{M}*"), "gu");
}

/** Letters searched as two, of which the text's first is the second or its last the first. */
function edgeLetters(chars: readonly string[], at: number): string {
  const char = chars[at] ?? "";
  return [...lettersAlike().longer]
    .filter(
      ([plain]) =>
        (at === 0 && plain.endsWith(char)) || (at === chars.length - 1 && plain.startsWith(char)),
    )
    .map(([, letters]) => letters)
    .join("");
}

/** All that is searched as one letter, as it stands in JSON. */
function classOf(char: string, more: string): string {
  if (char === '"') return '\\\\"';
  if (char === "\\") return "\\\\\\\\";
  const all = new Set([
    char,
    char.toUpperCase(),
    ...(lettersAlike().single.get(char) ?? ""),
    ...more,
  ]);
  const single = [...all].filter((each) => [...each].length === 1);
  return `[${single.map((each) => each.replace(/[\]\\^-]/, "\\$&")).join("")}]`;
}
