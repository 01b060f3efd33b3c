import type { AmountFormat, FileFormat } from "../../../preload/types.ts";
import { provenAmountFormat, readAmount, writtenAmountFormat } from "./amounts.ts";

/** What a column's own amounts show together. */
export interface AmountProof {
  /**
   * @param isSent whether this program wrote the amount
   * @param isNumber whether it is marked as a number cell, which has one reading
   */
  add(text: string, isSent: boolean, isNumber: boolean): void;
  /** The decimal mark that they prove; null where nothing does, or one contradicts the other. */
  format(): AmountFormat | null;
  /** Whether some amount needs it. */
  isOpen(): boolean;
}

const TEXT_FORMATS: ReadonlySet<FileFormat> = new Set(["csv", "tsv", "txt"]);
/** As a workbook's number is read, which its owner may see with another mark. */
const OF_NUMBER = /^\d+\.\d*[1-9]$/;

/**
 * Collects amounts: 25,50 among them makes 1.250 one thousand two hundred and fifty. In a workbook
 * 25.5 may be a number, and says nothing of a text such as 1.250.
 */
export function createAmountProof(format: FileFormat): AmountProof {
  const isWorkbook = !TEXT_FORMATS.has(format);
  const proven = new Set<AmountFormat>();
  let isNumberOpen = false;
  let isTextOpen = false;
  let isNumberProof = false;
  return {
    add(text, isSent, isNumber) {
      if (isNumber) {
        isNumberOpen = true;
        return;
      }
      const format = isSent ? writtenAmountFormat(text) : provenAmountFormat(text);
      const mayBeNumber = isWorkbook && OF_NUMBER.test(text);
      if (format !== null && mayBeNumber) isNumberProof = true;
      else if (format !== null) proven.add(format);
      if (readAmount(text, undefined).kind === "undecided") isTextOpen = true;
    },
    format() {
      const [only = null] = proven;
      if (proven.size === 1) return only;
      return !isTextOpen && (isNumberOpen || isNumberProof) ? "point" : null;
    },
    isOpen: () => isTextOpen || isNumberOpen,
  };
}
