import { headerWords } from "../../headers/header-words.ts";
import type { ReadColumn } from "../candidate.ts";
import { isPostalCode } from "../postal-shape.ts";

const BARE: ReadonlySet<string> = new Set("code codigo codice kod cod kode код".split(" "));

/** Whether a bare "Code" beside a city is the postal code that the list lacks. */
export function codeContext(columns: readonly ReadColumn[]): boolean {
  if (columns.some(({ entry }) => entry?.meaning === "postal_code")) return false;
  const at = columns.findIndex(({ column }) => BARE.has(headerWords(column.header).join("")));
  const beside = [columns[at - 1], columns[at + 1]];
  if (!beside.some((each) => each?.entry?.meaning === "city")) return false;
  return (columns[at]?.facts.share(isPostalCode) ?? 0) >= 0.9;
}
