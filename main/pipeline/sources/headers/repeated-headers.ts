import type { ListColumn } from "../../../../preload/types.ts";
import { isBlankCell } from "../data-rows.ts";
import type { SourceNotice } from "../source.ts";

/** A single header that stands twice is told nothing by: many lists have two phones. */
const LEAST = 2;

/**
 * Whether all headers stand once more, in the same order, as where two lists stand side by side:
 * the customers of the second would go out under no field.
 *
 * @param cells the headers as they stand in the file
 */
export function repeatedHeaders(
  cells: readonly string[],
  columns: readonly ListColumn[],
): readonly SourceNotice[] {
  const headers = cells.map((cell) => cell.trim().toLowerCase());
  const second = headers.indexOf(headers[0] ?? "", LEAST);
  const block = headers.slice(0, second);
  while (block.length > 0 && block.at(-1) === "") block.pop();
  const isRepeated = block.every((header, at) => header !== "" && headers[second + at] === header);
  if (second < 0 || block.length < LEAST || !isRepeated) return [];
  if (columns.slice(second).every(({ samples }) => samples.every(isBlankCell))) return [];
  return [{ code: "headers-repeat", params: { number: second + 1 } }];
}
