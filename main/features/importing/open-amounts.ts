import type { FileReading, Mapping, Notice } from "../../../preload/types.ts";
import { createAmountProof } from "../../pipeline/mapping/amount-proof.ts";
import { ownSentRows } from "../../pipeline/mapping/own-export.ts";
import { notice } from "../../pipeline/validation/messages.ts";
import { isWholeList } from "./dates-stay-open.ts";

/**
 * Asks how amounts such as 1.250 are meant where the first rows do not show it. They have to be told
 * where those are the whole list; in a longer one a later row may show it, and the person may say it
 * before.
 */
export function openAmounts(reading: FileReading, mapping: Mapping): readonly Notice[] {
  const entry = mapping.find(({ field }) => field === "auto_add");
  if (entry === undefined || entry.amountFormat !== undefined) return [];
  const isSent = ownSentRows(reading.columns);
  const proof = createAmountProof(reading.format);
  for (const { row, cells, fractions = [] } of reading.firstRows) {
    if (row <= reading.headerRow) continue;
    for (const index of entry.columns) {
      const text = (cells[index] ?? "").trim();
      proof.add(text, isSent?.(cells) === true, fractions.includes(index));
    }
  }
  if (!proof.isOpen() || proof.format() !== null) return [];
  const severity = isWholeList(reading) ? "error" : "warning";
  return [notice("amount-format-undecided", severity, "auto_add")];
}
