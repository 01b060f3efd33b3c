import type { Finding } from "../../../../preload/types.ts";
import { UNCHANGED_OFFER } from "./unchanged-offer.ts";

const OF_SENDING: ReadonlySet<string> = new Set([
  "rows-unchanged",
  "no-import-before",
  "same-file-sent",
  "rows-sent-before",
  "rows-sent-earlier",
  "amounts-again",
  UNCHANGED_OFFER,
]);

/** Whether a notice of a check is about the list, and not about what was sent before. */
export function isListFinding({ code }: Finding): boolean {
  return !OF_SENDING.has(code);
}
