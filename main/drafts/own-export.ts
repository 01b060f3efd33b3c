import { messages } from "../../preload/messages/index.ts";
import type { ListColumn } from "../../preload/types.ts";

/**
 * Whether a list is a workbook of rows that this program saved to be corrected, in any of its
 * languages. Its values went through the mapping already: none may be applied to them again.
 */
export function isOwnExport(columns: readonly Pick<ListColumn, "header">[]): boolean {
  const headers = columns.map(({ header }) => header);
  return Object.values(messages).some(({ words }) => {
    const { row, reason } = words.export;
    return headers.at(-1) === reason && headers.includes(row);
  });
}
