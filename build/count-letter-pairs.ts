import { readFileSync } from "node:fs";
import { place } from "../main/pipeline/sources/text/letters/pair-cost.ts";

// node build/count-letter-pairs.ts LANGUAGE index.dic: prints what main/pipeline/sources/text/letters/letter-pairs
// keeps of a language, counted in a spelling dictionary's words (hunspell's format).

const [language = "en", path = ""] = process.argv.slice(2);
/** Letters of loanwords are left out. */
const LEAST_SHARE = 2e-5;
const LEAST_COUNT = 8;

interface Count {
  all: number;
  readonly before: number[];
  readonly after: number[];
}

const counts = new Map<string, Count>();
let letters = 0;
for (const line of readFileSync(path, "utf8").split("\n").slice(1)) {
  const word = (/^[\p{L}' -]{2,}/u.exec(line)?.[0] ?? "").toLocaleLowerCase(language);
  const signs = [...word.normalize("NFC")];
  for (const [at, sign] of signs.entries()) {
    if (!/\p{L}/u.test(sign)) continue;
    letters += 1;
    if (sign > "\x7f") add(sign, signs[at - 1] ?? "", signs[at + 1] ?? "");
  }
}

const all = [...counts.values()].reduce((sum, { all: count }) => sum + count, 0);
for (const [letter, count] of [...counts].sort(([, a], [, b]) => b.all - a.all)) {
  if (count.all < LEAST_COUNT || count.all / letters < LEAST_SHARE) continue;
  const own = Math.round(-Math.log2(count.all / all));
  console.log(`  ${letter}: "${own} ${digits(count.before)} ${digits(count.after)}",`);
}

function add(letter: string, before: string, after: string): void {
  const empty = () => Array.from({ length: 27 }, () => 0);
  const count = counts.get(letter) ?? { all: 0, before: empty(), after: empty() };
  counts.set(letter, count);
  count.all += 1;
  count.before[place(before)] = (count.before[place(before)] ?? 0) + 1;
  count.after[place(after)] = (count.after[place(after)] ?? 0) + 1;
}

/** Shares as -log2, at most 9; what was not seen is not impossible. */
function digits(seen: readonly number[]): string {
  const sum = seen.reduce((total, count) => total + count, 0);
  return seen
    .map((count) => (count + (0.02 * sum) / 27) / (1.02 * sum))
    .map((share) => Math.min(9, Math.round(-Math.log2(share))))
    .join("");
}
