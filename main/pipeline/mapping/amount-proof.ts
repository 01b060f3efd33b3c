import type { AmountFormat } from "../../../preload/types.ts";
import { provenAmountFormat, readAmount, writtenAmountFormat } from "./amounts.ts";

/** What a column's own amounts show together. */
export interface AmountProof {
  /** @param isSent whether this program wrote the amount */
  add(text: string, isSent: boolean): void;
  /** The decimal mark that they prove; null where nothing does, or one contradicts the other. */
  format(): AmountFormat | null;
  /** Whether some amount needs it. */
  isOpen(): boolean;
}

/** As a workbook's number is read, which its owner may see with another mark. */
const OF_NUMBER = /^\d+\.\d*[1-9]$/;

/**
 * Collects amounts: 25,50 among them makes 1.250 one thousand two hundred and fifty. In a workbook
 * 25.5 may be a number, and says nothing of a text such as 1.250, which no number is read as.
 */
export function createAmountProof(isWorkbook: boolean): AmountProof {
  const proven = new Set<AmountFormat>();
  let isOpen = false;
  let isTextOpen = false;
  let isNumberProof = false;
  return {
    add(text, isSent) {
      const format = isSent ? writtenAmountFormat(text) : provenAmountFormat(text);
      const mayBeNumber = isWorkbook && OF_NUMBER.test(text);
      if (format !== null && mayBeNumber) isNumberProof = true;
      else if (format !== null) proven.add(format);
      if (readAmount(text, undefined).kind !== "undecided") return;
      isOpen = true;
      if (!mayBeNumber) isTextOpen = true;
    },
    format() {
      const all = new Set(proven);
      if (isNumberProof && !isTextOpen) all.add("point");
      const [only = null] = all;
      return all.size === 1 ? only : null;
    },
    isOpen: () => isOpen,
  };
}
