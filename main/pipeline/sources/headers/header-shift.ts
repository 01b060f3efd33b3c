import { isBlank, isBlankCell } from "../data-rows.ts";
import type { SourceRow } from "../source.ts";

/** Rows that are looked at; fewer prove nothing. */
const LOOK_ROWS = 50;
const FEWEST = 3;

/**
 * Whether every row has one value more than there are headers, as where the heading of the rows'
 * own numbers was left out: "proven" by numbers that count up, else "likely"; null where not.
 */
export function missingHeader(
  rows: readonly SourceRow[],
  headerRow: number,
): "proven" | "likely" | null {
  const width = used(rows.find(({ number }) => number === headerRow)?.cells ?? []);
  const below = rows.filter((row) => row.number > headerRow && !isBlank(row)).slice(0, LOOK_ROWS);
  if (width < 2 || below.length < FEWEST) return null;
  if (below.some(({ cells }) => used(cells) !== width + 1)) return null;
  const numbers = below.map(({ cells }) => Number(cells[0]));
  const counts = numbers.every(
    (number, at) =>
      Number.isSafeInteger(number) && (at === 0 || number === (numbers[at - 1] ?? 0) + 1),
  );
  return counts ? "proven" : "likely";
}

function used(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
}
