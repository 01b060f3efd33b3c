/**
 * The letters beyond ASCII of a language: how rare each is among them, then how rarely each of
 * `NEIGHBOURS` stands before it, then behind it. All as -log2 of the share, a digit each, 9 for
 * what hardly ever stands there.
 */
export type LetterPairs = Readonly<Record<string, string>>;

/** What is no letter, then a to z; letters with accents count as those without. */
const NEIGHBOURS = 27;

/** For a letter that the language does not have, in bits. */
const STRANGE = 22;

/** How many bits it takes to believe this lower-case letter between these neighbours. */
export function pairCost(
  pairs: LetterPairs,
  letter: string,
  before: string,
  after: string,
): number {
  const entry = pairs[letter];
  if (entry === undefined) return STRANGE;
  const prefix = entry.length - 2 * (NEIGHBOURS + 1);
  const own = Number(entry.slice(0, prefix));
  const there = digit(entry, prefix + 1 + place(before));
  return Math.min(STRANGE, own + there + digit(entry, prefix + 2 + NEIGHBOURS + place(after)));
}

function digit(entry: string, at: number): number {
  return entry.charCodeAt(at) - 48;
}

const places = new Map<string, number>();
const WITHOUT_ACCENT: Readonly<Record<string, string>> = {
  ...{ ł: "l", đ: "d", ø: "o", ı: "i", ß: "s", æ: "a", œ: "o", ð: "d", þ: "t" },
};

/** The place of a neighbour in the digits. */
export function place(one: string): number {
  const known = places.get(one);
  if (known !== undefined) return known;
  const lower = one.toLowerCase();
  const base = WITHOUT_ACCENT[lower] ?? lower.normalize("NFD")[0] ?? "";
  const found = base >= "a" && base <= "z" ? base.charCodeAt(0) - 96 : 0;
  places.set(one, found);
  return found;
}
