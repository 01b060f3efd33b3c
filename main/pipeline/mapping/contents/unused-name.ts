import { numberOfName } from "../proposal/names/numbered-names.ts";
import type { ColumnWatch } from "./watch.ts";

/** "Name 2" with values that go nowhere. Null for any other header. */
export function watchUnusedName(column: string): ColumnWatch | null {
  if (numberOfName(column) === null) return null;
  let isFilled = false;
  return {
    add() {
      isFilled = true;
      return false;
    },
    findings: () => (isFilled ? [{ code: "name-column-unused", params: { column }, column }] : []),
  };
}
