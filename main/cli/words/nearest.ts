/** Slips that a word may have: one in a short one, two in a longer one. */
const LONG = 5;
/** Letters that tell enough of a word that was not typed to its end. */
const SHORTEST = 2;

/**
 * The word that was probably meant, or null where none is near. An error that names it has the same code
 * as without, and `context: "near"` in its parameters, which chooses the sentence that asks.
 */
export function nearest(word: string, known: readonly string[]): string | null {
  const typed = word.toLowerCase();
  const most = typed.replace(/^-+/, "").length < LONG ? 1 : 2;
  let best: string | null = null;
  let fewest = most + 1;
  for (const each of known) {
    const slips = slipsBetween(typed, each.toLowerCase(), fewest);
    if (slips >= fewest) continue;
    fewest = slips;
    best = each;
  }
  return best ?? begunWith(typed, known);
}

/** The only word that begins so: "imp". */
function begunWith(typed: string, known: readonly string[]): string | null {
  if (typed.replace(/^-+/, "").length < SHORTEST) return null;
  const [only, another] = known.filter((each) => each.toLowerCase().startsWith(typed));
  return another === undefined ? (only ?? null) : null;
}

/** Letters added, left out, wrong, or exchanged with their neighbour; `limit` where there are more. */
function slipsBetween(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let a = 1; a <= one.length; a += 1) {
    const row = [a];
    for (let b = 1; b <= other.length; b += 1) {
      const isSame = one[a - 1] === other[b - 1];
      const wrong = (last[b - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1];
      const exchanged = swapped ? (before[b - 2] ?? limit) + 1 : limit;
      row.push(Math.min((last[b] ?? 0) + 1, (row[b - 1] ?? 0) + 1, wrong, exchanged));
    }
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? limit, limit);
}
