import type { AmountFormat } from "../../../preload/types.ts";
import { amountParts } from "./amount-parts.ts";

/** What a text says of an amount. */
export type AmountReading =
  /** A plain number with a point; `bared` where a sign of money or a parting mark was taken off. */
  | { readonly kind: "amount"; readonly value: string; readonly bared: boolean }
  /** One mark before three digits: a thousand, or one and a fraction. */
  | { readonly kind: "undecided" }
  | { readonly kind: "negative" }
  /** Digits that are no number. */
  | { readonly kind: "unclear" }
  /** No number at all: the name of a product or service. */
  | { readonly kind: "name" };

const PLAIN = /^\d{1,15}$/;
/** `1,200`: read as a thousand where the money has no cents. */
const THOUSANDS = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** `1,25,000`: thousands, then hundreds of thousands, as in India. */
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;

/**
 * Reads an amount. Marks in the number say for themselves which is the decimal one (25,50; 1.250,00;
 * 1.250.000) unless a single one stands before three digits: then `format` says it.
 */
export function readAmount(text: string, format: AmountFormat | undefined): AmountReading {
  if (PLAIN.test(text)) return amount(text, "", false);
  const parts = amountParts(text);
  if (parts === null) return /\p{L}/u.test(text) || !/\d/.test(text) ? { kind: "name" } : UNCLEAR;
  const { number, isNegative, isBared, isWhole } = parts;
  if (isNegative) return { kind: "negative" };
  const digits = withoutLakhs(withoutGroups(number));
  if (!/^[\d.,]+$/.test(digits)) return UNCLEAR;
  if (isWhole && THOUSANDS.test(digits)) return amount(digits.replace(/\D/g, ""), "", true);
  return readMarks(digits, format, isBared || digits.length < number.length);
}

/** Which mark a text's own shape proves to be the decimal one. */
export function provenAmountFormat(text: string): AmountFormat | null {
  const bare = withoutGroups(amountParts(text)?.number ?? "");
  if (LAKHS.test(bare)) return "point";
  if (!/^[\d.,]+$/.test(bare) || readMarks(bare, undefined, false).kind !== "amount") return null;
  const comma = bare.lastIndexOf(",");
  const point = bare.lastIndexOf(".");
  if (comma < 0 && point < 0) return null;
  const last = Math.max(comma, point);
  const mark = bare.charAt(last);
  // A mark that stands twice separates thousands, so that the other one is the decimal mark.
  const isGroups = bare.indexOf(mark) !== last;
  return (mark === ",") === isGroups ? "point" : "comma";
}

/** The mark of an amount that this program wrote: it writes none but the decimal one. */
export function writtenAmountFormat(text: string): AmountFormat | null {
  const mark = /^\d+([.,])\d+$/.exec(text)?.[1];
  return mark === undefined ? null : mark === "," ? "comma" : "point";
}

function readMarks(
  digits: string,
  format: AmountFormat | undefined,
  bared: boolean,
): AmountReading {
  const marks = digits.replace(/\d/g, "");
  if (marks === "") return amount(digits, "", bared);
  const mark = marks.charAt(marks.length - 1);
  const at = digits.lastIndexOf(mark);
  const whole = digits.slice(0, at);
  const rest = digits.slice(at + 1);
  if (marks.length > 1 && marks === mark.repeat(marks.length)) {
    return areGroups(digits, mark) ? amount(digits.replaceAll(mark, ""), "", true) : UNCLEAR;
  }
  if (marks.length > 1) {
    const other = marks.charAt(0);
    const isOne = marks === other.repeat(marks.length - 1) + mark;
    if (!isOne || rest === "" || !areGroups(whole, other)) return UNCLEAR;
    return amount(whole.replaceAll(other, ""), rest, true);
  }
  if (rest === "") return UNCLEAR;
  const mayBeThousand = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayBeThousand) return amount(whole === "" ? "0" : whole, rest, bared);
  if (format === undefined) return { kind: "undecided" };
  const isDecimal = (mark === ",") === (format === "comma");
  return isDecimal ? amount(whole, rest, bared) : amount(whole + rest, "", true);
}

const UNCLEAR: AmountReading = { kind: "unclear" };

/** One to three digits, then threes. */
function areGroups(text: string, mark: string): boolean {
  const [first = "", ...others] = text.split(mark);
  return /^\d{1,3}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
}

function amount(whole: string, fraction: string, bared: boolean): AmountReading {
  const value = fraction === "" ? whole : `${whole}.${fraction}`;
  return { kind: "amount", value, bared };
}

function withoutLakhs(text: string): string {
  return LAKHS.test(text) ? text.replaceAll(",", "") : text;
}

/** Blanks, apostrophes and what is typed for them between groups of three. */
function withoutGroups(text: string): string {
  const groups = text.split(/[\s'’´`˙·_]/);
  const [first = "", ...others] = groups;
  const isGrouped =
    others.length > 0 &&
    /^\d{1,3}$/.test(first) &&
    others.every((group, at) =>
      at < others.length - 1 ? /^\d{3}$/.test(group) : /^\d{3}(?:[.,]\d*)?$/.test(group),
    );
  return isGrouped ? groups.join("") : text;
}
