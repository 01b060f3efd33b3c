import type { AmountFormat, FileReading, Mapping, Notice } from "../../../preload/types.ts";
import {
  provenAmountFormat,
  readAmount,
  writtenAmountFormat,
} from "../../pipeline/mapping/amounts.ts";
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
  const proven = new Set<AmountFormat>();
  let isOpen = false;
  for (const { row, cells } of reading.firstRows) {
    if (row <= reading.headerRow) continue;
    const read = isSent?.(cells) === true ? writtenAmountFormat : provenAmountFormat;
    for (const index of entry.columns) {
      const text = (cells[index] ?? "").trim();
      const format = read(text);
      if (format !== null) proven.add(format);
      if (readAmount(text, undefined).kind === "undecided") isOpen = true;
    }
  }
  if (!isOpen || proven.size === 1) return [];
  const severity = isWholeList(reading) ? "error" : "warning";
  return [notice("amount-format-undecided", severity, "auto_add")];
}
