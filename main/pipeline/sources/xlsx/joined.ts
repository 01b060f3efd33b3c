import { MAX_CELL } from "../../../common/tables/limits.ts";

/** A text with what follows it, as long as both can be a cell; one letter more tells that it is cut. */
export function joined(before: string | null, text: string): string {
  if (before === null) return text;
  return before.length > MAX_CELL ? before : before + text;
}
