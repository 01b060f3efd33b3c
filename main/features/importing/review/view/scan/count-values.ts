import { searchLetters } from "../search-letters.ts";
import type { Scans } from "../thread-messages.ts";
import { createBest } from "./best.ts";
import { createLetterRanks } from "./letter-ranks.ts";
import { PackedKeys } from "./packed-keys.ts";
import type { ValueColumn } from "./value-column.ts";

/** Keys of other values are made of their texts. */
const MOST_LETTERS = 256;
/** All keys begin alike. */
const TEXT = 1;

/** The most frequent values of a column, equally frequent ones in the language's order. */
export function countValues(
  { ids, values }: ValueColumn,
  { meant, text, limit, language }: Scans["values"]["input"],
): Scans["values"]["result"] {
  const counts = new Uint32Array(values.count);
  /** Of each value, the first row that has it. */
  const first = new Uint32Array(values.count);
  for (let row = 0; row < ids.length; row += 1) {
    if (meant[row] !== 1) continue;
    const id = ids[row] ?? 0;
    if (counts[id] === 0) first[id] = row;
    counts[id] = (counts[id] ?? 0) + 1;
  }
  const sought = searchLetters(text);
  const isWanted = (id: number) =>
    counts[id] !== 0 && (sought === "" || searchLetters(values.text(id)).includes(sought));
  const compareTexts = comparison(values, language);
  const best = createBest(
    limit,
    (a, b) =>
      (counts[b] ?? 0) - (counts[a] ?? 0) ||
      compareTexts(a, b) ||
      (first[a] ?? 0) - (first[b] ?? 0),
  );
  let all = 0;
  for (let id = 0; id < values.count; id += 1) {
    if (!isWanted(id)) continue;
    all += 1;
    best.add(id);
  }
  const most = best.inOrder().map((id) => ({ value: values.text(id), rows: counts[id] ?? 0 }));
  return { values: most, more: all - most.length };
}

/** The language's comparison of two values. */
function comparison(values: ValueColumn["values"], language: string) {
  const letters = createLetterRanks(language);
  const own = new Uint16Array(MOST_LETTERS);
  /** Of each value that was compared: the number of its key, and whether it is plain. */
  const keys = new PackedKeys();
  const keyOf = new Int32Array(values.count).fill(-1);
  const isPlain = new Uint8Array(values.count);
  const known = (id: number): number => {
    const key = keyOf[id] ?? -1;
    if (key >= 0) return key;
    const length = values.letters(id, own);
    const isWritten = length >= 0 && letters.writeLetters(own, length, keys, TEXT);
    isPlain[id] = Number(isWritten || letters.write(values.text(id), keys, TEXT));
    keys.close();
    keyOf[id] = keys.count - 1;
    return keys.count - 1;
  };
  return (a: number, b: number): number => {
    const [keyA, keyB] = [known(a), known(b)];
    const apart = isPlain[a] === 1 && isPlain[b] === 1 ? keys.compare(keyA, keyB) : 0;
    return apart === 0 ? letters.collator.compare(values.text(a), values.text(b)) : apart;
  };
}
